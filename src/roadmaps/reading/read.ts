/** Reads a plan: from the intermediate form to title, approval, sections and measures with their warnings. */
import { parseDeadline } from '../deadline/parse.ts';
import { resolveDeadline } from '../deadline/resolve.ts';
import { proposeKind } from '../kinds/propose.ts';
import { oneLine, type Source } from './blocks.ts';
import { crossCheck } from './cross-check.ts';
import { readDirective } from './directive.ts';
import { type Draft, type DraftSection, warn } from './draft.ts';
import { foreignWords } from './fold.ts';
import { headOf } from './head.ts';
import { layoutOf } from './layout.ts';
import type { Measure, Problem, Roadmap, Section } from './model.ts';
import { parties } from './parties.ts';
import { planYear } from './plan-year.ts';
import { takeSectionDeadlines, wordsInSection } from './section-deadlines.ts';
import { targets } from './targets.ts';

export interface ReadOptions {
  /** Year of the plan's 1 September as a person says it; without it the document is asked. */
  readonly schoolYear?: number | null;
  /** The present school year: for a plan that names no year at all. */
  readonly presentYear: number;
}

/** Never throws: what is not understood stands in the problems. */
export function readRoadmap(source: Source, options: ReadOptions): Roadmap {
  const layout = layoutOf(source);
  const head = headOf(layout.head);
  const unread: Problem[] = [];
  const sections: DraftSection[] = [
    ...(layout.directive === null ? [] : readDirective(layout.directive.lines, layout.directive.title, unread)),
    ...layout.sections,
  ].filter(({ title, drafts }) => title !== null || drafts.length > 0);
  takeSectionDeadlines(sections);
  crossCheck(sections);
  const year = planYear(head, layout.head, sections, options);
  const problems: Problem[] = [...source.problems, ...layout.problems, ...unread];
  if (sections.every(({ drafts }) => drafts.length === 0)) problems.push({ code: 'noPlan', place: null, words: null });
  if (year.guessed !== null)
    problems.push({ code: year.guessed, place: null, words: `${year.start}/${year.start + 1}` });
  for (const one of sections.flatMap(({ drafts }) => drafts)) {
    // «Контроль оставляю за собой»: whoever signs.
    if (one.responsible === '' && /оставляю за собой/iu.test(one.text)) one.responsible = head.approval.by ?? '';
  }
  const context = { schoolYear: year.start, approvedOn: head.approval.date };
  return {
    ...head,
    schoolYear: `${year.start}/${year.start + 1}`,
    sections: sections.map(
      ({ title, drafts }): Section => ({ title, measures: drafts.map((one) => measureOf(one, title, context)) }),
    ),
    problems,
  };
}

function measureOf(
  one: Draft,
  section: string | null,
  context: { schoolYear: number; approvedOn: string | null },
): Measure {
  const understood = parseDeadline(wordsInSection(one.deadline.replaceAll('\n', '; '), section));
  const { notes: _, ...deadline } = resolveDeadline({ ...understood, verbatim: oneLine(one.deadline) }, context);
  const responsible = parties(one.responsible);
  if (responsible.length === 0) warn(one, 'noResponsible');
  if (one.number === null) warn(one, 'noNumber');
  for (const word of foreignWords(`${one.text}\n${one.responsible}\n${one.result}`)) warn(one, 'foreignLetters', word);
  const counted = targets(one.text, one.result);
  for (const { words } of counted) warn(one, 'targetInWords', words);
  return {
    number: one.number,
    text: one.text,
    deadline,
    responsible,
    result: one.result === '' ? null : oneLine(one.result),
    kind: proposeKind(one.text, section),
    targets: counted,
    warnings: one.warnings,
    place: one.place,
  };
}
