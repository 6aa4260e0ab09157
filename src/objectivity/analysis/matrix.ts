/**
 * From the database to the engine's matrix: papers of one work over a region. What was loaded is kept packed on disk
 * (kept-papers.ts), and only the papers of schools that have changed since are read again.
 *
 * The order is the same either way: municipalities, schools and classes by their numbers in the tree, papers of a class by
 * theirs. So the figures of an analysis do not depend on what was kept.
 */
import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { WorkRow } from '#src/results/store.ts';
import type { MarkThresholds } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import { AdministrationBuilder } from '../engine/builder.ts';
import { keepPapers, type KeptPapers, keptPapers } from './kept-papers.ts';

/** Papers read at a time: a page of them fits the memory of an old machine many times over. */
const PAGE = 20_000;

/** What each school's papers in each work are now: schools by work, revisions by school. */
export type Revisions = ReadonlyMap<number, ReadonlyMap<number, string>>;

/**
 * Papers are added, superseded and brought back by imports, and never changed otherwise: which imports a school's papers are
 * of, how many and which numbers says what they are. The file's hash and time tell databases apart that number alike.
 */
export async function paperRevisions(tx: Tx, workIds: readonly number[]): Promise<Revisions> {
  const revisions = new Map<number, Map<number, string>>(workIds.map((id) => [id, new Map()]));
  if (workIds.length === 0) return revisions;
  const rows = await tx
    .selectFrom('paper')
    .innerJoin('import', 'import.id', 'paper.importId')
    .select((of) => [
      'paper.workId',
      'paper.organizationId',
      'import.id as importId',
      'import.fileHash',
      'import.committedAt',
      of.fn.countAll<number>().as('papers'),
      of.fn.sum<string>('paper.id').as('sum'),
      of.fn.max('paper.id').as('last'),
    ])
    .where('paper.workId', 'in', [...workIds])
    .where('paper.supersededBy', 'is', null)
    .groupBy(['paper.workId', 'paper.organizationId', 'import.id'])
    .orderBy('import.id')
    .execute();
  for (const { workId, organizationId, importId, fileHash, committedAt, papers, sum, last } of rows) {
    const schools = revisions.get(workId)!;
    const committed = committedAt?.toISOString() ?? '';
    const own = [importId, fileHash.slice(0, 16), committed, papers, sum, last].join(':');
    const before = schools.get(organizationId);
    schools.set(organizationId, before === undefined ? own : `${before} ${own}`);
  }
  return revisions;
}

/**
 * What each work is now. Whoever adds papers or takes them back changes the work's row (imports/store.ts, markPapersChanged), and each
 * change of a row has a transaction of its own: the same stamp is the same papers, and none of them need be counted. Read before the papers.
 */
export async function workStamps(tx: Tx, workIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (workIds.length === 0) return new Map();
  const { rows } = await sql<{ id: number; stamp: string }>`
    select id, concat_ws(' ', xmin, papers_changed_at) as stamp from work where id = any(${[...workIds]}::int[])`.execute(
    tx,
  );
  return new Map(rows.map(({ id, stamp }) => [id, stamp]));
}

/** Municipality of every school, by their numbers in the tree. */
export async function municipalitiesOfSchools(tx: Tx): Promise<Map<number, number>> {
  const schools = await tx.selectFrom('organization').select(['id', 'parentId']).where('kind', '=', 'school').execute();
  return new Map(schools.map(({ id, parentId }) => [id, parentId ?? 0]));
}

export interface LoadOptions {
  /** Folder of kept papers; null keeps none. */
  readonly folder: string | null;
  readonly onPage?: (papers: number) => Promise<void>;
  /** What the work is now (workStamps). */
  readonly stamp?: string | undefined;
}

/** The matrix of a work that has not changed since it was kept; null where it may have, or its schools or scale have. */
export function unchangedAdministration(
  folder: string,
  work: WorkRow,
  stamp: string,
  thresholds: MarkThresholds | null,
  municipalityOf: ReadonlyMap<number, number>,
): Administration | null {
  const kept = keptPapers(folder, work);
  if (kept === null || kept.stamp !== stamp) return null;
  const { administration } = kept;
  const { municipalities, schools } = administration;
  const inPlace = schools.every(
    ({ municipality, name }) => municipalities[municipality] === String(municipalityOf.get(Number(name)) ?? 0),
  );
  const sameScale = ([3, 4, 5] as const).every((mark) => administration.thresholds?.[mark] === thresholds?.[mark]);
  if (!inPlace || !sameScale) return null;
  const { procedure, subject, grade, tasks } = work;
  return { ...administration, procedure, subject, grade, tasks, thresholds };
}

