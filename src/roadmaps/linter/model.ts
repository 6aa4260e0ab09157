/**
 * A plan as the linter sees it, whether it was just read from a file or is stored and being carried out; what the linter says of
 * it, and what one click can mend. Shapes only. The deadline is its words: everything else about it is derived anew each time.
 */
import type { CalendarEvent, SchoolCalendar } from '../deadline/calendar.ts';
import type { Window } from '../deadline/model.ts';
import type { MeasureState, OccurrenceState } from '../model.ts';
import type { MeasureWarning, MeasureWarningCode, Party, Target } from '../reading/model.ts';

export interface LintedOccurrence {
  readonly id: string;
  /** ISO day; null: open-ended. */
  readonly due: string | null;
  readonly state: OccurrenceState;
  /** Pieces of evidence handed in and not taken back. */
  readonly evidence: number;
}

export interface LintedParty extends Party {
  /** The post is tied to a member of staff, so it is held. */
  readonly held: boolean;
}

export interface LintedMeasure {
  readonly id: string;
  /** As printed; a label and no key. */
  readonly number: string | null;
  readonly text: string;
  /** The words of the plan; empty where it gives none. */
  readonly deadline: string;
  /** Days that a person set in place of what the words give. */
  readonly windowsSet: readonly Window[] | null;
  /** A person has read what is ambiguous in the deadline and agrees. */
  readonly deadlineConfirmed: boolean;
  readonly conditionMet: boolean;
  readonly responsible: readonly LintedParty[];
  readonly result: string | null;
  /** M01…M63. */
  readonly kind: string | null;
  /** Targets that are indicators already; those of a file are proposals, and stand here only once somebody has taken them. */
  readonly targets: readonly Target[];
  /** What the reading of the file left doubtful and nobody has looked at yet. */
  readonly warnings: readonly MeasureWarning[];
  /** Where it stands in the source; null where it was written here. */
  readonly place: string | null;
  /** null: the plan is not being carried out yet. */
  readonly state: MeasureState | null;
  readonly occurrences: readonly LintedOccurrence[];
}

export interface LintedSection {
  readonly id: string;
  readonly title: string | null;
  readonly measures: readonly LintedMeasure[];
}

