/** The answer of `obektiv recheck`, as a table for reading and as JSON. */
import type { Estimate } from '#stats/bunching.ts';
import { type TableColumn, tableLines } from '#src/platform/terminal/table.ts';
import { DASH, formatNumber, percent } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { RaterFigure, RecheckResult } from './model.ts';
import { recheckSentence, recheckText } from './text.ts';

interface Line {
  readonly name: string;
  readonly value: string;
  readonly range: string;
}

export function* recheckTable(result: RecheckResult, language: Language): Generator<string> {
  const t = recheckText[language];
  const columns: TableColumn<Line>[] = [
    { title: t.figure, cell: ({ name }) => name },
    { title: t.value, align: 'right', cell: ({ value }) => value },
    { title: t.range, align: 'right', cell: ({ range }) => range },
  ];
  for (const line of tableLines(columns, linesOf(result, language))) yield `${line}\n`;
  if (result.severity !== null) {
    yield `\n${t.severity}\n\n`;
    for (const line of tableLines(raterColumns(language), result.severity)) yield `${line}\n`;
  }
  yield `\n${recheckSentence(result, language)}\n`;
  if (result.inAll !== null) yield `${t.draw}\n`;
  yield `${t.notVerdict}\n`;
}

/** Shapes and units: docs/guide/recheck.md. */
export function recheckJson(result: RecheckResult, engineVersion: string): string {
  return `${JSON.stringify({ engineVersion, ...result }, null, 2)}\n`;
}

function linesOf(result: RecheckResult, language: Language): Line[] {
  const t = recheckText[language];
  const whole = (name: string, value: number): Line => ({ name, value: formatNumber(value, language), range: '' });
  const estimated = (name: string, estimate: Estimate | null, digits: number, signed = false): Line => ({
    name,
    value: formatNumber(estimate?.value, language, { digits, signed }),
    range: rangeOf(estimate, language, digits),
  });
  const { beyond, limits, inAll } = result;
  const share = beyond.share;
  return [
    whole(t.papers, result.papers),
    whole(t.answers, result.answers),
    {
      name: t.beyond(result.tolerance),
      value: `${formatNumber(beyond.papers, language)} (${percent(share.value, language)})`,
      range: `${percent(share.low, language)}…${percent(share.high, language)}`,
    },
    whole(`  ${t.raised}`, beyond.raised),
    whole(`  ${t.lowered}`, beyond.lowered),
    whole(t.changed, result.changed),
    estimated(t.meanChange, result.meanChange, 2, true),
    {
      name: t.limits,
      value:
        limits === null
          ? DASH
          : [limits.lower, limits.upper]
              .map(({ value }) => formatNumber(value, language, { digits: 1, signed: true }))
              .join('…'),
      range: '',
    },
    estimated(t.qwk, result.qwk, 3),
    estimated(t.icc, result.icc, 3),
    { name: t.alpha, value: formatNumber(result.alpha, language, { digits: 3 }), range: '' },
    ...(inAll === null ? [] : [estimated(t.inAll(inAll.papers), inAll, 0)]),
  ];
}

function rangeOf(estimate: Estimate | null, language: Language, digits: number): string {
  if (estimate === null) return '';
  return `${formatNumber(estimate.low, language, { digits })}…${formatNumber(estimate.high, language, { digits })}`;
}

function raterColumns(language: Language): TableColumn<RaterFigure>[] {
  const t = recheckText[language];
  return [
    { title: t.rater, cell: ({ rater }) => rater },
    {
      title: t.value,
      align: 'right',
      cell: ({ severity }) => formatNumber(severity.value, language, { digits: 2, signed: true }),
    },
    { title: t.range, align: 'right', cell: ({ severity }) => rangeOf(severity, language, 2) },
    { title: t.shared, align: 'right', cell: ({ answers }) => formatNumber(answers, language) },
  ];
}
