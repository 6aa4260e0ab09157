/** What a new piece of evidence is to the pieces that a date has already: a new version of one of them, or another one beside them. Pure. */
import type { SubmissionState } from '../../model.ts';

interface HandedIn {
  readonly id: number;
  readonly state: SubmissionState;
}

/** The id of the submission that it replaces, or «beside». */
export type Place = number | 'beside';

export interface Places<S extends HandedIn> {
  /** Pieces that a new version may take the place of, the returned ones first. */
  readonly replaceable: readonly S[];
  /** What has come since the form was opened; the person has not decided about it yet. */
  readonly meanwhile: readonly S[];
  /** Where the piece goes unless the person says otherwise; null: he has to say. */
  readonly usual: Place | null;
  /** Whether there is anything to choose. */
  readonly asks: boolean;
}

/** @param known the newest submission of the date when the form was opened; 0: none */
export function placesOf<S extends HandedIn>(submissions: readonly S[], known: number): Places<S> {
  const returned = submissions.filter(({ state }) => state === 'returned');
  const waiting = submissions.filter(({ state }) => state === 'submitted');
  const meanwhile = submissions.filter(
    ({ id, state }) => id > known && (state === 'submitted' || state === 'returned' || state === 'accepted'),
  );
  return {
    replaceable: [...returned, ...waiting],
    meanwhile,
    usual: meanwhile.length > 0 ? null : (returned[0]?.id ?? 'beside'),
    asks: waiting.length > 0 || meanwhile.length > 0 || returned.length > 1,
  };
}

export function newestOf(submissions: readonly HandedIn[]): number {
  return Math.max(0, ...submissions.map(({ id }) => id));
}
