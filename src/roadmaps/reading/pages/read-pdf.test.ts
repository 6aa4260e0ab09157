import { expect, test } from 'vitest';
import { pdf } from '../fixture-file.ts';
import { readPlanFile } from '../plan-file.ts';
import { withoutPrograms } from '../without-programs.ts';

const OPTIONS = { presentYear: 2026 };
const TEXT = '#set text(font: "Tinos", size: 12pt, lang: "ru", hyphenate: true)\n';
const TITLE = '*План мероприятий на 2025/2026 учебный год*\n\n';

async function measures(source: string) {
  const { roadmap } = await readPlanFile(pdf(source), 'план.pdf', OPTIONS);
  return roadmap!.sections.flatMap((section) =>
    section.measures.map(({ number, text, deadline, result }) => [number, text, deadline.verbatim, result]),
  );
}

function rows(count: number, row: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => row(index + 1)).join('\n');
}

test('a table that was printed lying on a standing page is read upright', async () => {
  const found = await measures(`#set page(width: 210mm, height: 297mm, margin: 15mm)
${TEXT}#rotate(90deg, reflow: true)[#box(width: 250mm)[${TITLE}
#table(columns: (12mm, 1fr, 30mm, 60mm), stroke: 0.5pt, [№],[Мероприятие],[Срок],[Результат],
${rows(3, (n) => `[${n}],[Дело номер ${n}],[до ${n} марта],[Справка ${n}],`)})]]`);
  expect(found).toEqual([1, 2, 3].map((n) => [`${n}`, `Дело номер ${n}`, `до ${n} марта`, `Справка ${n}`]));
});

test('a row that the end of a page cuts is one measure, and its header is no row', async () => {
  const long = 'описанное так подробно, что его слова занимают в ячейке несколько строк и разорваны концом страницы';
  const found = await measures(`#set page(width: 200mm, height: 62mm, margin: 12mm)
${TEXT}#table(columns: (12mm, 1fr, 34mm, 50mm), stroke: 0.5pt,
table.header([№],[Мероприятие],[Срок],[Результат]),
${rows(5, (n) => `[${n}],[Дело номер ${n}, ${long}],[до ${n} марта 2026 г.],[Справка ${n}],`)})`);
  expect(found).toEqual(
    [1, 2, 3, 4, 5].map((n) => [`${n}`, `Дело номер ${n}, ${long}`, `до ${n} марта 2026 г.`, `Справка ${n}`]),
  );
});

test('lines between the rows alone are enough, also without numbers', async () => {
  const found =
    await measures(`#set page(width: 210mm, height: 160mm, margin: 20mm, numbering: "1", header: [Школа Выдуманная])
${TEXT}${TITLE}#table(columns: (1fr, 32mm, 40mm), stroke: (x: none, y: 0.5pt),
table.header([*Мероприятие*],[*Срок*],[*Результат*]),
${rows(14, (n) => `[Провести дело номер ${n} с методическими объединениями],[до ${n} марта],[Справка ${n} по итогам],`)})`);
  expect(found).toHaveLength(14);
  expect(found[13]).toEqual([
    null,
    'Провести дело номер 14 с методическими объединениями',
    'до 14 марта',
    'Справка 14 по итогам',
  ]);
});

test('columns that nearly touch stay apart, and a heading on its side is read', async () => {
  const found = await measures(`#set page(width: 210mm, height: 297mm, margin: 20mm)
${TEXT}#table(columns: (auto, 70mm, auto, auto), stroke: 0.4pt, inset: 1.5pt,
[№],[Мероприятие],[Срок],table.cell[#rotate(-90deg, reflow: true)[Ожидаемый результат]],
${rows(3, (n) => `[${n}],[Дело номер ${n}],[март],[Акт],`)})`);
  expect(found).toEqual([1, 2, 3].map((n) => [`${n}`, `Дело номер ${n}`, 'март', 'Акт']));
});

test('a merged cell that goes on over the page keeps its value', async () => {
  const found = await measures(`#set page(width: 210mm, height: 90mm, margin: 15mm)
${TEXT}#table(columns: (12mm, 1fr, 50mm, 40mm), stroke: 0.5pt, [№],[Мероприятие],[Срок],[Результат],
${rows(9, (n) => `[${n}],[Дело номер ${n}, описанное в две строки],${n === 1 ? 'table.cell(rowspan: 9)[в течение учебного года],' : ''}[Справка ${n}],`)})`);
  expect(found.map(([number, , deadline]) => [number, deadline])).toEqual(
    Array.from({ length: 9 }, (_, index) => [`${index + 1}`, 'в течение учебного года']),
  );
});

test('a point whose place in the font is by chance its own code stays a point', async () => {
  const found = await measures(`#set page(width: 210mm, height: 160mm)
#set text(font: "Tinos", size: 12pt, lang: "ru", hyphenate: false)
${TITLE}#table(columns: (12mm, 1fr, 30mm, 60mm), stroke: 0.5pt, [№],[Мероприятие],[Срок],[Результат],
[1],[*АБВГДЕЖЗ ИЙКЛМНОП РСТУФ г.Ново и т. д., см.приказ*],[март],[Акт])`);
  expect(found).toEqual([['1', 'АБВГДЕЖЗ ИЙКЛМНОП РСТУФ г.Ново и т. д., см.приказ', 'март', 'Акт']]);
});

const MINIMAL = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
`;

async function refused(text: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(text);
  return (await withoutPrograms(() => readPlanFile(bytes, 'план.pdf', OPTIONS))).refusal?.code;
}

test('a locked, a damaged and an empty PDF are refused with what to do', async () => {
  const locked = `${MINIMAL}4 0 obj<</Filter/Standard/V 1/R 2/P -44/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>`;
  expect(await refused(locked)).toBe('planPdfEncrypted');
  expect(await refused('%PDF-1.7 nothing follows')).toBe('planPdfDamaged');
  expect(await refused(`${MINIMAL}trailer<</Root 1 0 R/Size 4>>`)).toBe('planScan');
});
