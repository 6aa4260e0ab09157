/** Two marks of the same pupils compared: sums of the region's rows that the person may see. */
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { MarkedKind, Pairing } from './model.ts';
import { ofRegion, requireReader, settingsByYear, yearsOf } from './region.ts';
import * as store from './store.ts';

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

export function pairsOfRegion(tx: Tx, actor: Actor, pairing: Pairing, kind: MarkedKind, year: number) {
  return ofRegion(tx, actor, `pairs ${pairing} ${kind} ${year}`, (path) =>
    store.countPairs(tx, pairing, kind, { path, year }),
  );
}

export interface PairUnit {
  readonly id: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly subject: string | null;
}

export function pairAnswer({ raised, confirmed, lowered, gapSum, papers }: Sums, unit: PairUnit, minimum: number) {
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
