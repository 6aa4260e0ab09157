/**
 * An analysis with its works side by side: each thread holds some of the works and answers their steps; what they say together is
 * put together here (engine/coordinate.ts). The same figures to the last bit as in turn; what is no number (NaN) is null, as in JSON.
 */
import type { Administration } from '../engine/administration.ts';
import { type Analysis, type AnalysisOptions, requestOf } from '../engine/analyze.ts';
import { type Call, type Coordination, type Decided, decideTogether, describeWorks } from '../engine/coordinate.ts';
import type { Steps } from '../engine/work.ts';
import type { CohortWork } from '../markers/external-confirmation.ts';
import type { SchoolReadings } from '../official/model.ts';
import { giveThreadsBack, leaseThreads, type WorksThread } from './kept.ts';
import type { Thread } from './thread.ts';
import { whileWanted } from './wanted.ts';
import { workKeys } from './work-key.ts';
import type { WorksTask } from './works-worker.ts';

/** The official readings take about as long as so much of the engine's own work. */
const OFFICIAL_SHARE = 0.3;
/** A work that a thread has kept takes about so much of the time of a new one. */
const KEPT_SHARE = 0.2;

export interface SideBySide extends AnalysisOptions {
  readonly threads: number;
  /** Whether the official readings will be wanted too. */
  readonly official?: boolean;
  /** Asked now and then; what it throws ends the analysis. */
  readonly stillWanted?: () => Promise<void>;
}

/** An analysis whose units are decided, and described as they are asked for. */
export interface Begun {
  readonly decided: Decided;
  /** @param works their places; the units are the same whichever are described together. */
  describe(works: readonly number[]): Promise<Analysis>;
  officialReadings(works: readonly number[]): Promise<readonly SchoolReadings[]>;
}

/** All of an analysis. @throws what `stillWanted` throws, after the threads were ended; what a thread throws. */
export function analyzeSideBySide(administrations: readonly Administration[], options: SideBySide): Promise<Analysis> {
  return sideBySide(administrations, options, ({ describe }) => describe([...administrations.keys()]));
}

/**
 * Decides, and leaves to `use` what is described when.
 * @throws what `stillWanted` throws, after the threads were ended; what a thread or `use` throws.
 */
export async function sideBySide<Result>(
  administrations: readonly Administration[],
  { threads, official = false, stillWanted, ...options }: SideBySide,
  use: (begun: Begun) => Promise<Result>,
): Promise<Result> {
  const leased = leaseThreads(Math.max(1, Math.min(threads, administrations.length)));
  const keys = workKeys(administrations);
  const shares = sharesOf(administrations, keys, leased, official ? OFFICIAL_SHARE : 0);
  const wanted = <T>(work: Promise<T>): Promise<T> =>
    stillWanted === undefined ? work : whileWanted(work, stillWanted);
  try {
    await wanted(hold(leased, shares, administrations, keys));
    const decided = await wanted(decide(leased, shares, administrations, options));
    const result = await use({
      decided,
      describe: (works) => wanted(drive(leased, shares, describeWorks(decided, works))),
      officialReadings: (works) => wanted(officialReadingsOf(leased[0]!, administrations, works)),
    });
    giveThreadsBack(leased);
    return result;
  } catch (error) {
    await Promise.all(leased.map((thread) => thread.end()));
    throw error;
  }
}

/** Gives each thread the works of its share that it has not kept. */
async function hold(
  threads: readonly WorksThread[],
  shares: readonly (readonly number[])[],
  administrations: readonly Administration[],
  keys: readonly string[],
): Promise<void> {
  await Promise.all(
    threads.map(async (thread, index) => {
      const works = shares[index]!.map((work) => {
        const key = keys[work]!;
        return { key, administration: thread.holds.has(key) ? null : administrations[work]! };
      });
      thread.holds = new Set(await thread.ask<string[]>({ kind: 'hold', works } satisfies WorksTask));
    }),
  );
}

/**
 * Within one procedure no reading of a work looks at another work (official/readings.ts), so the works that are asked for are enough.
 * @throws RangeError for works of several procedures.
 */
async function officialReadingsOf(
  thread: Thread,
  administrations: readonly Administration[],
  works: readonly number[],
): Promise<readonly SchoolReadings[]> {
  if (administrations.some(({ procedure }) => procedure !== administrations[0]!.procedure)) {
    throw new RangeError('official readings are asked for one procedure at a time');
  }
  const own = works.toSorted((a, b) => a - b).map((work) => administrations[work]!);
  const readings = await thread.ask<SchoolReadings[]>({ kind: 'official', administrations: own } satisfies WorksTask);
  const places = works.toSorted((a, b) => a - b);
  return readings.map((each) => ({ ...each, administration: places[each.administration]! }));
}

async function decide(
  threads: readonly Thread[],
  shares: readonly (readonly number[])[],
  administrations: readonly Administration[],
  options: AnalysisOptions,
): Promise<Decided> {
  const cohorts: WorksTask = { kind: 'cohorts', administrations: options.others ?? [] };
  const others = await threads.at(-1)!.ask<CohortWork[]>(cohorts);
  return drive(threads, shares, decideTogether(requestOf(administrations.length, options, others)));
}

async function drive<Result>(
  threads: readonly Thread[],
  shares: readonly (readonly number[])[],
  steps: Coordination<Result>,
): Promise<Result> {
  let next = steps.next();
  while (!next.done) next = steps.next(await answersOf(threads, shares, next.value));
  return next.value;
}

async function answersOf(
  threads: readonly Thread[],
  shares: readonly (readonly number[])[],
  { step, inputs }: Call,
): Promise<readonly (Steps[keyof Steps]['answer'] | null)[]> {
  const answers: (Steps[keyof Steps]['answer'] | null)[] = [];
  await Promise.all(
    threads.map(async (thread, index) => {
      const own = shares[index]!;
      const question: WorksTask = { kind: 'step', step, inputs: own.map((work) => inputs[work]!) };
      const told = await thread.ask<Steps[keyof Steps]['answer'][] | string>(question);
      const found = typeof told === 'string' ? (JSON.parse(told) as Steps['describe']['answer'][]) : told;
      found.forEach((answer, at) => {
        answers[own[at]!] = answer;
      });
    }),
  );
  return answers;
}

/**
 * Works of each thread: those that it has kept; then the others, the largest first, each to the thread that has least. The first thread
 * has another load beside them, a share of theirs.
 */
function sharesOf(
  administrations: readonly Administration[],
  keys: readonly string[],
  threads: readonly WorksThread[],
  firstLoad: number,
): number[][] {
  const shares = threads.map((): number[] => []);
  const loads = threads.map(() => 0);
  const give = (work: number, thread: number, share: number): void => {
    shares[thread]!.push(work);
    loads[thread]! += share * administrations[work]!.size;
  };
  const fresh: number[] = [];
  for (const work of administrations.keys()) {
    const thread = threads.findIndex(({ holds }) => holds.has(keys[work]!));
    if (thread < 0) fresh.push(work);
    else give(work, thread, KEPT_SHARE);
  }
  loads[0]! += firstLoad * fresh.reduce((sum, work) => sum + administrations[work]!.size, 0);
  for (const work of fresh.sort((a, b) => administrations[b]!.size - administrations[a]!.size)) {
    give(work, loads.indexOf(Math.min(...loads)), 1);
  }
  return shares;
}