/**
 * The matrix of one work. Municipalities, schools and classes are named by their numbers in the tree, so that what the
 * engine says of a unit finds its row again whatever it is called.
 * @param municipalityOf municipality of each school. @param revisions of the schools that have papers in this work.
 */
export async function loadAdministration(
  tx: Tx,
  work: WorkRow,
  thresholds: MarkThresholds | null,
  municipalityOf: ReadonlyMap<number, number>,
  revisions: ReadonlyMap<number, string>,
  { folder, onPage, stamp }: LoadOptions,
): Promise<Administration> {
  const kept = folder === null ? null : keptPapers(folder, work);
  const municipality = (school: number): number => municipalityOf.get(school) ?? 0;
  const schools = [...revisions.keys()].sort((a, b) => municipality(a) - municipality(b) || a - b);
  const changed = schools.filter((school) => kept?.revisionOf(school) !== revisions.get(school));
  const fresh = await papersOf(tx, work.id, changed.length === schools.length ? null : changed, onPage);
  const builder = new AdministrationBuilder(
    {
      procedure: work.procedure,
      subject: work.subject,
      grade: work.grade,
      tasks: work.tasks,
      thresholds,
    },
    { keepParticipants: false },
  );
  const isChanged = new Set(changed);
  for (const school of schools) {
    const classOf = (group: number): number =>
      builder.classIndex(String(municipality(school)), String(school), String(group), null);
    if (isChanged.has(school)) addFresh(builder, fresh.get(school) ?? [], classOf);
    else addKept(builder, kept!, school, classOf);
  }
  const administration = builder.build();
  const same = changed.length === 0 && kept?.schoolCount === schools.length && kept.stamp === stamp;
  if (folder !== null && !same) keepPapers(folder, work.id, administration, revisions, stamp);
  return administration;
}

interface FreshPaper {
  readonly classGroupId: number;
  readonly variant: string | null;
  readonly status: string;
  readonly scores: readonly number[];
  readonly journalMark: number | null;
}

/** Papers of the given schools, of all when null, by school, in the order of their numbers. */
async function papersOf(
  tx: Tx,
  workId: number,
  schools: readonly number[] | null,
  onPage?: (papers: number) => Promise<void>,
): Promise<Map<number, FreshPaper[]>> {
  const found = new Map<number, FreshPaper[]>();
  if (schools?.length === 0) return found;
  let last = 0;
  let seen = 0;
  for (;;) {
    const page = await tx
      .selectFrom('paper')
      .select(['id', 'organizationId', 'classGroupId', 'variant', 'status', 'scores', 'journalMark'])
      .where('workId', '=', workId)
      .where('supersededBy', 'is', null)
      .$if(schools !== null, (query) => query.where('organizationId', 'in', [...schools!]))
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const paper of page) {
      const own = found.get(paper.organizationId);
      if (own === undefined) found.set(paper.organizationId, [paper]);
      else own.push(paper);
    }
    seen += page.length;
    last = page.at(-1)?.id ?? last;
    await onPage?.(seen);
    if (page.length < PAGE) return found;
  }
}

function addFresh(
  builder: AdministrationBuilder,
  papers: readonly FreshPaper[],
  classOf: (group: number) => number,
): void {
  for (const paper of papers.toSorted((a, b) => a.classGroupId - b.classGroupId)) {
    const index = classOf(paper.classGroupId);
    if (paper.status === 'absent') builder.addAbsent(index);
    else builder.addTo(index, { ...paper, participant: '' });
  }
}

function addKept(
  builder: AdministrationBuilder,
  { administration, classesOf }: KeptPapers,
  school: number,
  classOf: (group: number) => number,
): void {
  const { scores, variants, variantNames, journalMarks, absentByClass, tasks } = administration;
  for (const { group, position, start, end } of classesOf(school)) {
    const index = classOf(group);
    for (let paper = start; paper < end; paper += 1) {
      const variant = variantNames?.[variants[paper]!] ?? '';
      const journalMark = journalMarks[paper]! || null;
      builder.addTo(index, { participant: '', variant, journalMark, scores }, paper * tasks.length);
    }
    for (let absent = 0; absent < absentByClass[position]!; absent += 1) builder.addAbsent(index);
  }
}
