/** What a run of the validation found, as it is stored and shown. Shapes only: the page and the documents read them. */
import type { AbsenceFigures } from './absence.ts';
import type { Evaluation } from './evaluate.ts';
import type { Estimate } from './metrics.ts';
import type { GeneratorName, RegimeName } from './regimes.ts';
import type { Rule } from './rules-of-thumb.ts';

export type MethodName = 'engine' | 'rules' | 'oracle';

/** One kind of regions: generator, regime and dose. */
export interface ValidationCell {
  readonly generator: GeneratorName;
  readonly regime: RegimeName;
  /** 1 = full dose, 0.5 = half of it. */
  readonly strength: number;
  /** The oracle is missing where there were too few regions to learn from. */
  readonly methods: Readonly<Partial<Record<MethodName, Evaluation>>>;
  readonly singleRules: Readonly<Record<Rule, Evaluation>>;
  /** Selective absence, told by participation: area, share found, share of honest classes told the same. */
  readonly absence: Readonly<Record<keyof AbsenceFigures, Estimate>>;
}

/** Regions in which nobody manipulated anything: signals are all false. */
export interface HonestCell {
  readonly generator: GeneratorName;
  readonly regime: RegimeName;
  /** Signals per region. */
  readonly signals: Readonly<Record<'engine' | 'rules', Estimate>>;
  /** Most signals of the engine in any one region. */
  readonly mostSignals: number;
}

export interface ValidationReport {
  readonly engineVersion: string;
  /** Day of the run, YYYY-MM-DD. */
  readonly date: string;
  readonly seeds: number;
  readonly schools: number;
  /** Mean number of classes (class x work) in a region. */
  readonly units: number;
  /** Mean number of manipulated ones at full dose. */
  readonly targets: number;
  readonly cells: readonly ValidationCell[];
  readonly honest: readonly HonestCell[];
  /** How long the run took on how many threads. */
  readonly seconds: number;
  readonly threads: number;
}
