/** What the words of one deadline are laid upon, and what was found wanting in it. */
import { type SchoolTerm, schoolYearWindow, usualTerms } from './calendar.ts';
import { iso } from './days.ts';
import type { DeadlineWarning, TermKind, WarningCode, Window } from './model.ts';
import { eventsNamed } from './references.ts';
import type { DeadlineContext } from './resolve.ts';

export class Ground {
  readonly warnings: DeadlineWarning[] = [];
  /** What has to be attached before the deadline has dates. */
  readonly references: string[] = [];
  readonly context: DeadlineContext;
  /** 1 September to 31 August. */
  readonly year: { readonly from: string; readonly to: string };
  readonly #printed: (name: string) => string;

  /** @param printed a reference with the capitals of the plan. */
  constructor(context: DeadlineContext, printed: (name: string) => string) {
    this.context = context;
    this.#printed = printed;
    this.year = schoolYearWindow(context.schoolYear);
  }

  /** Adds a warning once. */
  warn(code: WarningCode, words: string | null = null): void {
    if (!this.warnings.some((warning) => warning.code === code)) this.warnings.push({ code, words });
  }

  /** Year of a month that the plan leaves to its school year. */
  yearOfMonth(month: number): number {
    return month >= 9 ? this.context.schoolYear : this.context.schoolYear + 1;
  }

  /** Work may begin with the approval; a day before it has no such beginning. */
  openUntil(to: string): Window {
    const { approvedOn } = this.context;
    return { from: approvedOn && approvedOn <= to ? approvedOn : null, to };
  }

  lessonsEnd(): string {
    return this.context.calendar?.lessonsEnd ?? iso(this.context.schoolYear + 1, 5, 31);
  }

  /** The school's own terms, or the usual ones, which a warning says. */
  terms(kind: TermKind): readonly SchoolTerm[] {
    const own = this.context.calendar?.terms.filter((term) => term.kind === kind) ?? [];
    if (own.length > 0) return own;
    this.warn('referenceNotAttached', 'календарный учебный график');
    return usualTerms(this.context.schoolYear).filter((term) => term.kind === kind);
  }

  /** Windows of the attached calendars that a reference means; empty, with the reference kept, where there are none. */
  event(name: string, of: string | null, kind: 'schedule' | 'plan' | 'event' = 'event'): Window[] {
    const found = eventsNamed(this.context.events ?? [], name, of, kind);
    if (found.length > 0)
      return found.flatMap(({ windows }) => windows).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    const printed = this.#printed(name);
    this.references.push(printed);
    this.warn('referenceNotAttached', printed);
    return [];
  }

  /** Repetitions run from the approval to the end of lessons. */
  repeatFrame(): { readonly from: string; readonly to: string } {
    const { approvedOn, planEnds } = this.context;
    const from = approvedOn && approvedOn > this.year.from ? approvedOn : this.year.from;
    return { from, to: planEnds ?? this.year.to };
  }
}
