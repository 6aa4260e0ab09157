/** Facts of a month, counted anew each time they are asked for: nothing is retyped. */
import { dayOf } from '#src/platform/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { readBoardRows } from '../cascade/board.ts';
import { spanOf } from '../cascade/month.ts';
import type { StoredPlan } from '../model.ts';
import { earlyOf, shareOf, totalsOf } from './figures.ts';
import type { Fact, FactId, Facts, MonthFigures, MonthMeasure, SchoolLine } from './model.ts';
import * as store from './month-store.ts';
import { reportText } from './text.ts';

/** The key under which a target's reached figure is kept in a report. */
export function targetKey(measureId: number, index: number): string {
  return `${measureId}:${index}`;
}

/** What a plan's month holds: measures with something due or told of in it, and those with a countable target. */
export async function monthFigures(
  tx: Tx,
  plan: StoredPlan,
  month: string,
  reached: Readonly<Record<string, number>>,
): Promise<MonthFigures> {
  const { from, to } = spanOf(month);
  const occurrences = await store.occurrencesWithin(tx, plan.id, from, to);
  const evidence = await store.evidenceWithin(tx, plan.id, from, to);
  const measures = plan.sections.flatMap((section) =>
    section.measures.flatMap((measure): MonthMeasure[] => {
      const own = occurrences.filter(({ measureId }) => measureId === measure.id);
      const pieces = evidence.filter(({ measureId }) => measureId === measure.id);
      if (own.length === 0 && pieces.length === 0) return [];
      return [
        {
          measureId: measure.id,
          section: section.title,
          number: measure.number,
          text: measure.text,
          occurrences: own.map(({ dueOn, state, submittedOn }) => ({ dueOn, state, submittedOn })),
          evidence: pieces.map(({ id, kind, title }) => ({ id, kind, title })),
          targets: measure.targets.map((target, index) => ({
            measureId: measure.id,
            index,
            words: target.words,
            comparison: target.comparison,
            value: target.value,
            reached: reached[targetKey(measure.id, index)] ?? null,
          })),
        },
      ];
    }),
  );
  return { totals: totalsOf(measures, countedBy(month)), measures };
}

/** The day by which a month is counted: its last, or today while it lasts. */
function countedBy(month: string): string {
  const { to } = spanOf(month);
  const today = dayOf(new Date());
  return to < today ? to : today;
}

function reported({ report }: SchoolLine): boolean {
  return report === 'submitted' || report === 'accepted';
}

/** Everything that an analytic report of a month may speak of. */
export async function gatherFacts(tx: Tx, plan: StoredPlan, month: string): Promise<Facts> {
  const own = await store.monthReport(tx, plan.id, month);
  const figures = await monthFigures(tx, plan, month, own?.figures.targets ?? {});
  const reports = await store.monthReportsBelow(tx, plan.id, month);
  const notes = new Map(reports.map((report) => [report.organizationId, report.note]));
  const { rows } = await readBoardRows(tx, plan, month);
  // A school that was sent the plan after the month, or has not approved it, had nothing to report on.
  const { to } = spanOf(month);
  const sent = rows.filter(({ planId, sentAt }) => planId !== null && sentAt !== null && dayOf(new Date(sentAt)) <= to);
  const schools = sent
    .filter(({ planState }) => planState !== 'draft')
    .map(
      (row): SchoolLine => ({
        schoolId: row.schoolId,
        school: row.school,
        municipality: row.municipality,
        measures: row.measures,
        due: row.due,
        onTime: row.onTime,
        late: row.late,
        silent: row.silent,
        accepted: row.accepted,
        underReview: row.underReview,
        returned: row.returned,
        report: row.report ?? 'none',
        reportOn: row.reportOn,
        reportInTime: row.reportInTime,
        note: notes.get(row.schoolId) ?? '',
      }),
    );
  const sum = (key: 'due' | 'onTime' | 'late' | 'silent' | 'accepted'): number =>
    schools.reduce((total, school) => total + school[key], 0);
  const count = (test: (one: SchoolLine) => boolean): number => schools.filter(test).length;
  const { totals } = figures;
  const day = countedBy(month);
  const { early, earlyAccepted } = earlyOf(figures.measures, day);
  const counts: [FactId, number | null][] = [
    ['measures', totals.measures],
    ['due', totals.due],
    ['onTime', totals.onTime],
    ['late', totals.late],
    ['silent', totals.silent],
    ['accepted', totals.accepted],
    ['underReview', totals.underReview],
    ['returned', totals.returned],
    ['early', early],
    ['earlyAccepted', earlyAccepted],
    ['evidence', new Set(figures.measures.flatMap(({ evidence }) => evidence.map(({ id }) => id))).size],
    ...(sent.length === 0
      ? []
      : ([
          ['schools', sent.length],
          ['schoolsApproved', schools.length],
        ] as [FactId, number][])),
    ...(schools.length === 0
      ? []
      : ([
          ['schoolsReported', count(reported)],
          ['reportedOnTime', count((one) => reported(one) && one.reportInTime === true)],
          ['reportedLate', count((one) => reported(one) && one.reportInTime === false)],
          ['schoolsSilent', count((one) => !reported(one))],
          ['schoolDue', sum('due')],
          ['schoolOnTime', sum('onTime')],
          ['schoolLate', sum('late')],
          ['schoolSilent', sum('silent')],
          ['schoolAccepted', sum('accepted')],
          ['schoolOnTimeShare', shareOf(sum('onTime'), sum('due'))],
          ['proposalsOpen', sent.reduce((total, row) => total + row.openProposals, 0)],
          ['proposalsDeclined', sent.reduce((total, row) => total + row.declined, 0)],
        ] as [FactId, number | null][])),
  ];
  const words = reportText.ru.facts;
  const facts = counts.flatMap(([id, value]): Fact[] =>
    value === null
      ? []
      : [{ id, value, unit: id === 'schoolOnTimeShare' ? 'percent' : 'count', words: words[id as keyof typeof words] }],
  );
  return {
    month,
    day,
    title: plan.title,
    facts: [...facts, ...(await targetFacts(tx, plan, figures, reports))],
    schools,
    measures: figures.measures,
  };
}

/** What was reached of every countable target: the district's own figure and those of its schools, added up. */
async function targetFacts(
  tx: Tx,
  plan: StoredPlan,
  figures: MonthFigures,
  reports: Awaited<ReturnType<typeof store.monthReportsBelow>>,
): Promise<Fact[]> {
  const reached = new Map<string, number>();
  const add = (key: string, value: number): void => void reached.set(key, (reached.get(key) ?? 0) + value);
  for (const { targets } of figures.measures) {
    for (const target of targets)
      if (target.reached !== null) add(targetKey(target.measureId, target.index), target.reached);
  }
  const origins = reports.length === 0 ? new Map<number, number>() : await store.originsBelow(tx, plan.id);
  for (const report of reports) {
    if (report.state !== 'submitted' && report.state !== 'accepted') continue;
    for (const [key, value] of Object.entries(report.figures.targets ?? {})) {
      const [measureId, index] = key.split(':').map(Number) as [number, number];
      const origin = origins.get(measureId);
      if (origin !== undefined) add(targetKey(origin, index), value);
    }
  }
  return plan.sections.flatMap(({ measures }) =>
    measures.flatMap((measure) =>
      measure.targets.flatMap((target, index): Fact[] => {
        const value = reached.get(targetKey(measure.id, index));
        if (value === undefined) return [];
        return [
          { id: `target:${measure.id}:${index}`, value, unit: 'count', words: `${target.words}: ${measure.text}` },
        ];
      }),
    ),
  );
}
