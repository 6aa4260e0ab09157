/** All rules, in the order in which a person mends a plan: the plan itself, deadlines, people, the table, results, carrying out. */
import type { Rule } from './rule.ts';
import { cutByPage } from './rules/cut-by-page.ts';
import { dayOff } from './rules/day-off.ts';
import { doneWithoutEvidence } from './rules/done-without-evidence.ts';
import { evidenceInSystem } from './rules/evidence-in-system.ts';
import { foreignLetters } from './rules/foreign-letters.ts';
import { identicalRows } from './rules/identical-rows.ts';
import { impossibleDate } from './rules/impossible-date.ts';
import { kindNotTold } from './rules/kind-not-told.ts';
import { lostDash } from './rules/lost-dash.ts';
import { manyInOneWeek } from './rules/many-in-one-week.ts';
import { measureTwice } from './rules/measure-twice.ts';
import { noDeadline } from './rules/no-deadline.ts';
import { noResponsible } from './rules/no-responsible.ts';
import { numbers } from './rules/numbers.ts';
import { outsidePlan } from './rules/outside-plan.ts';
import { overdueNotReported } from './rules/overdue-not-reported.ts';
import { planApproval } from './rules/plan-approval.ts';
import { planPeriod } from './rules/plan-period.ts';
import { postHeldByNobody } from './rules/post-held-by-nobody.ts';
import { recurrenceInText } from './rules/recurrence-in-text.ts';
import { reference } from './rules/reference.ts';
import { resultSlipped } from './rules/result-slipped.ts';
import { results } from './rules/results.ts';
import { reversedRange } from './rules/reversed-range.ts';
import { targetInWords } from './rules/target-in-words.ts';
import { trailingComma } from './rules/trailing-comma.ts';
import { twoPhases } from './rules/two-phases.ts';
import { untilMonth } from './rules/until-month.ts';
import { valueInherited } from './rules/value-inherited.ts';
import { valueMoved } from './rules/value-moved.ts';
import { yearMissing } from './rules/year-missing.ts';

export const RULES: readonly Rule[] = [
  planApproval,
  planPeriod,
  noDeadline,
  impossibleDate,
  reversedRange,
  outsidePlan,
  untilMonth,
  yearMissing,
  lostDash,
  trailingComma,
  twoPhases,
  reference,
  dayOff,
  recurrenceInText,
  noResponsible,
  postHeldByNobody,
  manyInOneWeek,
  valueInherited,
  valueMoved,
  cutByPage,
  numbers,
  foreignLetters,
  identicalRows,
  measureTwice,
  results,
  resultSlipped,
  targetInWords,
  kindNotTold,
  doneWithoutEvidence,
  overdueNotReported,
  evidenceInSystem,
];
