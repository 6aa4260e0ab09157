/** Two marks of the same pupils compared: sums of the region's rows that the person may see. */
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { PairSums } from './counts.ts';
import { type MarkedKind, type Pairing, PAIRINGS } from './model.ts';
import { countedWorks, requireReader, settingsByYear, yearsOf } from './region.ts';
import * as store from './store.ts';

interface Asked {
  readonly pairing?: Pairing;
  readonly kind?: MarkedKind;
  readonly year?: number;
}

/** What is shown first: of what was asked for, the newest that has pairs; the newest at all where nothing has. */
async function chosen(
  tx: Tx,
  actor: Actor,
  asked: Asked,
  available: readonly { readonly kind: MarkedKind; readonly year: number }[],
  isVisible: (schoolId: number) => boolean,
) {
  const fitting = available.filter(({ kind, year }) => kind === (asked.kind ?? kind) && year === (asked.year ?? year));
  const pairings = asked.pairing ? [asked.pairing] : PAIRINGS;
  for (const one of fitting) {
    for (const pairing of pairings) {
      const rows = await pairsOfRegion(tx, actor, pairing, one.kind, one.year);
      if (rows.some((row) => isVisible(row.schoolId) && row.raised + row.confirmed + row.lowered > 0))
        return { ...one, pairing };
    }
  }
  return {
    kind: asked.kind ?? fitting[0]?.kind ?? null,
    year: asked.year ?? fitting[0]?.year ?? null,
    pairing: pairings[0]!,
  };
}

/** Same pupils by school. */
export async function readPairs(tx: Tx, actor: Actor, asked: Asked) {
  requireReader(actor);
  const available = (await yearsOf(tx, actor)).flatMap(({ kind, year }) => (kind === 'medal' ? [] : [{ kind, year }]));
  const names = new Map((await store.listSchools(tx, actor.organizationPath)).map((school) => [school.id, school]));
  const { pairing, kind, year } = await chosen(tx, actor, asked, available, (id) => names.has(id));
  if (kind === null || year === null) return { available, pairing, kind, year, total: null, schools: [] };
  const { settings } = (await settingsByYear(tx, actor))(year);
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

type Sums = PairSums & { readonly papers: number };
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

export interface PairRow extends Sums {
  readonly schoolId: number;
  readonly classGroupId: number;
  readonly subject: string;
}

/** Pairs of every class and subject of the region; several works of a subject are taken together. */
export async function pairsOfRegion(
  tx: Tx,
  actor: Actor,
  pairing: Pairing,
  kind: MarkedKind,
  year: number,
): Promise<PairRow[]> {
  const rows = new Map<string, PairRow>();
  for (const { work, classes } of await countedWorks(tx, actor, kind, year)) {
    for (const { schoolId, classGroupId, papers, pairs } of classes) {
      const key = `${classGroupId} ${work.subject}`;
      const sums = plus(rows.get(key) ?? NO_PAIRS, { ...pairs[pairing], papers });
      rows.set(key, { schoolId, classGroupId, subject: work.subject, ...sums });
    }
  }
  return [...rows.values()];
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
