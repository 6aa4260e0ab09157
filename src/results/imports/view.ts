/** What the wizard shows of an import. */
import { sql } from 'kysely';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { Problem } from '../model.ts';
import type { TablePreview } from '../readers/registry.ts';
import { guessProcedureKind } from '../rules.ts';
import { listProcedures, listScales, listWorks } from '../store.ts';
import { recomputedTotal } from '../work-match.ts';
import { fold, paperInputs, type ResolveContext, type ResolvedPart, resolvePart } from './resolve.ts';
import * as store from './store.ts';
import { compareTable } from './tables/commit.ts';
import { listTableParts } from './tables/parts.ts';
import { type ResolvedTable, resolveTable } from './tables/resolve.ts';

export type ImportRow = Awaited<ReturnType<typeof store.listImports>>[number];

/** Counts kept with an import for the list, so that the list never opens drafts. */
export interface ImportSummary {
  readonly papers: number;
  /** Rows of tables that are no papers. */
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly works: readonly string[];
  readonly ready: boolean;
}

const NOTHING: ImportSummary = { papers: 0, rows: 0, errors: 0, warnings: 0, works: [], ready: false };

export function importAnswer(row: ImportRow) {
  const summary = { ...NOTHING, ...(row.summary as Partial<ImportSummary>) };
  return {
    id: row.id,
    fileName: row.fileName,
    byteSize: row.byteSize,
    state: row.state as store.ImportState,
    reader: row.reader,
    organization: row.organization,
    account: row.account,
    createdAt: row.createdAt.toISOString(),
    committedAt: row.committedAt?.toISOString() ?? null,
    revertedAt: row.revertedAt?.toISOString() ?? null,
    sameAsId: row.sameAsId,
    jobId: row.jobId,
    papers: summary.papers,
    rows: summary.rows,
    errors: summary.errors,
    warnings: summary.warnings,
    works: [...summary.works],
    ready: summary.ready,
    revision: row.revision,
  };
}

export async function requireImport(tx: Tx, id: number): Promise<ImportRow> {
  const [row] = await store.listImports(tx, { id });
  if (!row) throw refuseCommon('notFound');
  return row;
}

/** Schools are added below a region or a district; a school has nothing below it. */
export function canAddSchools(row: Pick<ImportRow, 'organizationKind'>, person: Actor): boolean {
  return (
    row.organizationKind !== 'school' && (can(person.role, 'editOrganizations') || person.role === 'regionalAnalyst')
  );
}

/**
 * An import that waits for a job which was cancelled or has failed waits in vain: it goes back to where a person can act
 * on it. The revision stays, so that the button that brought him here still works.
 */
export async function healImport(tx: Tx, row: ImportRow): Promise<ImportRow> {
  if (row.state !== 'received' && row.state !== 'committing') return row;
  const job = await tx
    .selectFrom('job')
    .select('state')
    .where('id', '=', row.jobId ?? 0)
    .executeTakeFirst();
  if (job?.state !== 'cancelled' && job?.state !== 'failed') return row;
  const state = row.state === 'received' ? 'unreadable' : 'read';
  const healed = await tx
    .updateTable('import')
    .set({ state })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('jobId', '=', row.jobId)
    .executeTakeFirst();
  return healed.numUpdatedRows === 0n ? requireImport(tx, row.id) : { ...row, state };
}

