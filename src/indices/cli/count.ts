/** Counts indices over records in memory, by the rules that the SQL of store.ts follows. */
import type { IndexKind, IndexSettings, PairCount, Pairing, UnitCount } from '../model.ts';
import { claimedDegree, isNotConfirmed, medalOutcome, outcomeOf, PROCEDURE_OF, TERM_ORDER } from '../rules.ts';
import type { ClaimRecord, MarkRecord, PaperRecord } from './records.ts';

export interface Records {
  readonly papers: readonly PaperRecord[];
  readonly marks: readonly MarkRecord[];
  readonly claims: readonly ClaimRecord[];
}

export interface CountedIndex {
  readonly kind: IndexKind;
  readonly year: number;
  readonly units: readonly UnitCount[];
  /** Claims whose exams are not known. */
  readonly unknown: number;
}

export interface CountedPairs extends PairCount {
  readonly pairing: Pairing;
  readonly kind: IndexKind;
  readonly year: number;
  readonly school: string;
}

const keyOf = (...parts: readonly (string | number)[]): string => parts.join('\u0000');

/** The school's mark of a term for the pupil of a paper, the best term first; null where there is none. */
export function termMarks(marks: readonly MarkRecord[]): (paper: PaperRecord) => number | null {
  const known = new Map<string, MarkRecord[]>();
  for (const mark of marks) {
    const key = keyOf(mark.school, mark.pupil, mark.subject, mark.schoolYear);
    const list = known.get(key);
    if (list) list.push(mark);
    else known.set(key, [mark]);
  }
  return ({ school, pupil, subject, year, kind }) => {
    const list = known.get(keyOf(school, pupil, subject, year - 1));
    if (!list) return null;
    const order = TERM_ORDER[kind === 'oge' ? 'exam' : 'work'];
    return list.toSorted((a, b) => order.indexOf(a.term) - order.indexOf(b.term))[0]!.mark;
  };
}

const MARKED = ['vpr', 'oge', 'dkr'] as const;

export function countIndices({ papers, marks, claims }: Records, settings: IndexSettings): CountedIndex[] {
  const termMarkOf = termMarks(marks);
  const counted: CountedIndex[] = [];
  for (const kind of MARKED) {
    const ofKind = papers.filter((paper) => paper.kind === PROCEDURE_OF[kind]);
    for (const year of yearsOf(ofKind)) {
      const units = new Map<string, { numerator: number; denominator: number }>();
      for (const paper of ofKind) {
        if (paper.year !== year || paper.mark === null) continue;
        const school = paper.journalMark ?? termMarkOf(paper);
        if (school === null) continue;
        const unit = units.get(paper.school) ?? { numerator: 0, denominator: 0 };
        units.set(paper.school, unit);
        unit.denominator++;
        if (isNotConfirmed(school, paper.mark, settings.gap[kind])) unit.numerator++;
      }
      if (units.size > 0) counted.push({ kind, year, units: list(units), unknown: 0 });
    }
  }
  return [...counted, ...countMedals({ papers, marks, claims }, settings)];
}

function countMedals({ papers, marks, claims }: Records, settings: IndexSettings): CountedIndex[] {
  const exams = papers.filter(({ kind }) => kind === 'ege');
  return yearsOf(exams).map((year) => {
    const finals = new Map<string, { school: string; pupil: string; fives: number; fours: number; lower: number }>();
    for (const { school, pupil, schoolYear, term, grade, mark } of marks) {
      if (term !== 'final' || grade !== 11 || schoolYear + 1 !== year) continue;
      const key = keyOf(school, pupil);
      const sum = finals.get(key) ?? { school, pupil, fives: 0, fours: 0, lower: 0 };
      finals.set(key, sum);
      if (mark === 5) sum.fives++;
      else if (mark === 4) sum.fours++;
      else sum.lower++;
    }
    const degrees = new Map<string, { school: string; pupil: string; degree: 1 | 2 }>();
    for (const [key, { school, pupil, ...counts }] of finals) {
      const degree = claimedDegree(counts);
      if (degree !== null) degrees.set(key, { school, pupil, degree });
    }
    for (const { school, pupil, degree, year: of } of claims) {
      if (of === year) degrees.set(keyOf(school, pupil), { school, pupil, degree });
    }
    const results = new Map<
      string,
      { russian: number | null; bestOther: number | null; baseMathematics: number | null }
    >();
    for (const { school, pupil, subject, testScore, mark, year: of } of exams) {
      if (of !== year) continue;
      const key = keyOf(school, pupil);
      const result = results.get(key) ?? { russian: null, bestOther: null, baseMathematics: null };
      results.set(key, result);
      if (testScore === null) {
        if (subject === 'Математика') result.baseMathematics = Math.max(result.baseMathematics ?? 0, mark ?? 0) || null;
      } else if (subject === 'Русский язык') result.russian = Math.max(result.russian ?? 0, testScore);
      else result.bestOther = Math.max(result.bestOther ?? 0, testScore);
    }
    const units = new Map<string, { numerator: number; denominator: number }>();
    let unknown = 0;
    for (const [key, { school, degree }] of degrees) {
      const outcome = medalOutcome(
        results.get(key) ?? { russian: null, bestOther: null, baseMathematics: null },
        settings.medal[degree],
      );
      const unit = units.get(school) ?? { numerator: 0, denominator: 0 };
      units.set(school, unit);
      if (outcome === 'unknown') unknown++;
      else unit.denominator++;
      if (outcome === 'notConfirmed') unit.numerator++;
    }
    return { kind: 'medal' as const, year, units: list(units), unknown };
  });
}

/** Same pupils by school: journal against work, term against work. */
export function countPairs({ papers, marks }: Pick<Records, 'papers' | 'marks'>): CountedPairs[] {
  const termMarkOf = termMarks(marks);
  const sums = new Map<string, { -readonly [F in keyof CountedPairs]: CountedPairs[F] }>();
  for (const paper of papers) {
    const { kind, year, school, mark, journalMark } = paper;
    if (mark === null || kind === 'ege' || kind === 'own') continue;
    const term = termMarkOf(paper);
    const sides: readonly (readonly [Pairing, number | null, number | null])[] = [
      ['journalWork', journalMark, mark],
      ['termWork', term, mark],
      ['journalTerm', journalMark, term],
    ];
    for (const [pairing, first, second] of sides) {
      const key = keyOf(pairing, kind, year, school);
      const sum = sums.get(key) ?? {
        pairing,
        kind,
        year,
        school,
        raised: 0,
        confirmed: 0,
        lowered: 0,
        gapSum: 0,
        papers: 0,
      };
      sums.set(key, sum);
      sum.papers++;
      if (first === null || second === null) continue;
      sum[outcomeOf(first, second)]++;
      sum.gapSum += second - first;
    }
  }
  return [...sums.values()].filter((sum) => sum.raised + sum.confirmed + sum.lowered > 0);
}

function yearsOf(papers: readonly PaperRecord[]): number[] {
  return [...new Set(papers.map(({ year }) => year))].sort((a, b) => b - a);
}

function list(units: ReadonlyMap<string, { numerator: number; denominator: number }>): UnitCount[] {
  return [...units]
    .map(([id, unit]) => ({ id, ...unit }))
    .sort((a, b) => a.id.localeCompare(b.id, 'ru', { numeric: true }));
}
