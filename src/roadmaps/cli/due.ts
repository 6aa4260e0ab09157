/** `obektiv roadmap due`: which measure of a plan is due when. */
import { printable, tableLines } from '#src/platform/terminal/table.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { occurrencesOfMeasure } from '../carrying/occurrences.ts';
import { dayInWords } from '../deadline/text.ts';
import type { Measure, Roadmap } from '../reading/model.ts';
import { partyInWords } from './report.ts';
import { roadmapText } from './text.ts';

export interface Due {
  readonly number: string | null;
  readonly text: string;
  readonly deadline: string;
  readonly responsible: readonly string[];
  /** ISO days, both included; null: no day is known. */
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  /** What the days wait for: a calendar that is not attached («график ВПР»). */
  readonly reference: string | null;
  /** «при необходимости»: due only if it is needed. */
  readonly condition: string | null;
}

/** In the order of their last days; what has no day stands at the end, in the order of the plan. */
export function dueOf(plan: Roadmap): readonly Due[] {
  const bounds = {
    schoolYear: Number(plan.schoolYear.slice(0, 4)),
    startsOn: null,
    endsOn: null,
    approvedOn: plan.approval.date,
  };
  const all = plan.sections.flatMap(({ measures }) =>
    measures.flatMap((measure) =>
      occurrencesOfMeasure(measure.deadline, null, bounds, true).map(({ opensOn, dueOn }) =>
        dueAt(measure, opensOn, dueOn),
      ),
    ),
  );
  return all.toSorted((a, b) => compare(a.dueOn, b.dueOn) || compare(a.opensOn, b.opensOn));
}

function dueAt(measure: Measure, opensOn: string | null, dueOn: string | null): Due {
  const { number, text, deadline, responsible } = measure;
  return {
    number,
    text,
    deadline: deadline.verbatim,
    responsible: responsible.map(partyInWords),
    opensOn,
    dueOn,
    reference: deadline.reference,
    condition: deadline.condition,
  };
}

function compare(a: string | null, b: string | null): number {
  const [first, second] = [a ?? '9999', b ?? '9999'];
  return first < second ? -1 : first > second ? 1 : 0;
}

const SHOWN = 60;

export function* dueLines(plan: Roadmap, language: Language): Generator<string> {
  const t = roadmapText[language];
  yield printable(plan.title ?? t.untitled);
  yield t.schoolYear(plan.schoolYear);
  yield '';
  yield* tableLines<Due>(
    [
      { title: t.opens, cell: ({ opensOn }) => day(opensOn) },
      { title: t.due, cell: ({ dueOn }) => day(dueOn) },
      { title: t.number, cell: ({ number }) => number ?? '—' },
      { title: t.measure, cell: ({ text }) => cut(text) },
      { title: t.deadline, cell: ({ deadline }) => cut(deadline) || '—' },
      { title: t.responsible, cell: ({ responsible }) => cut(responsible.join('; ')) || '—' },
    ],
    dueOf(plan),
  );
}

function day(iso: string | null): string {
  return iso === null ? '—' : dayInWords(iso);
}

function cut(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN - 1)}…`;
}
