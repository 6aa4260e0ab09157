/** A plan that was read, as JSON and as lines for reading. */
import { printable, tableLines } from '#src/platform/terminal/table.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { dayInWords, warningInWords, windowInWords } from '../deadline/text.ts';
import { KIND_IDS, kindTitles } from '../kinds/text.ts';
import type { Measure, Party, Roadmap } from '../reading/model.ts';
import { measureWarningInWords, placeInWords, problemInWords } from '../reading/text.ts';
import { roadmapText } from './text.ts';

/** The plan with every warning and problem also in words. */
export function roadmapJson(plan: Roadmap, language: Language): unknown {
  return {
    ...plan,
    sections: plan.sections.map(({ title, measures }) => ({
      title,
      measures: measures.map((measure) => ({
        ...measure,
        deadline: {
          ...measure.deadline,
          warnings: measure.deadline.warnings.map((each) => ({ ...each, message: warningInWords(each, language) })),
        },
        warnings: measure.warnings.map((each) => ({ ...each, message: measureWarningInWords(each, language) })),
      })),
    })),
    problems: plan.problems.map((each) => ({ ...each, message: problemInWords(each, language) })),
  };
}

/** Letters of a cell that a line of a terminal shows. */
const SHOWN = 60;
const WINDOWS_SHOWN = 2;

export function* roadmapLines(plan: Roadmap, language: Language): Generator<string> {
  const t = roadmapText[language];
  const all = plan.sections.flatMap(({ measures }) => measures);
  const remarks = all.reduce((sum, each) => sum + each.warnings.length + each.deadline.warnings.length, 0);
  const { by, order, date } = plan.approval;
  yield printable(plan.title ?? t.untitled);
  if (plan.organisation !== null) yield printable(plan.organisation);
  if (by !== null || order !== null || date !== null) {
    yield printable(t.approval(by ?? '—', order ?? '—', date === null ? '—' : dayInWords(date)));
  }
  yield t.schoolYear(plan.schoolYear);
  yield t.counts(String(all.length), String(remarks));
  for (const { title, measures } of plan.sections) {
    yield '';
    yield printable(title ?? t.noSection);
    yield* tableLines<Measure>(
      [
        { title: t.number, cell: ({ number }) => number ?? '—' },
        { title: t.measure, cell: ({ text }) => cut(text) },
        { title: t.deadline, cell: ({ deadline }) => cut(deadline.verbatim) || '—' },
        { title: t.dates, cell: ({ deadline }) => windows(deadline.windows, language) },
        { title: t.responsible, cell: ({ responsible }) => cut(responsible.map(partyInWords).join('; ')) || '—' },
        { title: t.kind, cell: ({ kind }) => kindInWords(kind, language) },
      ],
      measures,
    );
  }
  yield* remarkLines(all, language);
  if (plan.problems.length > 0) yield* ['', t.problems];
  for (const each of plan.problems) yield `  ${printable(problemInWords(each, language))}`;
}

function* remarkLines(measures: readonly Measure[], language: Language): Generator<string> {
  const said = measures.flatMap(({ number, place, deadline, warnings }) =>
    [
      ...deadline.warnings.map((each) => warningInWords(each, language)),
      ...warnings.map((each) => measureWarningInWords(each, language)),
    ].map((words) => `  ${printable(`${number ?? '—'} (${placeInWords(place, language)}): ${words}`)}`),
  );
  if (said.length > 0) yield* ['', roadmapText[language].warnings];
  yield* said;
}

export function partyInWords({ post, person, organisation }: Party): string {
  return [post, organisation, person].filter((part) => part !== null).join(', ');
}

function kindInWords(kind: string | null, language: Language): string {
  const known = KIND_IDS.find((each) => each === kind);
  return known === undefined ? '—' : cut(kindTitles[language][known]);
}

function windows(list: Measure['deadline']['windows'], language: Language): string {
  const named = list.slice(0, WINDOWS_SHOWN).map((window) => windowInWords(window, language));
  return [...named, ...(list.length > WINDOWS_SHOWN ? [`+${list.length - WINDOWS_SHOWN}`] : [])].join(', ') || '—';
}

function cut(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN - 1)}…`;
}
