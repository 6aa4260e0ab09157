/** A sheet whose vertically merged cells are filled: one school cell beside all its pupils counts for each of them. */
import type { CellValue, MergedRange, TableRow, TableSheet } from '#src/platform/tables/source.ts';

/** @param belowRow the row of the header; merged cells of the heading stay as they are. */
export async function withMergedFilled(sheet: TableSheet, belowRow: number): Promise<TableSheet> {
  const ranges = (await sheet.merges()).filter(({ top, bottom }) => bottom > top && top > belowRow);
  return ranges.length === 0 ? sheet : { ...sheet, rows: () => filledRows(sheet, ranges) };
}

async function* filledRows(sheet: TableSheet, ranges: readonly MergedRange[]): AsyncGenerator<TableRow> {
  const sorted = ranges.toSorted((a, b) => a.top - b.top);
  let next = 0;
  let open: { readonly range: MergedRange; readonly value: CellValue }[] = [];
  for await (const row of sheet.rows()) {
    open = open.filter(({ range }) => range.bottom >= row.number);
    const values = [...row.values];
    for (const { range, value } of open) fill(values, range.left, value);
    for (; next < sorted.length && sorted[next].top <= row.number; next += 1) {
      const range = sorted[next];
      if (range.top === row.number) open.push({ range, value: row.values[range.left] ?? null });
    }
    yield { ...row, values };
  }
}

function fill(values: CellValue[], index: number, value: CellValue): void {
  while (values.length <= index) values.push(null);
  values[index] ??= value;
}
