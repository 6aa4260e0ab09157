/**
 * An analysis with its works side by side: each thread holds some of the works and answers their steps; what they say together is
 * put together here (engine/coordinate.ts). The same figures to the last bit as in turn; what is no number (NaN) is null, as in JSON.
 *
 * Threads stay for the next analysis: a thread that has computed one is several times as fast as one that begins.
 */
import type { Administration } from '../engine/administration.ts';
import { type Analysis, type AnalysisOptions, coordination } from '../engine/analyze.ts';
import type { Call } from '../engine/coordinate.ts';
import type { Steps } from '../engine/work.ts';
import type { CohortWork } from '../markers/external-confirmation.ts';
import type { SchoolReadings } from '../official/model.ts';
import { Thread } from './thread.ts';
import { whileWanted } from './wanted.ts';
import type { WorksTask } from './works-worker.ts';

/** The official readings take about as long as so much of the engine's own work. */
const OFFICIAL_SHARE = 0.3;
/** Threads that nobody used for so long are ended, milliseconds. */
const KEPT_FOR = 120_000;

export interface SideBySide extends AnalysisOptions {
  readonly threads: number;
  /** Whether the official readings are wanted too. */
  readonly official?: boolean;
  /** Asked now and then; what it throws ends the analysis. */
  readonly stillWanted?: () => Promise<void>;
}

export interface AnalysisWithReadings extends Analysis {
  /** Empty unless asked for. */
  readonly official: readonly SchoolReadings[];
}

/** @throws what `stillWanted` throws, after the threads were ended; what a thread throws. */
export async function analyzeSideBySide(
  administrations: readonly Administration[],
  { threads, official = false, stillWanted, ...options }: SideBySide,
): Promise<AnalysisWithReadings> {
  const leased = lease(Math.max(1, Math.min(threads, administrations.length)));
  try {
    const work = run(leased, administrations, options, official);
    const result = await (stillWanted === undefined ? work : whileWanted(work, stillWanted));
    giveBack(leased);
    return result;
  } catch (error) {
    await Promise.all(leased.map((thread) => thread.end()));
    throw error;
  }
}

async function run(
  threads: readonly Thread[],
  administrations: readonly Administration[],
  options: AnalysisOptions,
  official: boolean,
): Promise<AnalysisWithReadings> {
  const shares = sharesOf(administrations, threads.length, official ? OFFICIAL_SHARE : 0);
  await Promise.all(
    threads.map((thread, index) =>
      thread.ask({
        kind: 'hold',
        administrations: shares[index]!.map((work) => administrations[work]!),
      } satisfies WorksTask),
    ),
  );
  const readings = official
    ? threads[0]!.ask<readonly SchoolReadings[]>({ kind: 'official', administrations } satisfies WorksTask)
    : Promise.resolve([]);
  readings.catch(() => undefined);
  const others = await threads
    .at(-1)!
    .ask<CohortWork[]>({ kind: 'cohorts', administrations: options.others ?? [] } satisfies WorksTask);
  const steps = coordination(administrations.length, options, others);
  let next = steps.next();
  while (!next.done) next = steps.next(await answersOf(threads, shares, next.value));
  await Promise.all(threads.map((thread) => thread.ask({ kind: 'forget' } satisfies WorksTask)));
  return { ...next.value, official: await readings };
}

async function answersOf(
  threads: readonly Thread[],
  shares: readonly (readonly number[])[],
  { step, inputs }: Call,
): Promise<readonly Steps[keyof Steps]['answer'][]> {
  const answers: Steps[keyof Steps]['answer'][] = [];
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

const kept: Thread[] = [];
let ending: NodeJS.Timeout | undefined;

function lease(count: number): Thread[] {
  clearTimeout(ending);
  return Array.from({ length: count }, () => {
    const thread = kept.pop() ?? new Thread(new URL('./works-worker.ts', import.meta.url));
    thread.hold(true);
    return thread;
  });
}

function giveBack(threads: readonly Thread[]): void {
  for (const thread of threads) {
    thread.hold(false);
    kept.push(thread);
  }
  clearTimeout(ending);
  ending = setTimeout(() => {
    for (const thread of kept.splice(0)) void thread.end();
  }, KEPT_FOR);
  ending.unref();
}
