import { Document, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';

function cells(words: readonly string[], span = 1): TableRow {
  return new TableRow({
    children: words.map((each) => new TableCell({ columnSpan: span, children: [new Paragraph(each)] })),
  });
}

/** A plan as an office writes it, by a real writer of Word documents; `mark` makes its bytes its own. */
export async function wordPlan(mark: string): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph('УТВЕРЖДАЮ'),
          new Paragraph('Директор МБОУ «Гимназия № 88» П. П. Выдумкина'),
          new Paragraph('Приказ от 28.08.2026 № 145'),
          new Paragraph(`План мероприятий по повышению объективности оценивания ${mark}`),
          new Paragraph('на 2026/2027 учебный год'),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [
              cells(['№', 'Мероприятие', 'Срок', 'Ответственный', 'Ожидаемый результат']),
              cells(['I. Работа с результатами'], 5),
              cells(['1', 'Анализ результатов ВПР', 'октябрь', 'Зам. директора по УВР', 'Справка']),
              cells(['2', 'Обучение педагогов', 'ноябрь декабрь 2026', 'Методист', 'Обучено не менее 10 педагогов']),
              cells(['II. Контроль'], 5),
              cells(['3', 'Посещение уроков', 'последний понедельник месяца', 'Администрация', 'Листы посещения']),
              cells(['4', 'Наблюдение на ВПР', 'когда-нибудь', '', 'Акты']),
            ],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
