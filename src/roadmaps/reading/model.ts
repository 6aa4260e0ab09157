/** A plan of measures as it was read. Shapes only. Every text is as printed; what is doubtful stands in the warnings beside it. */
import type { DeadlineWarning, Window } from '../deadline/model.ts';

/** Where something stands in the source: «таблица 2, строка 14», «строка 31», «Лист1, строка 5». */
export type Place = string;

export interface PlanDeadline {
  /** The words of the plan, untouched; empty where it gives none. */
  readonly verbatim: string;
  /** One of the types of roadmaps/deadline/type.ts. */
  readonly type: string;
  readonly windows: readonly Window[];
  readonly recurrence: string | null;
  readonly reference: string | null;
  readonly condition: string | null;
  readonly ambiguous: boolean;
  readonly warnings: readonly DeadlineWarning[];
}

/** One responsible party; at least one of the three is given. */
export interface Party {
  readonly post: string | null;
  readonly person: string | null;
  readonly organisation: string | null;
}

export type Comparison = 'atLeast' | 'atMost' | 'moreThan' | 'lessThan' | 'equal';

/** A countable target hidden in words: «не менее 10 педагогов». */
export interface Target {
  readonly value: number;
  readonly comparison: Comparison;
  readonly words: string;
  /** What is counted, as printed but in small letters: «педагогов», «%». */
  readonly unit?: string;
}

export type MeasureWarningCode =
  | 'inherited'
  | 'mergeNotSeen'
  | 'cutByPage'
  | 'columnsShifted'
  | 'valueMoved'
  | 'deadlineFromText'
  | 'deadlineFromRowAbove'
  | 'deadlineFromSection'
  | 'noNumber'
  | 'duplicateNumber'
  | 'brokenNumber'
  | 'noResponsible'
  | 'foreignLetters'
  | 'identicalRows'
  | 'resultRepeated'
  | 'resultOfNeighbour'
  | 'targetInWords'
  | 'recurrenceInText'
  | 'measureTwice';

export interface MeasureWarning {
  readonly code: MeasureWarningCode;
  /** The field or the words it is about; null: the measure as a whole. */
  readonly words: string | null;
  readonly place: Place;
}

export interface Measure {
  /** As printed, without the closing point; a label and no key. Null where the plan gives none. */
  readonly number: string | null;
  readonly text: string;
  readonly deadline: PlanDeadline;
  readonly responsible: readonly Party[];
  readonly result: string | null;
  /** M01…M63, proposed by the words; null where none fits. */
  readonly kind: string | null;
  readonly targets: readonly Target[];
  readonly warnings: readonly MeasureWarning[];
  readonly place: Place;
}

export interface Section {
  readonly title: string | null;
  readonly measures: readonly Measure[];
}

export type ProblemCode =
  | 'noPlan'
  | 'tableNotUnderstood'
  | 'rowNotUnderstood'
  | 'columnNotUnderstood'
  | 'headerMissing'
  | 'schoolYearGuessed'
  | 'schoolYearOfApproval'
  | 'schoolYearOfCalendarYear'
  | 'schoolYearPresent'
  | 'hiddenSheet'
  | 'nestedTable'
  | 'pageWithoutText'
  | 'recognised'
  | 'doubtfulWords'
  | 'cellsNotRecognised'
  | 'documentCut';

export interface Problem {
  readonly code: ProblemCode;
  readonly place: Place | null;
  /** What stands there, as printed; at most some two hundred characters. */
  readonly words: string | null;
}

export interface Approval {
  /** Post, and person where named, as printed. */
  readonly by: string | null;
  /** Number of the order, without «№». */
  readonly order: string | null;
  /** ISO day. */
  readonly date: string | null;
}

export interface Roadmap {
  readonly title: string | null;
  readonly organisation: string | null;
  readonly approval: Approval;
  /** «2023/2024». */
  readonly schoolYear: string;
  readonly sections: readonly Section[];
  readonly problems: readonly Problem[];
}