export interface LintedPlan {
  readonly title: string | null;
  /** Year of its 1 September. */
  readonly schoolYear: number;
  /** The plan does not name its school year; it was told from its dates. */
  readonly schoolYearGuessed: boolean;
  readonly approval: { readonly order: string | null; readonly on: string | null };
  /** The period that the plan itself names; null: none. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly sections: readonly LintedSection[];
}

/** What the records of the system can show for a measure of some kind: a name for the button and where it leads. */
export interface EvidenceSource {
  readonly kind: string;
  /** Room whose records they are: «objectivity», «results», «roadmaps» … */
  readonly room: string;
  readonly records: number;
}

/** Where a value comes from that a person may take over; it is said beside the value. */
export const PROPOSAL_SOURCES = [
  /** The same measure, or the only one of its kind, in the organisation's plan of the year before. */
  'previousPlan',
  /** The measure of this kind in the starter plan. */
  'starter',
  /** The same day of the first year after the approval. */
  'afterApproval',
  'approvalDay',
  /** The end first, the beginning last. */
  'swapped',
  'weekLater',
] as const;
export type ProposalSource = (typeof PROPOSAL_SOURCES)[number];

/** How a measure is usually written: what its empty fields may be filled with. */
export interface UsualMeasure {
  readonly source: 'previousPlan' | 'starter';
  readonly kind: string | null;
  readonly text: string;
  /** In the words of the deadline language, on the plan's own school year. */
  readonly deadline: string;
  /** Posts, parted by semicolons. */
  readonly responsible: string;
  readonly result: string;
}

export interface LintContext {
  /** ISO day; null: nothing is overdue yet. */
  readonly today: string | null;
  readonly calendar: SchoolCalendar | null;
  readonly events: readonly CalendarEvent[];
  /** Posts that somebody holds; null: not known, and nothing is said of them. */
  readonly posts: readonly string[] | null;
  /** Names of the organisation whose plan it is, to tell its head from another's. */
  readonly own?: readonly string[];
  readonly evidence: readonly EvidenceSource[];
  /** Measures to take words from, the nearest first. */
  readonly usual: readonly UsualMeasure[];
}

/** `mend`: a defect; `look`: a person has to look and say; `note`: good to know. */
export type Severity = 'mend' | 'look' | 'note';

export type RemarkField =
  | 'plan'
  | 'section'
  | 'number'
  | 'text'
  | 'deadline'
  | 'responsible'
  | 'result'
  | 'kind'
  | 'evidence';

export const REMARK_CODES = [
  'planNotApproved',
  'schoolYearGuessed',
  'periodNotNamed',
  'noDeadline',
  'deadlineNotUnderstood',
  'deadlinePartNotUnderstood',
  'impossibleDate',
  'reversedRange',
  'outsidePlan',
  'beforeApproval',
  'untilMonth',
  'yearMissing',
  'augustOfWhichYear',
  'lostDash',
  'trailingComma',
  'twoPhases',
  'referenceNotAttached',
  'referenceUnnamed',
  'termsNotAttached',
  'dayOff',
  'recurrenceInText',
  'noResponsible',
  'postHeldByNobody',
  'manyInOneWeek',
  'valueInherited',
  'valueMoved',
  'cutByPage',
  'textCutOff',
  'noNumber',
  'duplicateNumber',
  'brokenNumber',
  'foreignLetters',
  'identicalRows',
  'measureTwice',
  'noResult',
  'resultContradicts',
  'resultOfNeighbour',
  'resultRepeated',
  'resultRestates',
  'targetInWords',
  'kindNotTold',
  'evidenceInSystem',
  'doneWithoutEvidence',
  'overdueNotReported',
] as const;
export type RemarkCode = (typeof REMARK_CODES)[number];

/** A mend that changes the plan's own words or rows; rules of `applyMend`. */
export type PlanMend =
  | {
      readonly kind: 'setField';
      readonly measureId: string;
      readonly field: 'number' | 'text' | 'deadline' | 'result';
      readonly value: string;
    }
  | { readonly kind: 'setSectionTitle'; readonly sectionId: string; readonly value: string }
  | { readonly kind: 'setKind'; readonly measureId: string; readonly value: string }
  | { readonly kind: 'setResponsible'; readonly measureId: string; readonly value: readonly LintedParty[] }
  | { readonly kind: 'addTarget'; readonly measureId: string; readonly target: Target }
  /** One measure becomes several that follow one another, each with its own deadline. */
  | { readonly kind: 'splitDeadline'; readonly measureId: string; readonly deadlines: readonly string[] }
  | { readonly kind: 'renumber'; readonly sectionId: string }
  /** The first stays with its number, and takes over what the others say of people, deadline and result where it says nothing. */
  | { readonly kind: 'mergeRows'; readonly keep: string; readonly remove: readonly string[] }
  | { readonly kind: 'setPeriod'; readonly from: string; readonly to: string }
  | { readonly kind: 'confirmSchoolYear' }
  /** A person agrees with how the words of the deadline were understood. */
  | { readonly kind: 'confirmDeadline'; readonly measureId: string }
  /** A person has compared the reading with the source, and it is right. */
  | { readonly kind: 'confirmReading'; readonly measureId: string; readonly codes: readonly MeasureWarningCode[] };

/** A mend that the plan alone cannot make: it leads to where the missing thing is given. */
export type OutsideMend =
  /** The field itself, opened: only a person knows what is meant. A proposal stands in it and is not written by itself. */
  | {
      readonly kind: 'writeField';
      readonly measureId: string;
      readonly field: 'text' | 'deadline' | 'responsible' | 'result';
      readonly proposal: { readonly value: string; readonly source: ProposalSource } | null;
    }
  | { readonly kind: 'writeSectionTitle'; readonly sectionId: string }
  /** Somebody stands in for the one who is away. */
  | { readonly kind: 'substitute' }
  /** The dates of the measure, where one may be called unneeded or its evidence looked at. */
  | { readonly kind: 'openMeasure'; readonly measureId: string }
  /** A schedule, a plan or the school's calendar to attach, or an event whose day is to be told. */
  | { readonly kind: 'attachCalendar'; readonly reference: string; readonly of: 'document' | 'event' | 'terms' }
  | { readonly kind: 'approvePlan' }
  | { readonly kind: 'assignPost'; readonly post: string }
  | { readonly kind: 'chooseKind'; readonly measureId: string }
  | { readonly kind: 'attachEvidence'; readonly measureId: string; readonly occurrenceId: string | null }
  | { readonly kind: 'linkEvidence'; readonly measureId: string; readonly room: string }
  | { readonly kind: 'report'; readonly measureId: string; readonly occurrenceId: string };

export type Mend = PlanMend | OutsideMend;

/** What the words of a remark are filled with: days as ISO, numbers as printed. */
export type RemarkFacts = Partial<Readonly<Record<'words' | 'other' | 'day' | 'last' | 'count' | 'value', string>>>;

export interface Remark {
  readonly code: RemarkCode;
  readonly severity: Severity;
  readonly measureId: string | null;
  /** Section of the measure, or the section that the remark is about; null: the plan as a whole. */
  readonly sectionId: string | null;
  readonly field: RemarkField;
  /** The words that it is about, as printed. */
  readonly words: string | null;
  /** Where to look: the place in the source, or numbers of measures; null: the plan as a whole. */
  readonly place: string | null;
  readonly facts: RemarkFacts;
  /** The usual mend; where only a person can say what is meant, the way to the very field. */
  readonly mend: Mend;
  /** Other mends that may be meant: the list instead of the range. */
  readonly otherMends: readonly Mend[];
}
