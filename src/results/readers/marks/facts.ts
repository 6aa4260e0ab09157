/** Facts above a table: «Учебный год: 2025/2026», «Класс: 9А», «Период: 1 четверть», a title that says them in words. */
import type { TableRow } from '#src/platform/tables/source.ts';
import type { Term } from '../../model.ts';
import { cellText } from '../cells.ts';
import { headerKey } from '../headers.ts';
import { isPersonalHeader } from '../personal.ts';
import { looksLikeKey } from '../personal-facts.ts';
import { journalSubject } from './subjects.ts';
import { schoolYearOf, termOf } from './term.ts';

export interface TableFacts {
  readonly school: string | null;
  readonly className: string | null;
  readonly subject: string | null;
  readonly schoolYear: number | null;
  readonly term: Term | null;
  /** The row that names a pupil, with his key where it is one. */
  readonly pupil: { readonly row: number; readonly key: string | null } | null;
}

export const NO_FACTS: TableFacts = {
  school: null,
  className: null,
  subject: null,
  schoolYear: null,
  term: null,
  pupil: null,
};

/** Cheap sign that a cell says a fact. */
const MAY_SAY = /:|класс|четверт|тримест|полугод|(?<!\p{L})год|20\d\d/iu;

/** The facts with what a row above or between tables adds to them. */
export function withFacts(facts: TableFacts, row: TableRow): TableFacts {
  const filled = row.values.map(cellText).filter((text) => text !== '');
  if (filled.length > 8 || !filled.some((text) => MAY_SAY.test(text))) return facts;
  let next = facts;
  for (const [position, text] of filled.entries()) {
    const labelled = /^([^:]{2,60}):\s*(.*)$/su.exec(text);
    if (labelled === null) next = { ...next, ...inWords(text) };
    else
      next = {
        ...next,
        ...ofLabel(labelled[1], labelled[2] === '' ? (filled[position + 1] ?? '') : labelled[2], row.number),
      };
  }
  return next;
}

function ofLabel(label: string, value: string, row: number): Partial<TableFacts> {
  const key = headerKey(label);
  // A pupil's label without a value is what the redacted copy keeps of a name.
  if (isPersonalHeader(label)) return { pupil: { row, key: looksLikeKey(value) ? value : null } };
  if (value === '') return {};
  if (/^учебный год$/u.test(key)) return { schoolYear: schoolYearOf(value) };
  if (/^класс$/u.test(key)) return { className: value.slice(0, 40) };
  if (/^(учебный )?период$|^четверть$|^триместр$/u.test(key))
    return given({ term: termOf(value), schoolYear: schoolYearOf(value) });
  if (/^предмет$/u.test(key)) return given({ subject: journalSubject(value) });
  if (/^(школа|оо|образовательная организация)$/u.test(key)) return { school: value.slice(0, 200) };
  return {};
}

/** «Итоги успеваемости 9А класса за 1 четверть 2025/2026 учебного года». */
function inWords(text: string): Partial<TableFacts> {
  if (text.length > 300) return {};
  const className =
    /(?<![\p{L}\d])(\d{1,2} ?[-«"]? ?\p{Lu}["»]?) класс|класса? (\d{1,2} ?[-«"]? ?\p{Lu})(?![\p{L}])/u.exec(text);
  const period = /четверт|тримест|полугод|(?<!\p{L})(за )?год(?!\p{L})/iu.test(text)
    ? termOf(text.replace(/учебн\S+ год\S*/giu, ' '))
    : null;
  return given({
    className: className?.[1] ?? className?.[2] ?? null,
    schoolYear: schoolYearOf(text),
    term: period,
  });
}

function given(facts: Partial<TableFacts>): Partial<TableFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined));
}
