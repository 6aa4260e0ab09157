/** The figures of a run as tables of words: the terminal, the document and the page print the same ones. */
import { formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { Evaluation } from './evaluate.ts';
import { type Manipulation, TARGETS } from './manipulations.ts';
import type { MethodName, ValidationCell, ValidationReport } from './report.ts';
import type { Rule } from './rules-of-thumb.ts';
import { aucWords, countWords, shareWords, validationText } from './text.ts';

export interface WordTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** In the order in which they are shown. */
export const METHOD_ORDER: readonly MethodName[] = ['engine', 'rules', 'oracle'];
const RULE_ORDER: readonly Rule[] = ['mean', 'hardOverEasy', 'journal', 'peaks', 'shares'];

/** Targets that the regions had; selective absence is no target. */
export function targetsOf({ methods }: ValidationCell): readonly Manipulation[] {
  return TARGETS.filter((target) => methods.engine?.aucBy[target] !== undefined);
}

export function methodsOf({ methods }: ValidationCell): readonly MethodName[] {
  return METHOD_ORDER.filter((method) => methods[method] !== undefined);
}

/** Power, realised false share, precision and signals of each method. */
export function decisionTable(cell: ValidationCell, language: Language): WordTable {
  const t = validationText[language];
  return {
    columns: [t.method, t.auc, t.power, t.falseShare, t.precision, t.signals],
    rows: methodsOf(cell).map((method) => decisionRow(t.methods[method], cell.methods[method]!, language)),
  };
}

/** AUC of each manipulation, method beside method. */
export function aucTable(cell: ValidationCell, language: Language): WordTable {
  const t = validationText[language];
  const methods = methodsOf(cell);
  return {
    columns: [t.mechanism, ...methods.map((method) => t.methods[method])],
    rows: [
      ...targetsOf(cell).map((target) => [
        t.manipulations[target],
        ...methods.map((method) => aucWords(cell.methods[method]!.aucBy[target], language)),
      ]),
      [t.allTargets, ...methods.map((method) => aucWords(cell.methods[method]!.auc, language))],
    ],
  };
}

/** Selective absence in one sentence. */
export function absenceWords({ absence }: ValidationCell, language: Language): string {
  const { auc, found, honest } = absence;
  return validationText[language].absence(
    aucWords(auc, language),
    shareWords(found, language),
    shareWords(honest, language),
  );
}

/** Each rule of thumb alone. */
export function ruleTable(cell: ValidationCell, language: Language): WordTable {
  const t = validationText[language];
  return {
    columns: [t.rule, t.auc, t.power, t.falseShare, t.precision, t.signals],
    rows: RULE_ORDER.map((rule) => decisionRow(t.rules[rule], cell.singleRules[rule], language)),
  };
}

/** Signals where there is nothing to find. */
export function honestTable({ honest }: ValidationReport, language: Language): WordTable {
  const t = validationText[language];
  return {
    columns: [t.regionKind, t.honestSignals, t.honestMost, t.honestRules],
    rows: honest.map(({ regime, generator, signals, mostSignals }) => [
      t.kindShort(t.regimes[regime], t.generators[generator]),
      countWords(signals.engine, language),
      formatNumber(mostSignals, language),
      countWords(signals.rules, language),
    ]),
  };
}

export function kindWords({ regime, generator, strength }: ValidationCell, language: Language): string {
  const t = validationText[language];
  return t.kind(t.regimes[regime], t.generators[generator], strength);
}

function decisionRow(name: string, evaluation: Evaluation, language: Language): string[] {
  return [
    name,
    aucWords(evaluation.auc, language),
    shareWords(evaluation.power, language),
    shareWords(evaluation.falseShare, language),
    shareWords(evaluation.precision, language),
    // Their interval says nothing that those of power and precision do not.
    formatNumber(evaluation.signals.mean, language),
  ];
}
