/**
 * State exams, control works and marks of terms of the demo region: invented pupils of grades 9 and 11, and what the school
 * knows of the same pupils. Everything follows from the numbers of the schools.
 */
import type { Random } from '#src/objectivity/engine/random.ts';
import type { Term } from '#src/results/model.ts';
import { demoResults } from './results.ts';
import { type DemoSchool, randomOf, workingSchools } from './region.ts';
import { SIZES } from './schools.ts';

export interface ExamPaper {
  readonly school: string;
  readonly grade: number;
  readonly letter: string;
  readonly participant: string;
  /** null where the school has not given the key with the protocol. */
  readonly pupil: string | null;
  /** Points of part 1 and part 2. */
  readonly scores: readonly [number, number];
  readonly mark: number | null;
  readonly testScore: number | null;
}

export interface ExamTermMark {
  readonly school: string;
  readonly grade: number;
  readonly letter: string;
  readonly pupil: string;
  readonly subject: string;
  readonly schoolYear: number;
  readonly term: Term;
  readonly mark: number;
}

export interface ExamWork {
  readonly kind: 'oge' | 'ege' | 'dkr';
  readonly procedure: string;
  readonly year: number;
  readonly subject: string;
  readonly grade: number;
  readonly level: 'base' | 'advanced';
  readonly heldOn: string;
  /** Highest points of part 1 (short answers) and part 2 (extended ones). */
  readonly parts: readonly [number, number];
  readonly papers: readonly ExamPaper[];
}

export interface PupilKeyRow {
  readonly school: string;
  readonly participant: string;
  readonly pupil: string;
}

export interface ExamResultsOfRegion {
  readonly works: readonly ExamWork[];
  readonly termMarks: readonly ExamTermMark[];
  /** Keys of OGE 2026 that came in a table of their own. */
  readonly keys: readonly PupilKeyRow[];
  readonly claims: readonly { readonly school: string; readonly pupil: string; readonly degree: 1 | 2 }[];
}

/** Schools whose own marks are kinder than their neighbours': those with inflated journals in the plan, and one more. */
const KIND_SCHOOLS = new Set(['edu990117', 'edu990405', 'edu990406']);
const KINDNESS = 1.1;
const YEARS = [2025, 2026] as const;
const FINAL_SUBJECTS = ['Русский язык', 'Математика', 'История', 'Физика', 'Биология', 'География'] as const;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Ability in standard deviations to a mark 2..5 by three cuts. */
function markOfAbility(ability: number, cuts: readonly [number, number, number]): number {
  return 2 + cuts.filter((cut) => ability >= cut).length;
}

const SCHOOL_CUTS = [-2.2, -0.1, 0.95] as const;
const EXAM_CUTS = [-1.7, -0.05, 1] as const;
/** A claim needs all subjects: school marks of leavers stand somewhat higher. */
const FINAL_CUTS = [-2.6, -0.9, 0.15] as const;

function levelOf(school: DemoSchool, random: Random): number {
  const own = 0.25 * random.normal();
  if (school.specialised) return 0.7 + own;
  return school.size === 'village' ? own - 0.2 : own;
}

/** How kind the school's own marks are: schools honestly differ, and a few differ by much. */
function kindnessOf(school: DemoSchool, random: Random): number {
  return 0.22 * random.normal() + (KIND_SCHOOLS.has(school.code) ? KINDNESS : 0);
}

interface Pupil {
  readonly ability: number;
  readonly letter: string;
  readonly number: number;
}

function pupilsOf(school: DemoSchool, parallels: number, level: number, random: Random): Pupil[] {
  const [fewest, most] = SIZES[school.size].pupils;
  const pupils: Pupil[] = [];
  for (let parallel = 0; parallel < parallels; parallel++) {
    const size = random.integer(fewest, most);
    for (let index = 0; index < size; index++) {
      pupils.push({ ability: level + random.normal(), letter: 'АБВГДЕЖЗИКЛМ'[parallel]!, number: pupils.length + 1 });
    }
  }
  return pupils;
}

/** Points of two parts in proportion to an ability. */
function partsOf(ability: number, [first, second]: readonly [number, number], random: Random): [number, number] {
  const share = (shift: number) => 1 / (1 + Math.exp(-(ability + shift + 0.3 * random.normal())));
  return [Math.round(first * clamp(share(0.9), 0, 1)), Math.round(second * clamp(share(-0.9), 0, 1))];
}

