/**
 * The draft of a report beside the data of another day: what nobody edited is written anew, what somebody wrote stays and only takes its
 * numbers over. What was drafted is known from the facts that the report was last brought to.
 */
import { draftSections } from './draft.ts';
import type { Fact, FactId, Facts, NumberProblem, Paragraph, ReportBody, ReportSection } from './model.ts';
import { refreshParagraph } from './numbers.ts';
import { namesOf } from './names.ts';

const LONGEST_QUOTE = 80;

/** Paragraphs that the data of another day would word otherwise. Those with figures of their own are told of number by number. */
export function staleParagraphs({ sections }: ReportBody, then: Facts, now: Facts): NumberProblem[] {
  const drafted = byId(draftSections(then));
  const next = byId(draftSections(now));
  return sections.flatMap(({ paragraphs }) =>
    paragraphs
      .filter((one) => one.bound.length === 0 && untouched(one, drafted) && next.get(one.id)?.text !== one.text)
      .map(({ id, text }) => ({
        kind: 'stale',
        paragraph: id,
        words: text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).trimEnd()}…` : text,
      })),
  );
}

/** The text brought from the facts of one day to those of another. */
export function redrafted(body: ReportBody, then: Facts, now: Facts): ReportBody {
  const drafted = draftSections(then);
  const known = byId(drafted);
  const next = draftSections(now);
  const words = byId(next);
  const facts = new Map<FactId, Fact>(now.facts.map((fact) => [fact.id, fact]));
  const names = namesOf(now);
  const kept = body.sections.map((section): ReportSection => {
    const paragraphs = section.paragraphs.flatMap((one) =>
      untouched(one, known) ? (words.get(one.id) ?? []) : [refreshParagraph(one, facts, names)],
    );
    return {
      ...section,
      paragraphs: [
        ...paragraphs,
        ...fresh(
          next.find(({ id }) => id === section.id),
          known,
        ),
      ],
    };
  });
  const added = next.filter(
    ({ id }) => !body.sections.some((one) => one.id === id) && !drafted.some((one) => one.id === id),
  );
  // New sections stand before the conclusions, the last one of a draft.
  return { ...body, sections: [...kept.slice(0, -1), ...added, ...kept.slice(-1)] };
}

/** Paragraphs of a section that the former draft had not. */
function fresh(section: ReportSection | undefined, known: ReadonlyMap<string, Paragraph>): readonly Paragraph[] {
  return section?.paragraphs.filter(({ id }) => !known.has(id)) ?? [];
}

function untouched({ id, text }: Paragraph, drafted: ReadonlyMap<string, Paragraph>): boolean {
  return drafted.get(id)?.text === text && text !== '';
}

function byId(sections: readonly ReportSection[]): Map<string, Paragraph> {
  return new Map(sections.flatMap(({ paragraphs }) => paragraphs.map((one) => [one.id, one])));
}
