/** «по графику ВПР» without the schedule, «по графику» that does not say which, and terms of a school whose calendar is not here. */
import type { Expression } from '../../deadline/model.ts';
import type { Mend } from '../model.ts';
import { doubtOf, type Reviewed } from '../review.ts';
import { eachMeasure, remarkOn } from '../rule.ts';
import { mapped, partsOf, reworded } from '../rewrite.ts';
import { writing } from '../writing.ts';

/** Terms of the school's own year: usual dates stand in until they are given. */
const TERMS = 'календарный учебный график';
const PROCEDURES = /(?<!\p{L})(?:ВПР|ВсОШ|ГИА|ОГЭ|ЕГЭ|ДКР|НИКО|НОКО)(?!\p{L})/gu;

const EVENTS: ReadonlySet<Expression['kind']> = new Set(['onEvent', 'afterEvent', 'untilEvent', 'duringEvent']);

export const reference = eachMeasure(['referenceNotAttached', 'referenceUnnamed', 'termsNotAttached'], function* (one) {
  const doubt = doubtOf(one, 'referenceNotAttached');
  if (doubt === undefined) return;
  const { measure, deadline, resolved } = one;
  const words = measure.deadline;
  const parts = partsOf(deadline.expression);
  const value = inPrintedCase(resolved.reference ?? doubt.words ?? '', words);
  if (parts.some(isUnnamed)) {
    yield remarkOn(one, 'referenceUnnamed', 'look', 'deadline', {
      words,
      mend: named(one) ?? writing(measure, 'deadline'),
    });
  } else if (doubt.words === TERMS) {
    const mend = { kind: 'attachCalendar', reference: TERMS, of: 'terms' } as const;
    yield remarkOn(one, 'termsNotAttached', 'note', 'deadline', { words, mend });
  } else {
    const of = parts.some(({ kind }) => EVENTS.has(kind)) ? 'event' : 'document';
    yield remarkOn(one, 'referenceNotAttached', 'look', 'deadline', {
      words,
      facts: { value, other: of },
      mend: { kind: 'attachCalendar', reference: value, of },
    });
  }
});

/** «график впр» as a person would write it: with the capitals that the deadline has. */
function inPrintedCase(name: string, printed: string): string {
  const capitals = new Map((printed.match(/\p{Lu}{2,}\p{L}*/gu) ?? []).map((word) => [word.toLowerCase(), word]));
  return name.replace(/\p{L}+/gu, (word) => capitals.get(word) ?? word);
}

function isUnnamed(part: Expression): boolean {
  if (part.kind === 'duringEvent') return part.event === null;
  if (part.kind !== 'bySchedule' && part.kind !== 'byPlan') return false;
  return part.of === null || /^(?:проведения|работы|мероприятий)$/u.test(part.of);
}

/** The one procedure that the measure, or else its section, speaks of. */
function named({ measure, section, deadline }: Reviewed): Mend | null {
  const [procedure] = [measure.text, section.title ?? '']
    .map((text) => [...new Set(text.match(PROCEDURES))])
    .filter(({ length }) => length > 0)
    .slice(0, 1)
    .flatMap((found) => (found.length === 1 ? found : []));
  // Whose plan is meant the procedure does not tell.
  if (procedure === undefined || partsOf(deadline.expression).some(({ kind }) => kind === 'byPlan')) return null;
  const expression = mapped(deadline.expression, (part) => {
    if (!isUnnamed(part)) return part;
    if (part.kind === 'duringEvent') return { ...part, event: procedure };
    return part.kind === 'bySchedule' ? { ...part, of: procedure } : part;
  });
  return { kind: 'setField', measureId: measure.id, field: 'deadline', value: reworded(deadline, expression) };
}
