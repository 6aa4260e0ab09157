/** Rows of tables that are no papers, by kind: a draft, or null for a row that says nothing. */
import type { ColumnRole, OfficialEntryDraft, PupilKeyDraft, TermMarkDraft, TermSummaryDraft } from '../../model.ts';
import { canonicalClassName, canonicalSubject, HIGHEST_GRADE, LOWEST_GRADE, markValue } from '../../rules.ts';
import { subjectInColumn } from '../marks/subjects.ts';
import { schoolYearOf, termOf } from '../marks/term.ts';
import { isOwnKey } from '../personal-facts.ts';
import type { RoleRow } from './read.ts';

const TERM_WORDS = '1–4 четверть, 1–3 триместр, 1–2 полугодие, год, итог';

function placeOf({ row, text, constants }: RoleRow) {
  const schoolName = text('schoolName') || null;
  return {
    row: row.number,
    municipality: text('municipality') || (constants.municipality ?? null),
    school: text('school') || schoolName || (constants.school ?? null),
    schoolName,
  };
}

function periodOf({ text, constants, report }: RoleRow) {
  const subject = subjectInColumn(text('subject')) ?? constants.subject ?? null;
  const year = text('schoolYear');
  const termText = text('term');
  const term = termText === '' ? (constants.term ?? null) : termOf(termText);
  if (term === null && termText !== '') report('term-unknown', 'term', { found: termText, allowed: TERM_WORDS });
  return {
    subject,
    schoolYear: (year === '' ? null : schoolYearOf(year)) ?? constants.schoolYear ?? null,
    term,
    flawed: term === null && termText !== '',
  };
}

function classOf({ text, constants }: RoleRow): string | null {
  const bare = text('className').replace(/\s*класс\p{L}*\s*$/iu, '');
  return bare === '' ? (constants.className ?? null) : canonicalClassName(bare, constants.grade ?? null);
}

export function markRow(source: RoleRow): TermMarkDraft | null {
  const role: ColumnRole = source.text('termMark') === '' ? 'mark' : 'termMark';
  const cell = source.text(role);
  const mark = markValue(cell);
  if (mark === undefined) source.report('mark-unknown', role, { found: cell, allowed: '2, 3, 4, 5' });
  if (mark === null || mark === undefined) return null;
  const { flawed, ...period } = periodOf(source);
  if (source.pupil === '') source.report('pupil-missing', 'pupil');
  const errors = Number(flawed) + Number(source.pupil === '');
  return {
    ...placeOf(source),
    ...(errors > 0 ? { errors } : {}),
    className: classOf(source),
    pupil: source.pupil || null,
    ...period,
    mark,
  };
}

const COUNTS = ['count2', 'count3', 'count4', 'count5'] as const;

export function summaryRow(source: RoleRow): TermSummaryDraft | null {
  const { text, report } = source;
  if (COUNTS.every((role) => text(role) === '')) return null;
  if (subjectInColumn(text('subject')) === null && source.constants.subject == null && text('className') === '')
    return null;
  let errors = 0;
  const count = (role: ColumnRole): number | null => {
    const found = text(role);
    // An empty cell of a summary is a mark that nobody has.
    if (found === '' || found === '-' || found === '–') return null;
    if (/^\d{1,5}$/u.test(found)) return Number(found);
    errors += 1;
    report('count-unknown', role, { found, allowed: '0, 1, 2 …' });
    return null;
  };
  const [count2, count3, count4, count5] = COUNTS.map((role) => count(role) ?? 0);
  const pupils = count('pupils');
  const marks = count2 + count3 + count4 + count5;
  if (pupils !== null && marks > pupils) {
    report('counts-exceed-pupils', 'pupils', { found: String(marks), allowed: String(pupils) });
  }
  const { flawed, ...period } = periodOf(source);
  errors += Number(flawed);
  return {
    ...placeOf(source),
    ...(errors > 0 ? { errors } : {}),
    className: classOf(source),
    ...period,
    pupils,
    count2,
    count3,
    count4,
    count5,
  };
}

export function listRow(source: RoleRow): OfficialEntryDraft | null {
  const { text, report, constants } = source;
  const place = placeOf(source);
  if (place.school === null) return null;
  const subjectText = text('subject');
  const gradeText = text('grade') || text('className') || (/\d{1,2}/u.exec(subjectText)?.[0] ?? '');
  const subject =
    subjectText === '' ? null : canonicalSubject(subjectText.replace(/[,\s]*\d{1,2}\s*(класс\p{L}*|кл\.?)?/iu, ''));
  const grade = gradeText === '' ? (constants.grade ?? null) : Number.parseInt(gradeText, 10);
  let errors = 0;
  if (subjectText !== '' && subject === null) {
    errors += 1;
    report('value-unknown', 'subject', { found: subjectText, allowed: 'РУ, МА …' });
  }
  const possible = grade === null || (grade >= LOWEST_GRADE && grade <= HIGHEST_GRADE);
  if (!possible) {
    errors += 1;
    report('grade-impossible', text('grade') === '' ? 'className' : 'grade', {
      found: gradeText,
      allowed: `${LOWEST_GRADE}–${HIGHEST_GRADE}`,
    });
  }
  const year = /(?<!\d)20\d\d(?!\d)/u.exec(text('schoolYear') || text('date'))?.[0];
  return {
    ...place,
    ...(errors > 0 ? { errors } : {}),
    subject: subject ?? constants.subject ?? null,
    grade: possible ? grade : null,
    year: year === undefined ? (constants.year ?? null) : Number(year),
    note: text('note').slice(0, 300),
  };
}

export function keyRow(source: RoleRow): PupilKeyDraft | null {
  const participant = source.text('participant');
  const key = source.text('pupil');
  if (participant === '' && key === '') return null;
  let errors = 0;
  if (participant === '') {
    errors += 1;
    source.report('participant-missing', 'participant');
  }
  const own = isOwnKey(key);
  if (!own) {
    errors += 1;
    source.report('pupil-missing', 'pupil');
  }
  return { ...placeOf(source), ...(errors > 0 ? { errors } : {}), participant, pupil: own ? key : '' };
}
