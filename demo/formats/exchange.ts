/** The open exchange format: `papers.csv` with all works of a municipality, and `spec.json` that describes the works. */
import { PAPER_COLUMNS } from '#src/results/exchange/column-names.ts';
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import type { DemoClassResult, DemoPaper } from '../results.ts';
import { DEMO_PROCEDURE, type DemoWork } from '../works.ts';

export interface CsvDialect {
  readonly encoding: 'utf-8' | 'windows-1251';
  readonly delimiter: ',' | ';' | '\t';
}

/** @param results classes of any schools and works; columns t1..tN are as many as the longest work needs. */
export function writeExchangeCsv(results: readonly DemoClassResult[], dialect: CsvDialect): Buffer {
  const width = Math.max(...results.map(({ work }) => work.tasks.length));
  const header = [...PAPER_COLUMNS, ...Array.from({ length: width }, (_, index) => `t${index + 1}`)];
  const lines = results.flatMap((result) => result.papers.map((paper) => cells(result, paper, width)));
  const text = [header, ...lines]
    .map((line) => line.map((cell) => quoted(String(cell ?? ''), dialect.delimiter)).join(dialect.delimiter))
    .join('\r\n');
  return dialect.encoding === 'utf-8' ? Buffer.from(`${text}\r\n`) : encodeWindows1251(`${text}\r\n`);
}

export function writeExchangeSpec(works: readonly DemoWork[]): Buffer {
  const spec = {
    procedure: DEMO_PROCEDURE.titleInFiles,
    works: works.map(({ subject, grade, tasks, scale }) => ({
      subject,
      grade,
      tasks: tasks.map(({ id, max, response }) => ({ id, max, response })),
      mark_thresholds: { 3: scale.thresholds[3], 4: scale.thresholds[4], 5: scale.thresholds[5] },
    })),
  };
  return Buffer.from(`${JSON.stringify(spec, null, 2)}\n`);
}

/** All results of an absent pupil are empty: that is how the format says that he was absent. */
function cells(result: DemoClassResult, paper: DemoPaper, width: number): (string | number | null)[] {
  const { work, school, municipality, grade, letter, teacher } = result;
  const scores = Array.from({ length: width }, (_, index) => paper.scores[index] ?? null);
  return [
    DEMO_PROCEDURE.titleInFiles,
    work.heldOn,
    municipality.name,
    school.code,
    grade,
    `${grade}${letter}`,
    work.subject,
    teacher,
    paper.participant,
    paper.variant,
    paper.journalMark,
    paper.mark,
    paper.total,
    ...scores.map((score) => (score === NOT_ATTEMPTED ? 'X' : score)),
  ];
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Letters of the code page that a Russian table needs; the platform decodes windows-1251 but does not encode it. */
const WINDOWS_1251 = new Map(
  Array.from({ length: 128 }, (_, index) => index + 128).map((byte) => [
    new TextDecoder('windows-1251').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

function encodeWindows1251(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0)!;
      const byte = code < 128 ? code : WINDOWS_1251.get(letter);
      if (byte === undefined) throw new RangeError(`«${letter}» is not in windows-1251`);
      return byte;
    }),
  );
}