const OGE_WORKS = [
  { subject: 'Русский язык', parts: [20, 17], heldOn: '06-03' },
  { subject: 'Математика', parts: [19, 12], heldOn: '06-09' },
] as const;
const EGE_RUSSIAN = { subject: 'Русский язык', parts: [28, 22], heldOn: '06-04' } as const;
const EGE_OTHER = [
  { subject: 'История', parts: [20, 22], heldOn: '06-01' },
  { subject: 'Физика', parts: [28, 17], heldOn: '06-11' },
] as const;

type Collected = Map<string, ExamPaper[]>;

function collect(into: Collected, key: string, paper: ExamPaper): void {
  const papers = into.get(key);
  if (papers) papers.push(paper);
  else into.set(key, [paper]);
}

/** All of it; the same on every machine. */
export function demoExams(): ExamResultsOfRegion {
  const papers: Collected = new Map();
  const termMarks: ExamTermMark[] = [];
  const keys: PupilKeyRow[] = [];
  const claims: { school: string; pupil: string; degree: 1 | 2 }[] = [];
  for (const school of workingSchools) {
    const random = randomOf(school.code, 11);
    const level = levelOf(school, random);
    const kindness = kindnessOf(school, random);
    for (const year of YEARS) ninth(school, year, level, kindness, random, { papers, termMarks, keys });
    if (school.size === 'large' || school.size === 'town') {
      eleventh(school, level, kindness, random, { papers, termMarks, claims });
    }
  }
  control(papers, termMarks);
  const works: ExamWork[] = [];
  for (const year of YEARS) {
    for (const { subject, parts, heldOn } of OGE_WORKS) {
      works.push({
        kind: 'oge',
        procedure: `ОГЭ ${year} (демонстрация)`,
        year,
        subject,
        grade: 9,
        level: 'base',
        heldOn: `${year}-${heldOn}`,
        parts,
        papers: papers.get(`oge ${year} ${subject}`) ?? [],
      });
    }
  }
  const ege = { kind: 'ege', procedure: 'ЕГЭ 2026 (демонстрация)', year: 2026, grade: 11 } as const;
  for (const { subject, parts, heldOn } of [EGE_RUSSIAN, ...EGE_OTHER]) {
    works.push({
      ...ege,
      subject,
      level: 'base',
      heldOn: `2026-${heldOn}`,
      parts,
      papers: papers.get(`ege ${subject}`) ?? [],
    });
  }
  works.push({
    ...ege,
    subject: 'Математика',
    level: 'base',
    heldOn: '2026-06-08',
    parts: [16, 5],
    papers: papers.get('ege base') ?? [],
  });
  works.push({
    kind: 'dkr',
    procedure: 'ДКР 2026 (демонстрация)',
    year: 2026,
    subject: 'Математика',
    grade: 6,
    level: 'base',
    heldOn: '2026-02-17',
    parts: [10, 6],
    papers: papers.get('dkr') ?? [],
  });
  return { works, termMarks, keys, claims };
}

interface NinthSink {
  readonly papers: Collected;
  readonly termMarks: ExamTermMark[];
  readonly keys: PupilKeyRow[];
}

function ninth(
  school: DemoSchool,
  year: number,
  level: number,
  kindness: number,
  random: Random,
  sink: NinthSink,
): void {
  const parallels = Math.max(1, school.classes.filter(({ grade }) => grade === 8).length);
  for (const { ability, letter, number } of pupilsOf(school, parallels, level, random)) {
    const participant = `9${String(number).padStart(4, '0')}`;
    const pupil = `${year - 9}-${String(number).padStart(3, '0')}`;
    // Towns give keys with the protocol, settlements in a table of their own, villages not for everyone.
    const withPaper =
      school.size === 'large' || school.size === 'town' || (school.size === 'village' && random.chance(0.5));
    if (school.size === 'settlement' && year === 2026) sink.keys.push({ school: school.code, participant, pupil });
    for (const { subject, parts } of OGE_WORKS) {
      const shown = ability + 0.45 * random.normal();
      collect(sink.papers, `oge ${year} ${subject}`, {
        school: school.code,
        grade: 9,
        letter,
        participant,
        pupil: withPaper ? pupil : null,
        scores: partsOf(shown, parts, random),
        mark: markOfAbility(shown, EXAM_CUTS),
        testScore: null,
      });
      const mark = markOfAbility(ability + kindness + 0.4 * random.normal(), SCHOOL_CUTS);
      sink.termMarks.push({
        school: school.code,
        grade: 9,
        letter,
        pupil,
        subject,
        schoolYear: year - 1,
        term: 'year',
        mark,
      });
    }
  }
}

