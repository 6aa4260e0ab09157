/** The answer of `obektiv boundary`, as a table for reading and as JSON. */
import { type TableColumn, tableLines } from '#src/platform/terminal/table.ts';
import { DASH, formatNumber, probability } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { type AgainstReference, NATURAL_SPREAD } from './against-reference.ts';
import { boundaryKind, boundarySentence, boundaryText, withInterval } from './text.ts';
import type { BoundaryVerdict } from './verdict.ts';

export interface HistogramReport {
  /** Work, or the name of the file. */
  readonly title: string;
  readonly counts: ArrayLike<number>;
  /** Whether boundaries were named; else every score was asked and only those that stand out are here. */
  readonly given: boolean;
  readonly verdicts: readonly BoundaryVerdict[];
  /** null: no reference was named. */
  readonly against: readonly AgainstReference[] | null;
  /** Against the distribution that the model of the tasks gives; null where the tasks are not known or the model was not asked. */
  readonly model: readonly AgainstReference[] | null;
}

export function* boundaryTable(reports: readonly HistogramReport[], language: Language): Generator<string> {
  const t = boundaryText[language];
  for (const { title, counts, given, verdicts, against, model } of reports) {
    yield `${title}: ${t.papers(papersOf(counts), counts.length - 1)}\n`;
    if (!given) yield `${t.all}\n`;
    if (verdicts.length === 0) yield `${t.noneFound}\n\n`;
    else {
      yield '\n';
      for (const line of tableLines(verdictColumns(language), verdicts)) yield `${line}\n`;
      yield '\n';
      for (const verdict of verdicts) yield `${boundarySentence(verdict, language)}\n`;
      yield '\n';
    }
    for (const [heading, rows] of [
      [t.against, against],
      [t.model, model],
    ] as const) {
      if (rows === null || rows.length === 0) continue;
      yield `${heading}\n\n`;
      for (const line of tableLines(againstColumns(language), rows)) yield `${line}\n`;
      yield '\n';
    }
  }
  yield `${t.note}\n${t.notVerdict}\n`;
}

/** Shapes and units: docs/guide/boundary.md. */
export function boundaryJson(reports: readonly HistogramReport[], engineVersion: string, curvature: number): string {
  const answer = {
    engineVersion,
    curvature,
    histograms: reports.map(({ title, counts, given, verdicts, against, model }) => ({
      title,
      papers: papersOf(counts),
      maximum: counts.length - 1,
      boundaries: given ? 'given' : 'found',
      verdicts: verdicts.map((verdict) => ({
        cut: verdict.cut,
        verdict: verdict.kind,
        counts: { below: verdict.counts[0], at: verdict.counts[1], above: verdict.counts[2] },
        threePoint: {
          n: verdict.threePoint.n,
          share: finite(verdict.threePoint.share),
          highestSmoothShare: verdict.threePoint.high,
          lgP: verdict.threePoint.logUpper / Math.LN10,
          lgPAdjusted: verdict.adjustedLogP / Math.LN10,
        },
        localPeak: verdict.localPeak,
        excessEqualsMissing: verdict.balanced,
        moved: verdict.bunching?.moved ?? null,
        excess: verdict.bunching?.excess ?? null,
        missing: verdict.bunching?.missing ?? null,
        expectedAbove: verdict.bunching?.expectedAbove ?? null,
        expectedBelow: verdict.bunching?.expectedBelow ?? null,
        window: verdict.bunching?.window ?? null,
        degree: verdict.bunching?.degree ?? null,
        dispersion: verdict.bunching?.dispersion ?? null,
      })),
      againstReference: against?.map(comparisonJson) ?? null,
      againstModel: model?.map(comparisonJson) ?? null,
    })),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function comparisonJson({ cut, inWindow, above, expectedAbove, lifted, p, logP, enough }: AgainstReference) {
  const lgP = logP / Math.LN10;
  return { cut, inWindow, above, expectedAbove, lifted, p, lgP, enough, naturalSpread: NATURAL_SPREAD };
}

function papersOf(counts: ArrayLike<number>): number {
  let papers = 0;
  for (let score = 0; score < counts.length; score++) papers += counts[score]!;
  return papers;
}

/** JSON has no NaN. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function verdictColumns(language: Language): TableColumn<BoundaryVerdict>[] {
  const t = boundaryText[language];
  const figure = (value: number): string => formatNumber(value, language);
  return [
    { title: t.cut, align: 'right', cell: ({ cut }) => figure(cut) },
    { title: t.around, align: 'right', cell: ({ counts }) => counts.map(figure).join(' / ') },
    {
      title: t.moved,
      align: 'right',
      cell: ({ kind, bunching }) => (kind === 'lifting' ? withInterval(bunching?.moved ?? null, language) : DASH),
    },
    { title: t.excess, align: 'right', cell: ({ bunching }) => withInterval(bunching?.excess ?? null, language) },
    { title: t.missing, align: 'right', cell: ({ bunching }) => withInterval(bunching?.missing ?? null, language) },
    {
      title: t.lgP,
      align: 'right',
      // Minus zero is an accident of arithmetic.
      cell: ({ adjustedLogP }) => formatNumber(adjustedLogP / Math.LN10 + 0, language, { digits: 1 }),
    },
    { title: t.verdict, cell: ({ kind }) => boundaryKind(kind, language) },
  ];
}

function againstColumns(language: Language): TableColumn<AgainstReference>[] {
  const t = boundaryText[language];
  const figure = (value: number): string => formatNumber(Math.round(value), language);
  return [
    { title: t.cut, align: 'right', cell: ({ cut }) => figure(cut) },
    { title: t.above, align: 'right', cell: ({ above, inWindow }) => `${figure(above)} / ${figure(inWindow)}` },
    { title: t.expectedAbove, align: 'right', cell: ({ expectedAbove }) => figure(expectedAbove) },
    { title: t.lifted, align: 'right', cell: ({ lifted, enough }) => (enough ? withInterval(lifted, language) : DASH) },
    { title: t.chance, align: 'right', cell: ({ p, enough }) => (enough ? probability(p, language) : DASH) },
  ];
}
