import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  option,
  record,
} from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOT_ATTEMPTED } from '../model.ts';
import { windows1251 } from '../readers/fixture-writing.ts';
import { readResults } from '../readers/registry.ts';
import { readExchange } from './read.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obektiv-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Pupil {
  readonly municipality: string;
  readonly school: string;
  readonly className: string;
  readonly journalMark: number | null;
  /** null: absent. One score per task, at most its maximum; cut to the tasks of the work. */
  readonly scores: readonly number[] | null;
}

interface Table {
  readonly works: readonly { readonly maxima: readonly number[]; readonly pupils: readonly Pupil[] }[];
  readonly delimiter: ',' | ';' | '\t';
  readonly encoding: 'utf-8' | 'utf-8-mark' | 'windows-1251' | 'utf-16le';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly quoteAll: boolean;
}

const SUBJECTS = ['Математика', 'Русский язык', 'История'];
const TASKS = 5;

const pupil = record({
  municipality: constantFrom('Озёрный район', 'г. «Лесной», округ; №1'),
  school: constantFrom('edu990101', 'МБОУ "СОШ № 1"', 'Лицей, 2', 'Школа; 3', 'Гимназия\n4', 'Школа\t5'),
  className: constantFrom('5А', '5Б', '5-1'),
  journalMark: constantFrom(2, 3, 4, 5, null),
  scores: option(array(integer({ min: -1, max: 12 }), { minLength: TASKS, maxLength: TASKS }), { freq: 5 }),
});

const table: Arbitrary<Table> = record({
  works: array(
    record({
      maxima: array(integer({ min: 1, max: 12 }), { minLength: 1, maxLength: TASKS }),
      pupils: array(pupil, { minLength: 1, maxLength: 12 }).filter((pupils) =>
        pupils.some(({ scores }) => scores !== null),
      ),
    }),
    { minLength: 1, maxLength: SUBJECTS.length },
  ),
  delimiter: constantFrom(',', ';', '\t'),
  encoding: constantFrom('utf-8', 'utf-8-mark', 'windows-1251', 'utf-16le'),
  lineEnd: constantFrom('\n', '\r\n', '\r'),
  quoteAll: boolean(),
});

/** Scores of a pupil in a work: as many as it has tasks, none above its maximum. */
function scoresOf(scores: readonly number[], maxima: readonly number[]): number[] {
  return maxima.map((max, task) => Math.min(scores[task]!, max));
}

function write({ works, delimiter, encoding, lineEnd, quoteAll }: Table): { papers: Uint8Array; spec: string } {
  const header = 'procedure,municipality,school,grade,class,subject,participant,journal_mark,t1,t2,t3,t4,t5'.split(',');
  const rows = works.flatMap(({ maxima, pupils }, work) =>
    pupils.map(({ municipality, school, className, journalMark, scores }, index) => {
      const own = scores === null ? [] : scoresOf(scores, maxima);
      const cells = Array.from({ length: TASKS }, (_, task) => own[task] ?? '');
      const results = cells.map((score) => (score === NOT_ATTEMPTED ? 'X' : score));
      return [
        'ВПР 2026',
        municipality,
        school,
        5,
        className,
        SUBJECTS[work]!,
        `u${index}`,
        journalMark ?? '',
        ...results,
      ];
    }),
  );
  const quoted = (cell: string | number): string =>
    quoteAll || /[",;\t\r\n]/u.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
  const text = [header, ...rows].map((row) => `${row.map(quoted).join(delimiter)}${lineEnd}`).join('');
  const spec = {
    procedure: 'ВПР 2026',
    works: works.map(({ maxima }, work) => ({
      subject: SUBJECTS[work],
      grade: 5,
      tasks: maxima.map((max, task) => ({ id: String(task + 1), max, response: 'short' })),
    })),
  };
  return { papers: encoded(text, encoding), spec: JSON.stringify(spec) };
}

function encoded(text: string, encoding: Table['encoding']): Uint8Array {
  if (encoding === 'windows-1251') return windows1251(text);
  return encoding === 'utf-16le'
    ? Buffer.from(`\uFEFF${text}`, 'utf16le')
    : Buffer.from(encoding === 'utf-8' ? text : `\uFEFF${text}`);
}

/** What the readers must give back: per work, each present pupil in the order of rows. */
function expected({ works }: Table) {
  return works.map(({ maxima, pupils }) =>
    pupils.flatMap(({ municipality, school, className, journalMark, scores }, index) =>
      scores === null
        ? []
        : [
            {
              municipality,
              school,
              className,
              participant: `u${index}`,
              journalMark,
              scores: scoresOf(scores, maxima),
            },
          ],
    ),
  );
}

test('what is written as CSV is read into administrations unchanged', async () => {
  await assert(
    asyncProperty(table, async (given) => {
      const { papers, spec } = write(given);
      const paths = { papers: join(folder, 'papers.csv'), spec: join(folder, 'spec.json') };
      await writeFile(paths.papers, papers);
      await writeFile(paths.spec, spec);
      const { administrations, problems, absent } = await readExchange(paths);
      expect(problems.filter(({ code }) => code !== 'no-scale')).toEqual([]);
      const read = administrations.map((each) =>
        Array.from({ length: each.size }, (_, paper) => {
          const { school, name } = each.classes[each.classOf[paper]!]!;
          const width = each.tasks.length;
          return {
            municipality: each.municipalities[each.schools[school]!.municipality],
            school: each.schools[school]!.name,
            className: name,
            participant: each.participants[paper],
            journalMark: each.journalMarks[paper] || null,
            scores: [...each.scores.subarray(paper * width, (paper + 1) * width)],
          };
        }),
      );
      expect(read).toEqual(expected(given));
      expect(absent).toBe(given.works.flatMap(({ pupils }) => pupils).filter(({ scores }) => scores === null).length);
    }),
    { numRuns: 150 },
  );
});

test('the wizard reads the same papers as the command line', async () => {
  await assert(
    asyncProperty(table, async (given) => {
      const { reader, files, problems } = await readResults(write(given).papers);
      expect(problems).toEqual([]);
      expect(reader).toBe('exchange');
      const read = files.map((file) =>
        file.papers
          .filter(({ status }) => status === 'present')
          .map(({ municipality, school, className, participant, journalMark, scores }) => ({
            municipality,
            school,
            className,
            participant,
            journalMark,
            scores,
          })),
      );
      expect(files.flatMap((file) => file.problems)).toEqual([]);
      expect(read).toEqual(expected(given));
    }),
    { numRuns: 100 },
  );
});
