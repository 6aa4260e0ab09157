/**
 * Measures something and its bound in turns, in one run: what the machine does beside it slows both, and the ratio stays.
 * The best of several rounds counts, for noise only ever adds time.
 */

/** A piece of work and the least that any program must do for it. */
export interface Subject {
  readonly name: string;
  /** What one run gets through: rows, papers. */
  readonly amount: number;
  readonly run: () => unknown;
  readonly bound: { readonly name: string; readonly run: () => unknown };
}

export interface Measured {
  readonly name: string;
  readonly amount: number;
  /** Best time of the subject and of its bound, seconds. */
  readonly seconds: number;
  readonly boundName: string;
  readonly boundSeconds: number;
}

export async function measure(subject: Subject, rounds = 5): Promise<Measured> {
  let seconds = Number.POSITIVE_INFINITY;
  let boundSeconds = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    boundSeconds = Math.min(boundSeconds, await secondsOf(subject.bound.run));
    seconds = Math.min(seconds, await secondsOf(subject.run));
  }
  return { name: subject.name, amount: subject.amount, seconds, boundName: subject.bound.name, boundSeconds };
}

async function secondsOf(run: () => unknown): Promise<number> {
  const started = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - started) / 1e9;
}

/** Rows of a table of measurements: speed, time, bound, how many times the bound it takes. */
export function speedTable(measured: readonly Measured[], unit: string): string[][] {
  return [
    ['', unit, `${unit}/s`, 's', 'bound', 'bound, s', 'ratio'],
    ...measured.map(({ name, amount, seconds, boundName, boundSeconds }) => [
      name,
      String(amount),
      String(Math.round(amount / seconds)),
      seconds.toFixed(3),
      boundName,
      boundSeconds.toFixed(3),
      (seconds / boundSeconds).toFixed(1),
    ]),
  ];
}

/** Prints rows in aligned columns, the first row over a line; the first column to the left, numbers to the right. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  console.log(`\n${title}\n`);
  rows.forEach((row, index) => {
    const cells = row.map((cell, column) =>
      isNumber(cell, index) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
    );
    console.log(cells.join('  ').trimEnd());
    if (index === 0) console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  });
}

function isNumber(cell: string, row: number): boolean {
  return row > 0 && /^[\d.×-]+$/u.test(cell);
}
