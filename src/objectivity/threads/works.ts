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
import { giveThreadsBack, leaseThreads } from './kept.ts';
import type { Thread } from './thread.ts';
import { whileWanted } from './wanted.ts';
import type { WorksTask } from './works-worker.ts';

/** The official readings take about as long as so much of the engine's own work. */
const OFFICIAL_SHARE = 0.3;

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
  const shares = sharesOf(administrations, leased.length, official ? OFFICIAL_SHARE : 0);
  const wanted = <T>(work: Promise<T>): Promise<T> =>
    stillWanted === undefined ? work : whileWanted(work, stillWanted);
  try {
    const decided = await wanted(decide(leased, shares, administrations, options));
    const result = await use({
      decided,
      describe: (works) => wanted(drive(leased, shares, describeWorks(decided, works))),
      officialReadings: (only) =>
        wanted(leased[0]!.ask({ kind: 'official', administrations, only } satisfies WorksTask)),
    });
    await Promise.all(leased.map((thread) => thread.ask({ kind: 'forget' } satisfies WorksTask)));
    giveThreadsBack(leased);
    return result;
  } catch (error) {
    await Promise.all(leased.map((thread) => thread.end()));
    throw error;
  }
}

async function decide(
  threads: readonly Thread[],
  shares: readonly (readonly number[])[],
  administrations: readonly Administration[],
  options: AnalysisOptions,
): Promise<Decided> {
  await Promise.all(
    threads.map((thread, index) => {
      const own = shares[index]!.map((work) => administrations[work]!);
      return thread.ask({ kind: 'hold', administrations: own } satisfies WorksTask);
    }),
  );
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

/** Works of each thread: the largest first, each to the thread that has least; the first thread begins with a load of its own. */
function sharesOf(administrations: readonly Administration[], threads: number, firstLoad: number): number[][] {
  const papers = administrations.reduce((sum, { size }) => sum + size, 0);
  const loads = Array.from({ length: threads }, (_, index) => (index === 0 ? firstLoad * papers : 0));
  const shares = loads.map((): number[] => []);
  const largestFirst = [...administrations.keys()].sort((a, b) => administrations[b]!.size - administrations[a]!.size);
  for (const work of largestFirst) {
    const least = loads.indexOf(Math.min(...loads));
    shares[least]!.push(work);
    loads[least]! += administrations[work]!.size;
  }
  return shares;
}