/** The tree and the works as one import sees them. */
export async function contextOf(
  tx: Tx,
  row: Pick<ImportRow, 'id' | 'organizationId' | 'organizationPath' | 'organizationKind'>,
): Promise<ResolveContext> {
  const rows = await tx
    .selectFrom('organization as s')
    .innerJoin('organization as m', 'm.id', 's.parentId')
    .select(['s.id', 's.code', 's.name', 's.shortName', 'm.name as municipality', 'm.shortName as municipalityShort'])
    .where('s.kind', '=', 'school')
    .where('s.closedOn', 'is', null)
    .where(sql<boolean>`starts_with(s.path, ${row.organizationPath})`)
    .execute();
  const region = row.organizationKind === 'region';
  const { rows: named } = await sql<{ municipality: string }>`
    select distinct draft ->> 'municipality' as municipality
    from import_part p, jsonb_array_elements(p.drafts) draft
    where p.import_id = ${row.id} and draft ->> 'municipality' <> ''`.execute(tx);
  // A district's own file need not spell the district as the tree does; a file of several districts must tell them apart.
  const byMunicipality = region || new Set(named.map(({ municipality }) => fold(municipality))).size > 1;
  const schools = rows.map(({ municipality, municipalityShort, ...school }) => ({
    ...school,
    municipality: byMunicipality ? [municipality, municipalityShort] : [],
  }));
  const own = schools.find((school) => school.id === row.organizationId);
  const district = await tx
    .selectFrom('organization')
    .select(['name', 'shortName'])
    .where('kind', '=', 'municipality')
    .where(sql<boolean>`starts_with(${row.organizationPath}, path)`)
    .executeTakeFirst();
  return {
    works: await listWorks(tx),
    scales: await listScales(tx, {}),
    schools,
    ownSchoolId: own?.id ?? null,
    onlyMunicipality: byMunicipality && !region ? [district?.name ?? '', district?.shortName ?? ''] : null,
  };
}

export async function resolveImport(tx: Tx, row: ImportRow): Promise<ResolvedPart[]> {
  const context = await contextOf(tx, row);
  return (await store.listParts(tx, row.id)).map((part) => resolvePart(part, context));
}

/** Tables of an import that are no papers. */
export async function resolveTables(tx: Tx, row: ImportRow): Promise<ResolvedTable[]> {
  const parts = await listTableParts(tx, row.id);
  if (parts.length === 0) return [];
  const context = await contextOf(tx, row);
  return parts.map((part) => resolveTable(part, context));
}

export function summarize(resolved: readonly ResolvedPart[], tables: readonly ResolvedTable[]): ImportSummary {
  const all = [...resolved, ...tables];
  const sum = (count: (part: ResolvedPart | ResolvedTable) => number) =>
    all.reduce((total, part) => total + count(part), 0);
  return {
    papers: resolved.reduce((total, { part }) => total + part.file.papers.length, 0),
    rows: tables.reduce(
      (total, { part, flawedRows }) => total + part.table.rows.length - (part.skipFlawed ? flawedRows : 0),
      0,
    ),
    errors: sum((part) => part.errors),
    warnings: sum((part) => part.warnings),
    works: resolved.map(
      (part) =>
        part.target?.name ??
        [part.part.file.procedure, part.part.file.subject, part.part.file.grade].filter(Boolean).join(', '),
    ),
    ready: all.length > 0 && all.every((part) => part.blockers.length === 0),
  };
}

