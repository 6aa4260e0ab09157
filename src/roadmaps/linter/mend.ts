/** One-click mends, applied to the plan's data alone. A mend is done because a person pressed it; nothing here presses by itself. */
import type { LintedMeasure, LintedPlan, LintedSection, Mend, OutsideMend, PlanMend } from './model.ts';
import { closedUp, partsOfNumber, renumbered } from './numbering.ts';

const OUTSIDE: ReadonlySet<Mend['kind']> = new Set<OutsideMend['kind']>([
  'writeField',
  'writeSectionTitle',
  'substitute',
  'openMeasure',
  'attachCalendar',
  'approvePlan',
  'assignPost',
  'chooseKind',
  'attachEvidence',
  'linkEvidence',
  'report',
]);

/** Whether the plan alone can be mended so; the others lead to where the missing thing is given. */
export function isPlanMend(mend: Mend): mend is PlanMend {
  return !OUTSIDE.has(mend.kind);
}

/** @returns the mended plan; the one given is left as it was, also where the mend names rows that it does not have. */
export function applyMend(plan: LintedPlan, mend: PlanMend): LintedPlan {
  switch (mend.kind) {
    case 'setField':
      return onMeasure(plan, mend.measureId, (measure) => ({
        ...measure,
        [mend.field]: mend.value,
        // Other words are read anew.
        ...(mend.field === 'deadline' ? { windowsSet: null, deadlineConfirmed: false } : {}),
      }));
    case 'setSectionTitle':
      return onSections(plan, (section) =>
        section.id === mend.sectionId ? { ...section, title: mend.value } : section,
      );
    case 'setKind':
      return onMeasure(plan, mend.measureId, (measure) => ({ ...measure, kind: mend.value }));
    case 'setResponsible':
      return onMeasure(plan, mend.measureId, (measure) => ({ ...measure, responsible: mend.value }));
    case 'addTarget':
      return onMeasure(plan, mend.measureId, (measure) => ({
        ...measure,
        targets: [...measure.targets, mend.target],
      }));
    case 'splitDeadline':
      return onSections(plan, (section) => ({
        ...section,
        measures: section.measures.flatMap((measure) =>
          measure.id === mend.measureId ? split(measure, mend.deadlines) : [measure],
        ),
      }));
    case 'renumber':
      return goingOn(plan, renumberSection(plan, mend.sectionId));
    case 'mergeRows':
      return goingOn(plan, mergeRows(plan, mend.keep, mend.remove));
    case 'setPeriod':
      return { ...plan, startsOn: mend.from, endsOn: mend.to };
    case 'confirmSchoolYear':
      return { ...plan, schoolYearGuessed: false };
    case 'confirmDeadline':
      return onMeasure(plan, mend.measureId, (measure) => ({ ...measure, deadlineConfirmed: true }));
    case 'confirmReading':
      return onMeasure(plan, mend.measureId, (measure) => ({
        ...measure,
        warnings: measure.warnings.filter(({ code }) => !mend.codes.includes(code)),
      }));
  }
}

/**
 * Several mends at one press, each made for the plan as it was. Where two write the same field the first holds: the second would
 * bring back what the first has mended, and its remark stays for the next look.
 * @returns the mended plan and how many mends were made.
 */
export function applyMends(
  plan: LintedPlan,
  mends: readonly PlanMend[],
): { readonly plan: LintedPlan; readonly done: number } {
  const written = new Set<string>();
  let mended = plan;
  let done = 0;
  for (const mend of mends) {
    const field = fieldOf(mend);
    if (field !== null && written.has(field)) continue;
    if (field !== null) written.add(field);
    mended = applyMend(mended, mend);
    done += 1;
  }
  return { plan: mended, done };
}

function fieldOf(mend: PlanMend): string | null {
  if (mend.kind === 'setField') return `${mend.measureId}|${mend.field}`;
  if (mend.kind === 'splitDeadline' || mend.kind === 'confirmDeadline') return `${mend.measureId}|deadline`;
  if (mend.kind === 'setResponsible') return `${mend.measureId}|responsible`;
  return mend.kind === 'renumber' ? `${mend.sectionId}|numbers` : null;
}

function onSections(plan: LintedPlan, change: (section: LintedSection) => LintedSection): LintedPlan {
  return { ...plan, sections: plan.sections.map(change) };
}

function onMeasure(plan: LintedPlan, id: string, change: (measure: LintedMeasure) => LintedMeasure): LintedPlan {
  return onSections(plan, (section) =>
    section.measures.some((measure) => measure.id === id)
      ? { ...section, measures: section.measures.map((measure) => (measure.id === id ? change(measure) : measure)) }
      : section,
  );
}

/** The first part keeps the number and what was reported; the others are new rows without a number. */
function split(measure: LintedMeasure, deadlines: readonly string[]): readonly LintedMeasure[] {
  return deadlines.map((deadline, at) => ({
    ...measure,
    deadline,
    windowsSet: null,
    deadlineConfirmed: false,
    ...(at === 0 ? {} : { id: `${measure.id}-${at + 1}`, number: null, warnings: [], occurrences: [] }),
  }));
}

function renumberSection(plan: LintedPlan, sectionId: string): LintedPlan {
  const at = plan.sections.findIndex(({ id }) => id === sectionId);
  const above = plan.sections.slice(0, Math.max(at, 0)).flatMap(({ measures }) => measures);
  const last = partsOfNumber(above.at(-1)?.number ?? null);
  return onSections(plan, (section) => {
    if (section.id !== sectionId) return section;
    const numbers = renumbered(section.measures, last);
    return { ...section, measures: section.measures.map((measure, row) => ({ ...measure, number: numbers[row]! })) };
  });
}

function rowsOf({ sections }: LintedPlan): readonly LintedMeasure[] {
  return sections.flatMap(({ measures }) => measures);
}

/** Numbers that went on from row to row go on after the mend too: it must not make the gap that the next look would find. */
function goingOn(before: LintedPlan, after: LintedPlan): LintedPlan {
  const numbers = closedUp(rowsOf(before), rowsOf(after));
  if (numbers.size === 0) return after;
  return onSections(after, (section) => ({
    ...section,
    measures: section.measures.map((measure) => ({ ...measure, number: numbers.get(measure.id) ?? measure.number })),
  }));
}

function mergeRows(plan: LintedPlan, keep: string, remove: readonly string[]): LintedPlan {
  const all = plan.sections.flatMap(({ measures }) => measures);
  if (!all.some(({ id }) => id === keep)) return plan;
  const gone = all.filter(({ id }) => remove.includes(id) && id !== keep);
  const merged = onMeasure(plan, keep, (measure) => gone.reduce(taken, measure));
  return onSections(merged, (section) => ({
    ...section,
    measures: section.measures.filter((measure) => !gone.some(({ id }) => id === measure.id)),
  }));
}

/** What the kept row says stays; where it says nothing, the other row's words are taken. */
function taken(kept: LintedMeasure, other: LintedMeasure): LintedMeasure {
  return {
    ...kept,
    deadline: kept.deadline === '' ? other.deadline : kept.deadline,
    responsible: kept.responsible.length === 0 ? other.responsible : kept.responsible,
    result: kept.result === null || kept.result === '' ? other.result : kept.result,
    kind: kept.kind ?? other.kind,
    targets: [
      ...kept.targets,
      ...other.targets.filter(({ words }) => !kept.targets.some((target) => target.words === words)),
    ],
    occurrences: [...kept.occurrences, ...other.occurrences],
  };
}
