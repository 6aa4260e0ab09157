/**
 * A part of an import meets the tree and the works: which work it is, whose papers they are, what stands in the way.
 * Used by the preview and by the commit, so that what a person confirms is what is stored.
 */
import type { Tx } from '#src/platform/db/scope.ts';
import { parseClassName } from '#src/organizations/rules.ts';
import { ensureClasses, insertOrganization } from '#src/organizations/store.ts';
import type { MarkThresholds, PaperDraft, Problem, ProcedureKind, Task, WorkLevel } from '../model.ts';
import { guessProcedureKind } from '../rules.ts';
import { markOf } from '../scales/scale.ts';
import type { ScaleRow, WorkRow } from '../store.ts';
import { applyWork, recogniseWork, recomputedTotal } from '../work-match.ts';
import type { DescribedWork, ImportPartRow, PaperInput } from './store.ts';

export type Blocker =
  | 'chooseWork'
  | 'chooseSchool'
  | 'describeWork'
  | 'unknownSchools'
  | 'errors'
  | 'mapColumns'
  | 'answerTable';

/** The work that a part belongs to: one that is there, or one that a person described and that the commit makes. */
export interface TargetWork {
  readonly id: number | null;
  readonly name: string;
  readonly kind: ProcedureKind;
  readonly subject: string;
  readonly grade: number;
  readonly level: WorkLevel;
  readonly year: number;
  readonly heldOn: string | null;
  readonly tasks: readonly Task[];
  readonly thresholds: MarkThresholds | null;
}

export interface SchoolRow {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string;
  /** Names of the municipality it belongs to: a region may have two schools of one name. */
  readonly municipality: readonly string[];
}

export interface ResolvedPart {
  readonly part: ImportPartRow;
  readonly target: TargetWork | null;
  readonly candidates: readonly { readonly workId: number; readonly name: string }[];
  readonly needsSchool: boolean;
  readonly schoolId: number | null;
  readonly unknownSchools: readonly {
    readonly code: string | null;
    readonly name: string;
    readonly municipality: string | null;
  }[];
  /** Some of them are said to be in another municipality: they cannot be added here. */
  readonly foreignSchools: boolean;
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
  readonly flawedRows: number;
  readonly blockers: readonly Blocker[];
  /** Papers with the school each belongs to; `school` is null where it is unknown. Flawed rows are left out. */
  readonly papers: readonly {
    readonly draft: PaperDraft;
    readonly school: number | null;
    readonly schoolKey: string;
  }[];
}

export interface ResolveContext {
  readonly works: readonly WorkRow[];
  readonly scales: readonly ScaleRow[];
  /** Schools at or below the import's organisation. */
  readonly schools: readonly SchoolRow[];
  /** The import's organisation, when it is a school itself. */
  readonly ownSchoolId: number | null;
  /**
   * Names of the municipality that the import's organisation is or belongs to, when the file names several: schools of
   * the others are not its own. Null where every school of the file may be.
   */
  readonly onlyMunicipality: readonly string[] | null;
}

export function workName(work: { procedure: string; subject: string; grade: number; level: WorkLevel }): string {
  return `${work.procedure}: ${work.subject}, ${work.grade} класс${work.level === 'advanced' ? ', углублённый уровень' : ''}`;
}

function targetOfRow(row: WorkRow, scales: readonly ScaleRow[]): TargetWork {
  const scale = scales.find((candidate) => candidate.id === row.scaleId);
  return { ...row, name: workName(row), thresholds: scale?.thresholds ?? null };
}

function targetOfDescription(described: DescribedWork, scales: readonly ScaleRow[], heldOn: string | null): TargetWork {
  const scale = scales.find((candidate) => candidate.id === described.scaleId);
  const kind = described.kind ?? guessProcedureKind(described.procedure);
  return { ...described, kind, id: null, name: workName(described), heldOn, thresholds: scale?.thresholds ?? null };
}

/** Names as they are compared: letter case, ё and quotation marks aside. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[«»"'\s]+/g, ' ')
    .trim();

/** What a row of a file says of its school. */
export interface NamedSchool {
  readonly municipality?: string | null;
  readonly school: string | null;
  readonly schoolName?: string | null;
}

