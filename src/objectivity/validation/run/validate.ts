/** The whole validation: regions of every kind asked for, all methods on each, figures over the regions. */
import { ENGINE_VERSION } from '../../analysis/version.ts';
import { type Evaluation, type RegionFigures, summarise } from '../evaluate.ts';
import { estimate } from '../metrics.ts';
import { type GeneratorName, type RegimeName, type RegionRequest, reportingSeed } from '../regimes.ts';
import type { HonestCell, MethodName, ValidationCell, ValidationReport } from '../report.ts';
import { type Rule, RULES } from '../rules-of-thumb.ts';
import { runTasks } from './pool.ts';
import type { RegionAnswer } from './region-figures.ts';

export interface ValidationRequest {
  /** Regions of each kind. */
  readonly seeds: number;
  readonly regimes: readonly RegimeName[];
  readonly generators: readonly GeneratorName[];
  /** Doses; null: full everywhere and half in the first generator. */
  readonly strength: number | null;
  /** Schools of a region. */
  readonly schools: number;
  readonly threads: number;
  /** Told the share of the work that is done, 0..1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

type Kind = Omit<RegionRequest, 'seed'> & { readonly generator: GeneratorName };

/** An oracle takes about as long as so many regions for each that it learns from. */
const ORACLE_WEIGHT = 0.4;
/** With fewer regions an oracle learns next to nothing. */
const LEAST_FOR_ORACLE = 4;

/** @throws the reason of the signal when it is aborted. */
export async function validate(request: ValidationRequest): Promise<ValidationReport> {
  const started = performance.now();
  const kinds = kindsOf(request);
  const seeds = Array.from({ length: request.seeds }, (_, index) => reportingSeed(index));
  const requests = kinds.flatMap((kind) => seeds.map((seed) => ({ ...kind, seed, schools: request.schools })));
  const withOracle = request.seeds >= LEAST_FOR_ORACLE ? kinds.filter(({ strength }) => strength > 0) : [];
  const work = requests.length + ORACLE_WEIGHT * seeds.length * withOracle.length;
  const answered = await runTasks(
    requests.map((each) => ({ kind: 'region', request: each })),
    { ...request, onDone: (done) => request.onProgress?.(done / work) },
  );
  const regions = answered.flatMap((each) => (each.kind === 'region' ? [each.answer] : []));
  const of = (kind: Kind): RegionAnswer[] => {
    const first = kinds.indexOf(kind) * seeds.length;
    return regions.slice(first, first + seeds.length);
  };
  const learnt = await runTasks(
    withOracle.map((kind) => ({ kind: 'oracle', regions: of(kind) })),
    {
      ...request,
      onDone: (done) => request.onProgress?.((requests.length + ORACLE_WEIGHT * seeds.length * done) / work),
    },
  );
  const oracleOf = (kind: Kind): readonly RegionFigures[] | null => {
    const found = learnt[withOracle.indexOf(kind)];
    return found?.kind === 'oracle' ? found.figures : null;
  };
  const full = kinds.find(({ strength }) => strength > 0);
  return {
    engineVersion: ENGINE_VERSION,
    date: new Date().toISOString().slice(0, 10),
    seeds: request.seeds,
    schools: request.schools,
    units: meanOf(regions.map(({ engine }) => engine.units)),
    targets: full === undefined ? 0 : meanOf(of(full).map(({ engine }) => engine.targets)),
    cells: kinds.filter(({ strength }) => strength > 0).map((kind) => manipulatedCell(kind, of(kind), oracleOf(kind))),
    honest: kinds.filter(({ strength }) => strength === 0).map((kind) => honestCell(kind, of(kind))),
    seconds: Math.round((performance.now() - started) / 1000),
    threads: request.threads,
  };
}

function kindsOf({ regimes, generators, strength }: ValidationRequest): Kind[] {
  return generators.flatMap((generator) => {
    const strengths = strength === null ? (generator === 'first' ? [1, 0.5, 0] : [1, 0]) : [strength, 0];
    return regimes.flatMap((regime) => strengths.map((each): Kind => ({ generator, regime, strength: each })));
  });
}

function manipulatedCell(
  { generator, regime, strength }: Kind,
  regions: readonly RegionAnswer[],
  oracle: readonly RegionFigures[] | null,
): ValidationCell {
  const methods: Partial<Record<MethodName, Evaluation>> = {
    engine: summarise(
      'engine',
      regions.map(({ engine }) => engine),
    ),
    rules: summarise(
      'rules',
      regions.map(({ rules }) => rules),
    ),
  };
  if (oracle !== null) methods.oracle = summarise('oracle', oracle);
  const singleRules = Object.fromEntries(
    RULES.map((rule) => [
      rule,
      summarise(
        rule,
        regions.map((region) => region.singleRules[rule]),
      ),
    ]),
  ) as Record<Rule, Evaluation>;
  const absence = {
    auc: estimate(regions.map((region) => region.absence.auc)),
    found: estimate(regions.map((region) => region.absence.found)),
    honest: estimate(regions.map((region) => region.absence.honest)),
  };
  return { generator, regime, strength, methods, singleRules, absence };
}

function honestCell({ generator, regime }: Kind, regions: readonly RegionAnswer[]): HonestCell {
  return {
    generator,
    regime,
    signals: {
      engine: estimate(regions.map(({ engine }) => engine.signals)),
      rules: estimate(regions.map(({ rules }) => rules.signals)),
    },
    mostSignals: Math.max(...regions.map(({ engine }) => engine.signals)),
  };
}

function meanOf(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
}
