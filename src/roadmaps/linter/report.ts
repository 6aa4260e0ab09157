/** Remarks on a plan as JSON and as lines for reading. */
import { printable, tableLines } from '#src/platform/terminal/table.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { LintedMeasure, LintedPlan, Remark, Severity } from './model.ts';
import { linterText, mendInWords, placesInWords, remarkInWords } from './text.ts';

export function remarksJson(plan: LintedPlan, remarks: readonly Remark[], language: Language): unknown {
  const { title, schoolYear } = plan;
  const measures = measuresById(plan);
  return {
    title,
    schoolYear: `${schoolYear}/${schoolYear + 1}`,
    counts: countsOf(remarks),
    remarks: remarks.map((remark) => ({
      ...remark,
      number: remark.measureId === null ? null : (measures.get(remark.measureId)?.number ?? null),
      ...remarkInWords(remark, language),
      mend: withWords(remark, remark.mend, language),
      otherMends: remark.otherMends.map((mend) => withWords(remark, mend, language)),
    })),
  };
}

function withWords({ code }: Remark, mend: Remark['mend'], language: Language): unknown {
  return { ...mend, words: mendInWords(mend, code, language) };
}

export function countsOf(remarks: readonly Remark[]): Readonly<Record<Severity, number>> {
  const of = (severity: Severity): number => remarks.filter((remark) => remark.severity === severity).length;
  return { mend: of('mend'), look: of('look'), note: of('note') };
}

/** Letters of a place that a line of a terminal shows; the reason has no end. */
const PLACE_SHOWN = 40;
const MEND_SHOWN = 60;

export function* remarkLines(plan: LintedPlan, remarks: readonly Remark[], language: Language): Generator<string> {
  const t = linterText[language];
  const { mend, look, note } = countsOf(remarks);
  yield printable(plan.title ?? t.untitled);
  yield remarks.length === 0 ? t.none : t.counts(String(mend), String(look), String(note));
  if (remarks.length === 0) return;
  const measures = measuresById(plan);
  yield '';
  yield* tableLines<Remark>(
    [
      { title: t.number, cell: ({ measureId }) => (measureId && measures.get(measureId)?.number) ?? '—' },
      {
        title: t.where,
        cell: ({ place }) => cut(place === null ? t.wholePlan : placesInWords(place, language), PLACE_SHOWN),
      },
      { title: t.field, cell: ({ field }) => t.fields[field] },
      { title: t.severity, cell: ({ severity }) => t.severities[severity] },
      {
        title: t.mendTitle,
        cell: ({ mend, code }) => cut(mendInWords(mend, code, language), MEND_SHOWN),
      },
      { title: t.remark, cell: (remark) => remarkInWords(remark, language).reason },
    ],
    remarks,
  );
}

function measuresById(plan: LintedPlan): ReadonlyMap<string, LintedMeasure> {
  return new Map(plan.sections.flatMap(({ measures }) => measures).map((measure) => [measure.id, measure]));
}

function cut(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
