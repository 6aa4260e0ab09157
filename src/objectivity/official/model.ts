/** Shapes of official readings: what published documents say of a school's results, kept apart from our own findings. */

/** The rule as its document prints it; text.ts spells it out. */
export type OfficialRule =
  // methodology of 2019
  | 'meanInterval' // the school's interval of the mean lies above the region's
  | 'journalCorrelation' // rank correlation of journal marks and scores is negative
  | 'sharpRise' // the cohort's result rose sharply from one grade to the next
  | 'sharpFall'
  // recommendations of 2026
  | 'basicTasks' // tasks of the basic level against 60 %
  | 'raisedTasks' // tasks of the raised and high levels against 30 %
  | 'markGap' // marks two or more away from the journal
  | 'marksAgainstJournal' // shares of lowered, confirmed, raised marks
  | 'histogram' // whether there are papers enough for a histogram
  | 'boundaryPeaks' // peaks of the histogram at boundaries of marks
  | 'groups' // whether the classes are groups large enough
  | 'lowMarkGrowth'; // growth of the share of «2» over years

/** The 14 markers of the methodology of 2019. */
export type OfficialMarker =
  | 'meanRu4'
  | 'meanMa4'
  | 'meanRu5'
  | 'meanMa5'
  | 'meanOgeRu'
  | 'meanOgeMa'
  | 'journalRu4'
  | 'journalMa4'
  | 'journalRu5'
  | 'journalMa5'
  | 'riseRu'
  | 'riseMa'
  | 'fallRu'
  | 'fallMa';

/**
 * What a reading is. 'marker': one of the official 14. 'sameRule': the same rule applied to a subject, grade or procedure
 * that the document does not name; not an official marker. 'recommendation': a reading that the recommendations describe.
 */
export type Standing = 'marker' | 'sameRule' | 'recommendation';

export interface OfficialSource {
  readonly document: 'methodology2019' | 'recommendations2026';
  /** Formula or page of the document: «(i)», «16». */
  readonly place: string;
}

/** Why a reading could not be computed. */
export type InapplicableReason =
  | 'noAdministration' // the results the marker is about are not here
  | 'noEarlierGrade' // no results of the same pupils one grade and one year earlier
  | 'noLaterGrade' // no results of the same pupils one grade and one year later
  | 'schoolNotInBoth' // the school has results in one of the two years only
  | 'noYear' // the name of the procedure tells no year
  | 'tooFewParticipants' // the formula needs two
  | 'noJournalMarks'
  | 'noScale' // marks of the work are not known
  | 'noTaskLevels' // levels of the tasks are not known
  | 'noEarlierYears' // fewer than three years of the same work
  | 'zeroMean'; // the ratio would divide by zero

/** What has to be known beside the figure. */
export type OfficialNote =
  | 'smallGroup' // fewer than 10: the product draws no conclusion
  | 'limitedHistogram' // fewer than 20 papers
  | 'noPublishedMinimum' // the document sets no smallest sample
  | 'flagsMany' // measured on real results: the rule flags a fifth of schools
  | 'flagsHardlyAny' // measured on real results: the rule is nearly silent
  | 'tiesInvalidate' // the printed formula does not hold for tied marks; the corrected figure stands beside it
  | 'noPublishedNumber' // the document names the sign but no number; the reading is the plainest one
  | 'regionHeapsToo' // boundaries of marks stand out in the region as a whole
  | 'quantilesNotPublished'; // the document does not say how quartiles are taken

/** One task, boundary, class or year of a reading. */
export interface OfficialItem {
  /** Number of the task, mark of the boundary, name of the class, year. */
  readonly id: string;
  /** Percent of the maximum, papers at the boundary, participants, percent of «2». */
  readonly value: number;
  readonly status: ItemStatus;
  readonly figures: Readonly<Record<string, number>>;
}

export type ItemStatus = 'sufficient' | 'border' | 'insufficient' | 'peak' | 'noPeak' | 'enough' | 'tooFew' | 'year';

export interface OfficialReading {
  /** Name of the official marker, or of the rule where it is none; unique within a school and an administration. */
  readonly id: OfficialMarker | OfficialRule;
  readonly rule: OfficialRule;
  readonly standing: Standing;
  readonly source: OfficialSource;
  readonly applicable: boolean;
  /** Only where `applicable` is false. */
  readonly reason: InapplicableReason | null;
  /** Whether the published condition holds; null where it is not applicable or the document sets none. */
  readonly flagged: boolean | null;
  /** The figure the reading gives; text.ts names it with its unit. */
  readonly value: number | null;
  /** The printed bound, or the one computed as printed; text.ts says in the rule what it bounds. */
  readonly threshold: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Papers of pupils who were present. */
  readonly participants: number;
  readonly notes: readonly OfficialNote[];
  /** Further figures that a person needs to check the reading, named in text.ts. */
  readonly figures: Readonly<Record<string, number>>;
  readonly items: readonly OfficialItem[];
}

/** Readings of one school in one administration. */
export interface SchoolReadings {
  /** Index into the administrations given. */
  readonly administration: number;
  /** Index into the schools of that administration. */
  readonly school: number;
  readonly readings: readonly OfficialReading[];
}