interface EleventhSink {
  readonly papers: Collected;
  readonly termMarks: ExamTermMark[];
  readonly claims: { school: string; pupil: string; degree: 1 | 2 }[];
}

function eleventh(school: DemoSchool, level: number, kindness: number, random: Random, sink: EleventhSink): void {
  const parallels = school.size === 'large' ? 2 : 1;
  for (const { ability, letter, number } of pupilsOf(school, parallels, level + 0.3, random)) {
    const participant = `1${String(number).padStart(3, '0')}`;
    const pupil = `2015-${String(number).padStart(3, '0')}`;
    const place = { school: school.code, grade: 11, letter } as const;
    const marks = FINAL_SUBJECTS.map((subject) => ({
      ...place,
      pupil,
      subject,
      schoolYear: 2025,
      term: 'final' as const,
      mark: Math.max(3, markOfAbility(ability + kindness + 0.3 * random.normal(), FINAL_CUTS)),
    }));
    sink.termMarks.push(...marks);
    const fours = marks.filter(({ mark }) => mark === 4).length;
    // One school in three also enters its claims by hand.
    if (number % 3 === 0 && fours <= 2 && marks.every(({ mark }) => mark >= 4)) {
      sink.claims.push({ school: school.code, pupil, degree: fours === 0 ? 1 : 2 });
    }
    const exam = (shift: number) => {
      const shown = ability + 0.35 * random.normal();
      return { shown, testScore: Math.round(clamp(64 + shift + 13 * shown, 10, 100)) };
    };
    const russian = exam(4);
    collect(sink.papers, `ege ${EGE_RUSSIAN.subject}`, {
      ...place,
      participant,
      pupil,
      scores: partsOf(russian.shown, EGE_RUSSIAN.parts, random),
      mark: null,
      testScore: russian.testScore,
    });
    const choice = random.integer(0, 3);
    if (choice === 3) {
      const { shown } = exam(0);
      const scores = partsOf(shown + 0.6, [16, 5], random);
      const mark = markOfAbility(shown + 0.6, EXAM_CUTS);
      collect(sink.papers, 'ege base', { ...place, participant, pupil, scores, mark, testScore: null });
      continue;
    }
    const other = EGE_OTHER[choice % EGE_OTHER.length]!;
    const { shown, testScore } = exam(0);
    const scores = partsOf(shown, other.parts, random);
    collect(sink.papers, `ege ${other.subject}`, { ...place, participant, pupil, scores, mark: null, testScore });
  }
}

/** A control work of the region by the sixth grades that wrote the VPR: same codes, and the third quarter of their journals. */
function control(papers: Collected, termMarks: ExamTermMark[]): void {
  for (const { school, work, grade, letter, papers: written } of demoResults()) {
    if (work.key !== 'ma6') continue;
    const random = randomOf(`${school.code}${letter.codePointAt(0)}`, 12);
    for (const paper of written) {
      if (paper.status === 'absent' || paper.mark === null || paper.total === null) continue;
      const pupil = paper.participant;
      const place = { school: school.code, grade, letter } as const;
      if (paper.journalMark !== null) {
        const mark = random.chance(0.9)
          ? paper.journalMark
          : clamp(paper.journalMark + (random.chance(0.5) ? 1 : -1), 2, 5);
        termMarks.push({ ...place, pupil, subject: 'Математика', schoolYear: 2025, term: 'q3', mark });
      }
      if (!random.chance(0.9)) continue;
      const total = clamp(paper.total + Math.round(1.5 * random.normal()), 0, 16);
      const first = Math.min(10, Math.round(total * 0.7));
      papers.set('dkr', papers.get('dkr') ?? []);
      papers.get('dkr')!.push({
        ...place,
        participant: pupil,
        pupil,
        scores: [first, Math.min(6, total - first)],
        mark: markOfAbility(total, [5.5, 9.5, 13.5]),
        testScore: null,
      });
    }
  }
}