/** Finds the school of a row: by code, else by name, within its municipality where the file names that. */
export function schoolFinder(schools: readonly SchoolRow[]): (draft: NamedSchool) => number | null {
  const byCode = new Map(schools.flatMap((school) => (school.code ? [[fold(school.code), school.id] as const] : [])));
  const byName = new Map<string, SchoolRow[]>();
  for (const school of schools) {
    for (const name of new Set([fold(school.name), fold(school.shortName)])) {
      byName.set(name, [...(byName.get(name) ?? []), school]);
    }
  }
  const known = new Map<string, number | null>();
  const search = (draft: NamedSchool): number | null => {
    // A column «Школа» may hold either.
    const code = byCode.get(fold(draft.school ?? '')) ?? byCode.get(fold(draft.schoolName ?? ''));
    if (code !== undefined) return code;
    const namesakes = byName.get(fold(draft.schoolName ?? draft.school ?? '')) ?? [];
    const municipality = fold(draft.municipality ?? '');
    const near = namesakes.filter((school) => school.municipality.some((name) => fold(name) === municipality));
    if (near.length === 1) return near[0]!.id;
    // One school of this name and nothing said against it.
    return namesakes.length === 1 && (municipality === '' || namesakes[0]!.municipality.length === 0)
      ? namesakes[0]!.id
      : null;
  };
  return (draft) => {
    const key = [draft.municipality, draft.school, draft.schoolName].join('\u0000');
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = search(draft);
    known.set(key, found);
    return found;
  };
}

/** Problems, those that an entry stands for included. */
export const weigh = (list: readonly Problem[]): number => list.reduce((sum, problem) => sum + (problem.count ?? 1), 0);

/** Decides all that can be decided from the part, the answers and the tree. Reads nothing, stores nothing. */
export function resolvePart(part: ImportPartRow, context: ResolveContext): ResolvedPart {
  const { works, scales, schools } = context;
  const candidates = recogniseWork(
    part.file,
    works.map((row) => ({ ...row, thresholds: null })),
  ).map(({ work }) => ({ workId: work.id, name: workName(work) }));
  const chosen = part.workId ?? (part.described === null && candidates.length === 1 ? candidates[0]!.workId : null);
  const row = works.find((work) => work.id === chosen);
  const target = row
    ? targetOfRow(row, scales)
    : part.described
      ? targetOfDescription(part.described, scales, part.file.date)
      : null;

  const file = target ? applyWork(part.file, target) : part.file;
  const { papers: drafts, problems } = file;
  const sound = drafts.filter((draft) => !draft.errors);
  const flawedRows = drafts.length - sound.length;

  const named = drafts.some((draft) => draft.school !== null || draft.schoolName !== null);
  const needsSchool = !named && context.ownSchoolId === null;
  const oneSchool = named ? null : (context.ownSchoolId ?? part.schoolId);
  const find = schoolFinder(schools);
  const unknown = new Map<string, { code: string | null; name: string; municipality: string | null }>();
  const papers = sound.map((draft) => {
    if (!named) return { draft, school: oneSchool, schoolKey: '' };
    const schoolKey = [draft.municipality, draft.school ?? draft.schoolName]
      .map((name) => fold(name ?? ''))
      .join(' / ');
    const school = find(draft);
    if (school === null && !unknown.has(schoolKey)) {
      unknown.set(schoolKey, {
        code: draft.schoolName ? draft.school : null,
        name: draft.schoolName ?? draft.school ?? '',
        municipality: draft.municipality,
      });
    }
    return { draft, school, schoolKey };
  });

  const ours = context.onlyMunicipality?.map(fold);
  const foreignSchools =
    ours !== undefined &&
    [...unknown.values()].some(({ municipality }) => municipality && !ours.includes(fold(municipality)));

  const errors = problems.filter((problem) => problem.severity === 'error');
  const fileErrors = errors.filter((problem) => problem.row === null && problem.count === undefined);
  const blockers: Blocker[] = [];
  if (!target) blockers.push(candidates.length > 0 ? 'chooseWork' : 'describeWork');
  if (needsSchool && part.schoolId === null) blockers.push('chooseSchool');
  if (unknown.size > 0 && (!part.addSchools || foreignSchools)) blockers.push('unknownSchools');
  if (fileErrors.length > 0 || (errors.length > 0 && !part.skipFlawed) || sound.length === 0) blockers.push('errors');
  return {
    part,
    target,
    candidates,
    needsSchool,
    schoolId: oneSchool,
    unknownSchools: [...unknown.values()],
    foreignSchools,
    problems,
    errors: weigh(errors),
    warnings: weigh(problems.filter((problem) => problem.severity === 'warning')),
    flawedRows,
    blockers,
    papers,
  };
}

