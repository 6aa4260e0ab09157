/**
 * Summaries of a class without pupils: «Итоги успеваемости класса за учебный период» of electronic journals, with a row
 * per subject (or per class) and how many pupils have «5», «4», «3», «2». Class, period and school year stand above the
 * table or in columns. Shares, means and teachers beside the counts are not read.
 */
import type { TableRow } from '#src/platform/tables/source.ts';
import type { ColumnRole, ReadTable } from '../../model.ts';
import { headerTexts } from '../cells.ts';
import { headerColumn, type HeaderColumn, headerKey } from '../headers.ts';
import { NO_FACTS, type TableFacts, withFacts } from '../marks/facts.ts';
import { termOf } from '../marks/term.ts';
import type { ReadContext, Reader, SheetProbe } from '../reader.ts';
import { readRoleTable } from '../tables/read.ts';
import { canonicalClassName } from '../../rules.ts';

const ID = 'class-summary';

const COUNT =
  /^(?:кол-?во |количество |число |получили |на )?(?:отметок |оценок |учеников на |учащихся на |обучающихся на )?[«"']?([2-5])[»"']?(?:,? ?чел\.?)?$/u;
const WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['count5', /^(отл(ично)?\.?|отличников)$/u],
  ['count4', /^(хор(ошо)?\.?|хорошистов)$/u],
  ['count3', /^(уд\.?|удовл\.?|удовлетворительно|троечников)$/u],
  ['count2', /^(неуд\.?|неудовл?\.?|неудовлетворительно|неуспевающих)$/u],
  ['pupils', /^(кол-?во|количество|число|всего)? ?(учащихся|учеников|обучающихся)( в классе| всего)?$/u],
  ['term', /^(период|учебный период|четверть|триместр)$/u],
  ['schoolYear', /^учебный год$/u],
];

interface SummaryHeader {
  readonly row: TableRow;
  readonly columns: readonly HeaderColumn[];
  readonly facts: TableFacts;
}

export const classSummary: Reader = {
  id: ID,

  recognise: (sheets) => (sheets.some((sheet) => headerOf(sheet) !== null) ? 0.8 : 0),

  async read({ source, sheets }: ReadContext): Promise<ReadTable[]> {
    const tables: ReadTable[] = [];
    for (const probe of sheets) {
      const header = headerOf(probe);
      if (header === null) continue;
      const { schoolYear, term, subject, school, className } = header.facts;
      tables.push(
        await readRoleTable({
          reader: ID,
          content: 'termSummaries',
          sheet: source.sheets[probe.index],
          headerRow: header.row.number,
          columns: header.columns,
          constants: {
            schoolYear,
            term,
            subject,
            school,
            className: className === null ? null : canonicalClassName(className, null),
          },
        }),
      );
    }
    return tables;
  },
};

function headerOf({ head }: SheetProbe): SummaryHeader | null {
  let facts = NO_FACTS;
  for (const row of head) {
    const columns = headerTexts(row).flatMap((header, index) => (header === '' ? [] : [summaryColumn(header, index)]));
    if (isHeader(columns)) return { row, columns, facts };
    facts = withFacts(facts, row);
  }
  return null;
}

function summaryColumn(header: string, index: number): HeaderColumn {
  const key = headerKey(header);
  const mark = COUNT.exec(key)?.[1];
  if (mark !== undefined) return { index, header, role: `count${mark}` as ColumnRole };
  const role = WORDS.find(([, pattern]) => pattern.test(key))?.[0];
  if (role !== undefined) return { index, header, role };
  const known = headerColumn(header, index);
  // Scores have no place here: «5» over a column is a mark.
  return known.role === 'task' || termOf(header) !== null ? { index, header, role: 'ignored' } : known;
}

/** All four marks, subject or class, and nothing of single pupils or of FIS OKO's groups. */
function isHeader(columns: readonly HeaderColumn[]): boolean {
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  const counts = (['count2', 'count3', 'count4', 'count5'] as const).every(has);
  if (!counts || has('participant') || has('pupil') || has('personal')) return false;
  if (columns.some(({ header }) => headerKey(header) === 'группы участников')) return false;
  return has('subject') || has('className');
}
