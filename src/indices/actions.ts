/** Reading of indices: one index of one year, and one school with all of them. */
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { LOWEST_GAP } from './counts.ts';
import { referenceOf, standingOf } from './funnel.ts';
import type { IndexKind, IndexSettings, MarkedKind, Reference, Standing, UnitCount } from './model.ts';
import { pairAnswer, pairsOfRegion } from './pairs.ts';
import { claimsOf, countedWorks, requireReader, type SettingsOfYear, settingsByYear, yearsOf } from './region.ts';
import { claimedDegree, isNotConfirmed, medalOutcome } from './rules.ts';
import * as store from './store.ts';

interface YearCounts {
  readonly year: number;
  /** By number of the school. */
  readonly units: ReadonlyMap<number, { numerator: number; denominator: number }>;
  /** By number of the school: claims whose exams are not known. */
  readonly unknown: ReadonlyMap<number, number>;
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
    for (const claim of await claimsOf(tx, actor)) {
      const degree = claim.entered ?? claimedDegree(claim);
      if (degree === null) continue;
      const outcome = medalOutcome(claim, settingsOf(claim.year).settings.medal[degree]);
      const { ofYear, unit } = unitOf(claim.year, claim.schoolId);
      if (outcome === 'unknown') ofYear.unknown.set(claim.schoolId, (ofYear.unknown.get(claim.schoolId) ?? 0) + 1);
      else unit.denominator++;
      if (outcome === 'notConfirmed') unit.numerator++;
    }
  } else {
    for (const { work, classes } of await countedWorks(tx, actor, kind)) {
      const { gap } = settingsOf(work.year).settings;
      for (const { schoolId, gaps } of classes) {
        const denominator = gaps.reduce((sum, papers) => sum + papers, 0);
        if (denominator === 0) continue;
        const { unit } = unitOf(work.year, schoolId);
        unit.denominator += denominator;
        gaps.forEach((papers, index) => {
          if (isNotConfirmed(index + LOWEST_GAP, 0, gap[kind])) unit.numerator += papers;
        });
      }
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
