/** A starter plan for a school year, in the shape that the reading of a file gives, so that it is reviewed and saved like one. */
import { isWorkday } from '../deadline/calendar.ts';
import { addDays, iso, partsOf } from '../deadline/days.ts';
import { formatDeadline } from '../deadline/format.ts';
import type { Expression } from '../deadline/model.ts';
import { parseDeadline } from '../deadline/parse.ts';
import { resolveDeadline } from '../deadline/resolve.ts';
import { withYears } from '../linter/rewrite.ts';
import type { Measure, Roadmap } from '../reading/model.ts';
import { parties } from '../reading/parties.ts';
import { targets } from '../reading/targets.ts';
import { DISTRICT } from './district-template.ts';
import { GYMNASIUM } from './gymnasium-template.ts';
import type { Starter, StarterKind, StarterRow } from './model.ts';
import { SCHOOL } from './school-template.ts';

const STARTERS: Readonly<Record<StarterKind, Starter>> = { school: SCHOOL, gymnasium: GYMNASIUM, district: DISTRICT };

/**
 * @param schoolYear year of its 1 September; deadlines are written out with it, and days off are stepped back from.
 * @returns a plan that nobody has approved yet, of no organisation.
 */
export function starterRoadmap(kind: StarterKind, schoolYear: number): Roadmap {
  const { title, sections } = STARTERS[kind];
  let line = 0;
  return {
    title: `${title} на ${schoolYear}/${schoolYear + 1} учебный год`,
    organisation: null,
    approval: { by: null, order: null, date: null },
    schoolYear: `${schoolYear}/${schoolYear + 1}`,
    sections: sections.map((section, index) => ({
      title: section.title,
      measures: section.rows.map((row, at) => {
        line += 1;
        return measureOf(row, `${index + 1}.${at + 1}`, `строка ${line}`, schoolYear);
      }),
    })),
    problems: [],
  };
}

function measureOf(
  [kind, text, relative, responsible, result]: StarterRow,
  number: string,
  place: string,
  schoolYear: number,
): Measure {
  const { notes: _, ...deadline } = resolveDeadline(parseDeadline(dated(relative, schoolYear)), { schoolYear });
  return {
    number,
    text,
    deadline,
    responsible: parties(responsible),
    result,
    kind,
    targets: targets(text, result),
    warnings: [],
    place,
  };
}

/** «до 20 сентября» is «до 18 сентября 2026 г.» where the 20th is a Sunday. */
function dated(relative: string, schoolYear: number): string {
  const deadline = parseDeadline(relative);
  const expression = onWorkday(withYears(deadline.expression, schoolYear));
  // Words that need no year stay as they were written.
  return expression === deadline.expression || JSON.stringify(expression) === JSON.stringify(deadline.expression)
    ? relative
    : formatDeadline({ ...deadline, expression });
}

function onWorkday(expression: Expression): Expression {
  if (expression.kind !== 'until' || expression.year === undefined) return expression;
  let day = iso(expression.year, expression.month, expression.day);
  while (!isWorkday(day)) day = addDays(day, -1);
  return { kind: 'until', ...partsOf(day) };
}
