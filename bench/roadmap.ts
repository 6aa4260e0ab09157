/**
 * Speed of reading plans: a document of Word with 300 measures, from its bytes to measures with deadlines, people and remarks, beside
 * the archive unpacked and its parts run through the XML parser. Fails above two seconds.
 *
 *   node bench/roadmap.ts
 */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType, WidthType } from 'docx';
import { openPlan } from '#src/roadmaps/reading/open.ts';
import { readRoadmap } from '#src/roadmaps/reading/read.ts';
import { scanDocument } from './bounds.ts';
import { measure, printTable, speedTable } from './measure.ts';

const ROWS = 300;
const MOST_SECONDS = 2;
const SECTION_ROWS = 15;

const DEADLINES = [
  'октябрь 2026 г.',
  'ноябрь 2026 г. – май 2027 г.',
  'в течение учебного года',
  'до 30 ноября 2026 г.',
  'ежемесячно, последний понедельник месяца',
  'по графику проведения ВПР',
  '1 раз в четверть',
  'сентябрь, январь, май',
  'постоянно',
];
const PEOPLE = [
  'Директор школы\nЗам. директора по УВР',
  'Руководители ШМО',
  'Школьный координатор',
  'МБУ «Центр Вымысел»\nОО',
  'Классные руководители, педагог-психолог',
];
const TEXTS = [
  'Сопоставление результатов внешних оценочных процедур с отметками за четверть у одних и тех же обучающихся, выявление и анализ причин расхождений по каждому классу',
  'Проведение семинара для учителей-предметников по критериям оценивания заданий с развёрнутым ответом с участием ведущих экспертов',
  'Организация общественного наблюдения при проведении всероссийских проверочных работ и проверке работ участников',
  'Информирование родителей (законных представителей) о порядке и сроках проведения оценочных процедур, об их целях и итогах',
];
const RESULTS = [
  'Аналитическая справка; обсуждено на педагогическом совете, приняты управленческие решения',
  'Обучено не менее 10 педагогов, выданы удостоверения',
  'Акты наблюдения, нарушений порядка не выявлено',
];

function cell(text: string, more: { bold?: boolean; columnSpan?: number; continued?: boolean } = {}): TableCell {
  return new TableCell({
    ...(more.columnSpan === undefined ? {} : { columnSpan: more.columnSpan }),
    ...(more.continued === undefined
      ? {}
      : { verticalMerge: more.continued ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART }),
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          children: line.split(' ').map((word) => new TextRun({ text: `${word} `, bold: more.bold ?? false })),
        }),
    ),
  });
}

/** Word writes a run for nearly every word once a text has been edited; this document does as well. */
async function planOf(rows: number): Promise<Uint8Array> {
  const table: TableRow[] = [
    new TableRow({
      tableHeader: true,
      children: ['№ п/п', 'Мероприятие', 'Срок', 'Ответственный', 'Ожидаемый результат'].map((name) =>
        cell(name, { bold: true }),
      ),
    }),
  ];
  for (let index = 0; index < rows; index += 1) {
    const section = Math.floor(index / SECTION_ROWS) + 1;
    const number = (index % SECTION_ROWS) + 1;
    if (number === 1) {
      table.push(
        new TableRow({ children: [cell(`${section}. Направление работы ${section}`, { bold: true, columnSpan: 5 })] }),
      );
    }
    table.push(
      new TableRow({
        children: [
          cell(`${section}.${number}.`),
          cell(`${TEXTS[index % TEXTS.length]} (${index + 1})`),
          cell(DEADLINES[index % DEADLINES.length]!),
          cell(number % 2 === 1 ? PEOPLE[index % PEOPLE.length]! : '', { continued: number % 2 === 0 }),
          cell(RESULTS[index % RESULTS.length]!),
        ],
      }),
    );
  }
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun({ text: 'Дорожная карта', bold: true })] }),
          new Paragraph('повышения объективности оценивания на 2026/2027 учебный год'),
          new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: table }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

async function readChecked(bytes: Uint8Array, rows: number): Promise<void> {
  const { sections } = readRoadmap(await openPlan(bytes), { presentYear: 2026 });
  const found = sections.reduce((sum, { measures }) => sum + measures.length, 0);
  if (found !== rows) throw new Error(`${found} measures were read of ${rows}`);
}

const bytes = await planOf(ROWS);
const measured = await measure({
  name: `DOCX, ${ROWS} rows`,
  amount: ROWS,
  run: () => readChecked(bytes, ROWS),
  bound: { name: 'unzip and XML scan', run: () => scanDocument(bytes) },
});
printTable('Reading of plans', speedTable([measured], 'rows'));
if (measured.seconds > MOST_SECONDS) {
  console.error(`\n${measured.seconds.toFixed(2)} s is more than ${MOST_SECONDS} s`);
  process.exitCode = 1;
}
