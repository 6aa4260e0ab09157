/** Plans on their way in as tests send them. */
import type { Answer, Client } from '#src/test-region.ts';
import { docx, paragraph, table } from '../reading/docx-fixture.ts';

/** Sends a plan as a browser's form does. */
export function sendPlan(
  client: Client,
  { name, content, ...fields }: { name: string; content: Buffer; pasted?: string; again?: string; schoolYear?: string },
): Promise<Answer> {
  const boundary = 'test-boundary';
  const head = (disposition: string) => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}`);
  const body = Buffer.concat([
    ...Object.entries(fields).map(([field, value]) =>
      Buffer.concat([head(`name="${field}"`), Buffer.from(`\r\n\r\n${value}\r\n`)]),
    ),
    head(`name="files"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return client('POST', '/api/plan-intakes', body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
}

/** The intake once it has been read. */
export async function settled(client: Client, id: number): Promise<Answer['body']> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const { body } = await client('GET', `/api/plan-intakes/${id}`);
    if (body.state !== 'received') return body;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`intake ${id} was not read`);
}

/** A small plan of an invented school: two sections, a merged cell, a row that is no measure. */
export function smallPlan(note = ''): Buffer {
  return Buffer.from(
    docx(
      paragraph('План мероприятий по повышению объективности оценивания'),
      paragraph(`МБОУ «Школа № 11» на 2026/2027 учебный год${note}`),
      table(
        ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат'],
        [{ text: 'I. Работа с результатами', span: 5 }],
        ['1', 'Анализ результатов ВПР', 'Август- сентябрь', 'Зам. директора по УВР', 'Справка'],
        ['2', 'Обучение педагогов на курсах, не менее 10 педагогов', 'ноябрь декабрь 2026', 'Директор', 'Обучены'],
        [{ text: 'II. Контроль', span: 5 }],
        ['3', 'Посещение уроков', 'ежемесячно', 'Администрация', 'Справка'],
        ['4', 'Наблюдение на ВПР', 'по графику ВПР', 'Учитель', 'Акты'],
      ),
    ),
  );
}