async function partAnswer(tx: Tx, row: ImportRow, resolved: ResolvedPart, person: Actor, open: boolean) {
  const { part, target } = resolved;
  const { file } = part;
  const maxScore = (target?.tasks ?? file.tasks).reduce((sum, task) => sum + (task.max ?? 0), 0);
  const histogram = Array.from({ length: maxScore + 1 }, () => 0);
  let absent = 0;
  const classes = new Set<string>();
  const schools = new Set<string>();
  for (const { draft, school, schoolKey } of resolved.papers) {
    schools.add(school === null ? schoolKey : String(school));
    classes.add(`${school ?? schoolKey} ${draft.className ?? ''}`);
    if (draft.status === 'absent') absent++;
    else {
      const total = recomputedTotal(draft.scores);
      if (total <= maxScore) histogram[total]!++;
    }
  }
  const compared =
    open && target?.id
      ? await store.comparePapers(tx, target.id, await paperInputs(tx, resolved, { create: false }))
      : { replaced: [], unchanged: [] };
  const stored = { replaced: compared.replaced.length, unchanged: compared.unchanged.length };
  return {
    id: part.id,
    position: part.position,
    procedure: file.procedure,
    procedureKind:
      target?.kind ?? file.procedureKind ?? (file.procedure === null ? null : guessProcedureKind(file.procedure)),
    year: file.year,
    subject: file.subject,
    grade: file.grade,
    heldOn: file.date,
    tasks: file.tasks.map(({ id, max, level }) => ({ id, max, level })),
    maxScore,
    counts: {
      papers: resolved.papers.length - absent,
      absent,
      schools: schools.size,
      classes: classes.size,
      ...stored,
    },
    histogram,
    thresholds: target?.thresholds ?? null,
    problems: [...resolved.problems],
    errors: resolved.errors,
    warnings: resolved.warnings,
    workId: target?.id ?? null,
    workName: target?.name ?? null,
    candidates: [...resolved.candidates],
    needsSchool: resolved.needsSchool,
    schoolId: resolved.schoolId,
    unknownSchools: resolved.unknownSchools.map((school) => [school.code, school.name].filter(Boolean).join(' ')),
    canAddSchools: canAddSchools(row, person) && !resolved.foreignSchools,
    addSchools: part.addSchools,
    flawedRows: resolved.flawedRows,
    skipFlawed: part.skipFlawed,
    newWork: target !== null && target.id === null,
    blockers: [...resolved.blockers],
  };
}

const distinct = (values: readonly unknown[]): number => new Set(values).size;

async function tableAnswer(tx: Tx, resolved: ResolvedTable, open: boolean) {
  const { part, rows } = resolved;
  const { table } = part;
  const { replaced, unchanged } = open ? await compareTable(tx, resolved) : { replaced: 0, unchanged: 0 };
  return {
    id: part.id,
    position: part.position,
    kind: table.kind,
    counts: {
      rows: table.rows.length,
      schools: distinct(rows.map(({ school }) => school)),
      classes: distinct(
        rows.flatMap(({ school, classGroup }) => (classGroup ? [`${school} ${JSON.stringify(classGroup)}`] : [])),
      ),
      pupils: distinct(rows.flatMap(({ school, values }) => (values.pupil ? [`${school} ${values.pupil}`] : []))),
      subjects: distinct(rows.flatMap(({ values }) => (values.subject ? [values.subject] : []))),
      replaced,
      unchanged,
    },
    questions: [...resolved.questions],
    answers: part.answers,
    procedures: table.kind === 'pupilKeys' ? await listProcedures(tx) : [],
    problems: [...resolved.problems],
    errors: resolved.errors,
    warnings: resolved.warnings,
    needsSchool: resolved.needsSchool,
    schoolId: part.schoolId,
    flawedRows: resolved.flawedRows,
    skipFlawed: part.skipFlawed,
    blockers: [...resolved.blockers],
  };
}

export async function importDetail(tx: Tx, row: ImportRow, person: Actor) {
  const resolved = await resolveImport(tx, row);
  const open = row.state === 'read';
  const parts = [];
  for (const part of resolved) parts.push(await partAnswer(tx, row, part, person, open));
  const resolvedTables = await resolveTables(tx, row);
  const tables = [];
  for (const part of resolvedTables) tables.push(await tableAnswer(tx, part, open));
  const preview = row.preview as unknown as TablePreview | null;
  let table = null;
  if (open && preview) {
    const saved = await store.listMappings(tx);
    table = {
      mapping: { ...preview.mapping, columns: preview.mapping.columns.map((column) => ({ ...column })) },
      rows: preview.rows.map((cells) => [...cells]),
      saved: saved.map(({ id, name }) => ({ id, name })),
    };
  }
  return {
    ...importAnswer(row),
    ...(open ? summarize(resolved, resolvedTables) : {}),
    works: resolved.length > 0 ? [...summarize(resolved, []).works] : importAnswer(row).works,
    parts,
    tables,
    problems: row.problems as unknown as Problem[],
    droppedColumns: row.droppedColumns,
    table,
  };
}
