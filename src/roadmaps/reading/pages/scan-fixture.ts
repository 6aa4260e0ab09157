/**
 * For the tests: an invented scan, slightly askew. What Tesseract 5 answered for its pieces is kept in recorded/, one file for each
 * way of reading (4: the page around the table, 6: its cells, 7: the numbers of its rows).
 */
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

const FONT = new URL(
  '../../../../node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  import.meta.url,
);
const COLUMNS = [120, 240, 1300, 1660, 2300];
const ROWS: readonly (readonly string[])[] = [
  ['№', 'Мероприятие', 'Срок', 'Ответственный'],
  ['1.1', 'Провести педагогический совет об итогах|проверочных работ', 'октябрь', 'Директор'],
  ['1.2', 'Собрать согласия родителей', 'до 1 марта', 'Классные|руководители'],
  ['1.3', 'Перепроверить работы в параллели', 'апрель – май', 'Заместитель директора|Руководители ШМО'],
];

/** PNG of the page. */
export function scannedPlan(): Uint8Array {
  GlobalFonts.registerFromPath(FONT.pathname, 'Tinos');
  const canvas = createCanvas(2480, 1400);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 2480, 1400);
  context.fillStyle = '#1a1a1a';
  context.rotate(0.008);
  context.font = '50px Tinos';
  context.fillText('МБОУ «Школа Выдуманная»', 900, 140);
  context.fillText('План мероприятий на 2025/2026 учебный год', 720, 260);
  ROWS.forEach((row, at) => {
    const top = 340 + at * 160;
    row.forEach((text, column) => {
      text.split('|').forEach((line, below) => context.fillText(line, COLUMNS[column] + 20, top + 60 + below * 60));
    });
    context.fillRect(COLUMNS[0], top, COLUMNS[4] - COLUMNS[0], 4);
  });
  context.fillRect(COLUMNS[0], 340 + ROWS.length * 160, COLUMNS[4] - COLUMNS[0], 4);
  for (const left of COLUMNS) context.fillRect(left, 340, 4, ROWS.length * 160 + 4);
  return new Uint8Array(canvas.toBuffer('image/png'));
}
