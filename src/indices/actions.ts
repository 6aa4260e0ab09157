/** Verbs of indices: permission -> counting or change -> audit. */
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import { can } from '#src/access/rules.ts';
import { asSystem, type Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { looksLikeName } from '#src/results/readers/personal.ts';
import { refuse } from './errors.ts';
import { referenceOf, standingOf } from './funnel.ts';
import type { IndexKind, IndexSettings, MarkedKind, Pairing, Reference, Standing, UnitCount } from './model.ts';
import { remembered } from './remembered.ts';
import { claimedDegree, DEFAULT_SETTINGS, isNotConfirmed, medalOutcome } from './rules.ts';
import * as store from './store.ts';

/** Indices are figures of schools: whoever sees single classes only is not shown them. */
function requireReader(actor: Actor): void {
  requirePermission(actor, 'readFindings');
  if (actor.scope.classIds !== null || actor.role === 'teacher') throw refuseCommon('forbidden');
}

/** «.1.4.17.» -> «.1.4.»: the first step is the region. */
function regionPathOf(actor: Actor): string {
  return `.${actor.organizationPath.split('.')[1]}.`;
}

function regionIdOf(actor: Actor): number {
  return Number(actor.organizationPath.split('.')[1]);
}

/** Settings in force for a year, and whether the region has set them. */
export interface SettingsOfYear {
  readonly settings: IndexSettings;
  readonly own: boolean;
}

async function settingsByYear(tx: Tx, actor: Actor): Promise<(year: number) => SettingsOfYear> {
  const rows = await store.listSettings(tx, regionIdOf(actor));
  return (year) => {
    // Newest version first.
    const row = rows.find((candidate) => candidate.year === year);
    return row ? { settings: row.settings, own: true } : { settings: DEFAULT_SETTINGS, own: false };
  };
}

interface YearCounts {
  readonly year: number;
  /** By number of the school. */
  readonly units: ReadonlyMap<number, { numerator: number; denominator: number }>;
  /** By number of the school: claims whose exams are not known. */
  readonly unknown: ReadonlyMap<number, number>;
}

/** Kinds and years that the region has results of. */
function yearsOf(tx: Tx, actor: Actor) {
  return ofRegion(tx, actor, 'years', (path) => store.listYears(tx, path));
}

/** One stamp for a request: its answers are of one state. */
const stamps = new WeakMap<Tx, Promise<string>>();

/** Sums of the whole region, whoever asks; what of them he may see is decided by the caller. */
async function ofRegion<T>(tx: Tx, actor: Actor, what: string, count: (path: string) => Promise<T>): Promise<T> {
  const path = regionPathOf(actor);
  const stamp = stamps.get(tx) ?? asSystem(tx, actor.scope, () => store.stampOf(tx, path));
  stamps.set(tx, stamp);
  return remembered(`${path} ${what}`, await stamp, () => asSystem(tx, actor.scope, () => count(path)));
}

/** Numerators and denominators of every school of the region, by year. */
async function countIndex(
  tx: Tx,
  actor: Actor,
  kind: IndexKind,
  settingsOf: (year: number) => SettingsOfYear,
): Promise<YearCounts[]> {
  const years = new Map<
    number,
    { units: Map<number, { numerator: number; denominator: number }>; unknown: Map<number, number> }
  >();
  const unitOf = (year: number, school: number) => {
    const ofYear = years.get(year) ?? { units: new Map(), unknown: new Map() };
    years.set(year, ofYear);
    const unit = ofYear.units.get(school) ?? { numerator: 0, denominator: 0 };
    ofYear.units.set(school, unit);
    return { ofYear, unit };
  };
  if (kind === 'medal') {
    for (const claim of await ofRegion(tx, actor, 'claims', (path) => store.listClaims(tx, { path }))) {
      const degree = claim.entered ?? claimedDegree(claim);
      if (degree === null) continue;
      const outcome = medalOutcome(claim, settingsOf(claim.year).settings.medal[degree]);
      const { ofYear, unit } = unitOf(claim.year, claim.schoolId);
      if (outcome === 'unknown') ofYear.unknown.set(claim.schoolId, (ofYear.unknown.get(claim.schoolId) ?? 0) + 1);
      else unit.denominator++;
      if (outcome === 'notConfirmed') unit.numerator++;
    }
  } else {
    for (const { schoolId, year, gap, papers } of await ofRegion(tx, actor, `gaps ${kind}`, (path) =>
      store.countGaps(tx, kind, { path }),
    )) {
      const { unit } = unitOf(year, schoolId);
      unit.denominator += papers;
      if (isNotConfirmed(gap, 0, settingsOf(year).settings.gap[kind])) unit.numerator += papers;
    }
  }
  return [...years].map(([year, counts]) => ({ year, ...counts })).sort((a, b) => b.year - a.year);
}

const sumOf = (units: readonly { readonly numerator: number; readonly denominator: number }[]) => ({
  numerator: units.reduce((sum, unit) => sum + unit.numerator, 0),
  denominator: units.reduce((sum, unit) => sum + unit.denominator, 0),
});

type Named = Standing & { readonly name: string; readonly municipality: string | null };

const NOTHING = { numerator: 0, denominator: 0 };

/**
 * One index of one year. The reference is the whole region's for everyone: only its sums leave this function, never the
 * figures of a school that the person may not see.
 */
export async function readIndex(tx: Tx, actor: Actor, asked: { kind?: IndexKind; year?: number }) {
  requireReader(actor);
  const settingsOf = await settingsByYear(tx, actor);
  const available = await yearsOf(tx, actor);
  const fitting = available.filter(
    (one) =>
      (asked.kind === undefined || one.kind === asked.kind) && (asked.year === undefined || one.year === asked.year),
  );
  const kind = asked.kind ?? fitting[0]?.kind ?? null;
  const year = asked.year ?? fitting[0]?.year ?? null;
  const { settings, own: ownSettings } = settingsOf(year ?? 0);
  const empty = {
    available,
    kind,
    year,
    settings,
    ownSettings,
    reference: null,
    own: null,
    municipalities: [],
    schools: [],
    unknown: 0,
    history: [],
  };
  if (kind === null || year === null) return empty;
  const years = await countIndex(tx, actor, kind, settingsOf);
  const counts = years.find((one) => one.year === year);
  const all: UnitCount[] = [...(counts?.units ?? [])].map(([id, unit]) => ({ id: String(id), ...unit }));
  const reference = referenceOf(all, settings.minimum);
  const visible = await store.listSchools(tx, actor.organizationPath);
  const named = (unit: UnitCount, name: string, municipality: string | null): Named => ({
    ...standingOf(unit, reference, settings.minimum),
    name,
    municipality,
  });
  const countOf = (id: number) => counts?.units.get(id) ?? NOTHING;
  const schools = visible
    .filter(({ id }) => counts?.units.has(id))
    .map(({ id, name, municipality }) => named({ id: String(id), ...countOf(id) }, name, municipality));
  const municipalities = actor.organizationKind === 'school' ? [] : await municipalitiesOf(visible, countOf, settings);
  const history = years
    .map((one) => {
      const sum = sumOf(visible.map(({ id }) => one.units.get(id) ?? NOTHING));
      const { low, high } = standingOf({ id: '', ...sum }, null, settings.minimum);
      return { year: one.year, ...sum, low, high };
    })
    .filter(({ denominator }) => denominator > 0);
  const own = sumOf(visible.map(({ id }) => countOf(id)));
  return {
    ...empty,
    reference,
    own:
      own.denominator === 0 ? null : named({ id: String(actor.organizationId), ...own }, actor.organizationName, null),
    municipalities,
    schools,
    unknown: visible.reduce((sum, { id }) => sum + (counts?.unknown.get(id) ?? 0), 0),
    history,
  };
}

/** Municipalities among themselves: their natural spread is another than that of schools. */
async function municipalitiesOf(
  schools: readonly store.SchoolRow[],
  countOf: (id: number) => { numerator: number; denominator: number },
  { minimum }: IndexSettings,
): Promise<Named[]> {
  const byId = new Map<number, { name: string; units: { numerator: number; denominator: number }[] }>();
  for (const { id, municipalityId, municipality } of schools) {
    const entry = byId.get(municipalityId) ?? { name: municipality, units: [] };
    entry.units.push(countOf(id));
    byId.set(municipalityId, entry);
  }
  const units = [...byId].map(([id, { name, units: parts }]) => ({ id: String(id), name, ...sumOf(parts) }));
  const reference = referenceOf(units, minimum);
  return units
    .filter(({ denominator }) => denominator > 0)
    .map(({ name, ...unit }) => ({ ...standingOf(unit, reference, minimum), name, municipality: null }));
}

/** Same pupils by school. */
export async function readPairs(tx: Tx, actor: Actor, asked: { pairing?: Pairing; kind?: MarkedKind; year?: number }) {
  requireReader(actor);
  const pairing = asked.pairing ?? 'journalWork';
  const available = (await yearsOf(tx, actor)).flatMap(({ kind, year }) => (kind === 'medal' ? [] : [{ kind, year }]));
  const fitting = available.filter(
    (one) =>
      (asked.kind === undefined || one.kind === asked.kind) && (asked.year === undefined || one.year === asked.year),
  );
  const kind = asked.kind ?? fitting[0]?.kind ?? null;
  const year = asked.year ?? fitting[0]?.year ?? null;
  if (kind === null || year === null) return { available, pairing, kind, year, total: null, schools: [] };
  const { settings } = (await settingsByYear(tx, actor))(year);
  const names = new Map((await store.listSchools(tx, actor.organizationPath)).map((school) => [school.id, school]));
  const bySchool = new Map<number, Sums>();
  for (const row of await pairsOfRegion(tx, actor, pairing, kind, year)) {
    if (names.has(row.schoolId)) bySchool.set(row.schoolId, plus(bySchool.get(row.schoolId) ?? NO_PAIRS, row));
  }
  const schools = [...bySchool]
    .map(([id, sums]) => {
      const { name, municipality } = names.get(id)!;
      return pairAnswer(sums, { id: String(id), name, municipality, subject: null }, settings.minimum);
    })
    .sort(
      (a, b) =>
        (a.municipality ?? '').localeCompare(b.municipality ?? '', 'ru') ||
        a.name.localeCompare(b.name, 'ru', { numeric: true }),
    );
  const total = [...bySchool.values()].reduce(plus, NO_PAIRS);
  const whole = { id: String(actor.organizationId), name: actor.organizationName, municipality: null, subject: null };
  return {
    available,
    pairing,
    kind,
    year,
    total: bySchool.size === 0 ? null : pairAnswer(total, whole, settings.minimum),
    schools,
  };
}

type Sums = Pick<store.PairRow, 'raised' | 'confirmed' | 'lowered' | 'gapSum' | 'papers'>;
const NO_PAIRS: Sums = { raised: 0, confirmed: 0, lowered: 0, gapSum: 0, papers: 0 };

function plus(a: Sums, b: Sums): Sums {
  return {
    raised: a.raised + b.raised,
    confirmed: a.confirmed + b.confirmed,
    lowered: a.lowered + b.lowered,
    gapSum: a.gapSum + b.gapSum,
    papers: a.papers + b.papers,
  };
}

function pairsOfRegion(tx: Tx, actor: Actor, pairing: Pairing, kind: MarkedKind, year: number) {
  return ofRegion(tx, actor, `pairs ${pairing} ${kind} ${year}`, (path) =>
    store.countPairs(tx, pairing, kind, { path, year }),
  );
}

interface PairUnit {
  readonly id: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly subject: string | null;
}

function pairAnswer({ raised, confirmed, lowered, gapSum, papers }: Sums, unit: PairUnit, minimum: number) {
  const pairs = raised + confirmed + lowered;
  return {
    ...unit,
    pairs,
    raised,
    confirmed,
    lowered,
    meanGap: pairs === 0 ? null : gapSum / pairs,
    papers,
    matched: papers === 0 ? null : pairs / papers,
    small: pairs < minimum,
  };
}

const INDICES: readonly IndexKind[] = ['vpr', 'oge', 'dkr', 'medal'];

/** One school against its region, all indices and years, and its classes' same pupils in the newest year of each kind. */
export async function readSchool(tx: Tx, actor: Actor, id: number) {
  requireReader(actor);
  const school = (await store.listSchools(tx, actor.organizationPath)).find((one) => one.id === id);
  if (!school) throw refuseCommon('notFound');
  const settingsOf = await settingsByYear(tx, actor);
  const indices: { kind: IndexKind; year: number; standing: Named; reference: Reference | null; minimum: number }[] =
    [];
  for (const kind of INDICES) {
    const years = await countIndex(tx, actor, kind, settingsOf);
    for (const { year, units } of years) {
      const unit = units.get(id);
      if (!unit) continue;
      const { minimum } = settingsOf(year).settings;
      const all = [...units].map(([key, count]) => ({ id: String(key), ...count }));
      const reference = referenceOf(all, minimum);
      const standing = standingOf({ id: String(id), ...unit }, reference, minimum);
      indices.push({
        kind,
        year,
        standing: { ...standing, name: school.name, municipality: school.municipality },
        reference,
        minimum,
      });
    }
  }
  const classes = new Map(
    (
      await tx.selectFrom('classGroup').select(['id', 'grade', 'letter']).where('organizationId', '=', id).execute()
    ).map((row) => [row.id, `${row.grade}${row.letter}`]),
  );
  const newest = new Map<MarkedKind, number>();
  for (const { kind, year } of indices) if (kind !== 'medal' && !newest.has(kind)) newest.set(kind, year);
  const pairs = [];
  for (const [kind, year] of newest) {
    for (const pairing of ['journalWork', 'termWork', 'journalTerm'] as const) {
      const rows = (await pairsOfRegion(tx, actor, pairing, kind, year)).filter((row) => row.schoolId === id);
      const { minimum } = settingsOf(year).settings;
      const answers = rows
        .map(({ classGroupId, subject, ...sums }) => {
          const unit = {
            id: `${classGroupId} ${subject}`,
            name: classes.get(classGroupId) ?? '',
            municipality: null,
            subject,
          };
          return pairAnswer(sums, unit, minimum);
        })
        .filter((row) => row.pairs > 0)
        .sort(
          (a, b) =>
            a.name.localeCompare(b.name, 'ru', { numeric: true }) ||
            (a.subject ?? '').localeCompare(b.subject ?? '', 'ru'),
        );
      if (answers.length > 0) pairs.push({ pairing, kind, year, classes: answers });
    }
  }
  return { id, name: school.name, municipality: school.municipality, indices, pairs };
}

const canEdit = (actor: Actor): boolean => actor.organizationKind === 'region' && can(actor.role, 'editScales');

export async function readSettings(tx: Tx, actor: Actor) {
  requireReader(actor);
  const rows = await store.listSettings(tx, regionIdOf(actor));
  const available = await yearsOf(tx, actor);
  const years = [...new Set([...rows.map(({ year }) => year), ...available.map(({ year }) => year)])].sort(
    (a, b) => b - a,
  );
  return {
    years: years.map((year) => {
      const row = rows.find((candidate) => candidate.year === year);
      return row
        ? { ...row, createdAt: row.createdAt.toISOString() }
        : { year, settings: DEFAULT_SETTINGS, version: 0, note: '', account: null, createdAt: null };
    }),
    editable: canEdit(actor),
  };
}

export async function saveSettings(
  tx: Tx,
  actor: Actor,
  input: { readonly year: number; readonly settings: IndexSettings; readonly note: string },
): Promise<void> {
  requireReader(actor);
  if (!canEdit(actor)) throw refuseCommon('forbidden');
  const row = { ...input, organizationId: regionIdOf(actor), accountId: actor.accountId };
  const version = await store.insertSettings(tx, row);
  await audit(tx, actor, {
    kind: 'change',
    action: 'indices.settings',
    subjectKind: 'indexSetting',
    subjectId: input.year,
    details: { year: input.year, version },
  });
}

/** «1107 1» in lines: key and degree, apart by spaces, a tab, a comma or a semicolon. */
export function readClaimLines(lines: string): { pupil: string; degree: 1 | 2 }[] {
  const seen = new Set<string>();
  return lines.split(/\r?\n/u).flatMap((line, index) => {
    const found = line.trim();
    if (found === '') return [];
    const row = index + 1;
    const [, pupil, degree] = /^(\S.{0,59}?)[\s,;]+(1|2|I|II)$/u.exec(found) ?? [];
    if (pupil === undefined || degree === undefined)
      throw refuse('claimUnreadable', { row, found: found.slice(0, 60) });
    if (looksLikeName(pupil)) throw refuse('claimNames', { row });
    if (seen.has(pupil)) throw refuse('claimRepeated', { row, found: pupil });
    seen.add(pupil);
    return [{ pupil, degree: degree === '1' || degree === 'I' ? 1 : 2 }];
  });
}

function requireSchool(actor: Actor): void {
  requireReader(actor);
  requirePermission(actor, 'importResults');
  if (actor.organizationKind !== 'school') throw refuse('notSchool');
}

export async function readClaims(tx: Tx, actor: Actor, year: number) {
  requireSchool(actor);
  const claims = await store.listEnteredClaims(tx, actor.organizationId, year);
  return {
    year,
    claims: claims.map(({ pupil, degree }) => ({ pupil, degree: degree === 1 ? (1 as const) : (2 as const) })),
  };
}

export async function saveClaims(
  tx: Tx,
  actor: Actor,
  input: { readonly year: number; readonly lines: string },
): Promise<void> {
  requireSchool(actor);
  const claims = readClaimLines(input.lines);
  await store.replaceClaims(tx, {
    organizationId: actor.organizationId,
    year: input.year,
    accountId: actor.accountId,
    claims,
  });
  await audit(tx, actor, {
    kind: 'change',
    action: 'indices.claims',
    subjectKind: 'organization',
    subjectId: actor.organizationId,
    details: { year: input.year, claims: claims.length },
  });
}