/** The school year of a work, by its beginning: a spring procedure of 2026 belongs to 2025/26. */
function schoolYearOfWork(work: { year: number; heldOn: string | null }): number {
  const month = work.heldOn ? Number(work.heldOn.slice(5, 7)) : 5;
  return month >= 9 ? work.year : work.year - 1;
}

/**
 * Adds the unknown schools to the tree: below the municipality the file names, or below the import's organisation.
 * Returns all organisations made, municipalities included.
 */
export async function addUnknownSchools(
  tx: Tx,
  resolved: ResolvedPart,
  root: { id: number; kind: string },
): Promise<{ id: number; kind: 'municipality' | 'school'; name: string }[]> {
  const added: { id: number; kind: 'municipality' | 'school'; name: string }[] = [];
  const municipalities = new Map(
    (
      await tx
        .selectFrom('organization')
        .select(['id', 'name', 'shortName'])
        .where('kind', '=', 'municipality')
        .where('closedOn', 'is', null)
        .execute()
    ).flatMap((row) => [[fold(row.name), row.id] as const, [fold(row.shortName), row.id] as const]),
  );
  for (const school of resolved.unknownSchools) {
    let parentId = root.id;
    if (root.kind === 'region') {
      const name = school.municipality ?? 'Муниципалитет не указан';
      const known = municipalities.get(fold(name));
      if (known === undefined) {
        parentId = await insertOrganization(tx, {
          parentId: root.id,
          kind: 'municipality',
          name,
          shortName: name,
          code: null,
          specialised: false,
        });
        added.push({ id: parentId, kind: 'municipality', name });
      } else parentId = known;
      municipalities.set(fold(name), parentId);
    }
    const id = await insertOrganization(tx, {
      parentId,
      kind: 'school',
      name: school.name,
      shortName: school.name,
      code: school.code,
      specialised: /лицей|гимнази/iu.test(school.name),
    });
    added.push({ id, kind: 'school', name: school.name });
  }
  return added;
}

/**
 * Mark of a paper. State exams have side conditions beside the range of totals (geometry, literacy), so the printed mark
 * counts there; elsewhere the scale does, and without one the printed mark is all there is.
 */
function markOfPaper(draft: PaperDraft, total: number, { kind, thresholds }: TargetWork): number | null {
  const scaled = markOf(total, thresholds);
  return kind === 'oge' || kind === 'ege' ? (draft.mark ?? scaled) : (scaled ?? draft.mark);
}

/** Class of a draft within its school: the grade and letter, or a nameless class of the work's grade. */
function classOf(draft: PaperDraft, grade: number): { grade: number; letter: string } {
  const parsed = draft.className ? parseClassName(draft.className) : null;
  return parsed ?? { grade, letter: draft.className?.toUpperCase().slice(0, 10) ?? '' };
}

/**
 * Rows ready for storage. With `create` (within the commit's transaction) classes that the tree lacks are made; without
 * it papers of such classes are left out: nothing of theirs can be stored yet.
 */
export async function paperInputs(tx: Tx, resolved: ResolvedPart, options: { create: boolean }): Promise<PaperInput[]> {
  const { target } = resolved;
  if (!target) return [];
  const schoolYear = schoolYearOfWork(target);
  const placed = resolved.papers.filter((paper) => paper.school !== null);
  const wanted = new Map<string, { organizationId: number; schoolYear: number; grade: number; letter: string }>();
  for (const { draft, school } of placed) {
    const { grade, letter } = classOf(draft, target.grade);
    wanted.set(`${school} ${grade} ${letter}`, { organizationId: school!, schoolYear, grade, letter });
  }
  const classes = await ensureClasses(tx, [...wanted.values()], options);
  return placed.flatMap(({ draft, school }) => {
    const { grade, letter } = classOf(draft, target.grade);
    const classGroupId = classes.get(`${school} ${grade} ${letter}`);
    if (classGroupId === undefined) return [];
    const present = draft.status === 'present';
    const total = present ? recomputedTotal(draft.scores) : null;
    const input: PaperInput = {
      organizationId: school!,
      classGroupId,
      participant: draft.participant,
      variant: draft.variant,
      status: draft.status,
      scores: present ? draft.scores : [],
      total,
      mark: total === null ? null : markOfPaper(draft, total, target),
      journalMark: draft.journalMark,
      testScore: present ? (draft.testScore ?? null) : null,
      pupil: draft.pupil ?? null,
    };
    return [input];
  });
}
