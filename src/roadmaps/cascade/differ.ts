/** What has changed in a district's plan since a school took it over. A proposal is made once: what was answered is not asked again. */
import type { DistrictMeasure, LinkedMeasure, ProposalDraft, SentWords } from './model.ts';

/** What the school was asked before and has answered or not yet: by district measure, the words that were proposed; null: withdrawal. */
export type Asked = ReadonlyMap<number, { readonly after: SentWords | null }>;

/**
 * @param district measures that are meant for schools, as they stand
 * @param linked the school's measures with a link
 * @param asked the newest proposal of each district measure, answered or open
 */
export function proposalsFor(
  district: readonly DistrictMeasure[],
  linked: readonly LinkedMeasure[],
  asked: Asked,
): ProposalDraft[] {
  const byDistrict = new Map(linked.map((one) => [one.districtMeasureId, one]));
  const standing = new Set(district.map(({ id }) => id));
  const drafts: ProposalDraft[] = [];
  for (const measure of district) {
    const own = byDistrict.get(measure.id);
    const last = asked.get(measure.id);
    if (last !== undefined && last.after !== null && sameWords(last.after, measure)) continue;
    if (own === undefined) {
      drafts.push({
        kind: 'add',
        districtMeasureId: measure.id,
        measureId: null,
        before: null,
        after: wordsOf(measure),
      });
    } else if (!sameWords(own.origin, measure)) {
      drafts.push({
        kind: 'change',
        districtMeasureId: measure.id,
        measureId: own.id,
        before: own.origin,
        after: wordsOf(measure),
      });
    }
  }
  for (const own of linked) {
    if (own.withdrawn || standing.has(own.districtMeasureId)) continue;
    const last = asked.get(own.districtMeasureId);
    if (last !== undefined && last.after === null) continue;
    drafts.push({
      kind: 'withdraw',
      districtMeasureId: own.districtMeasureId,
      measureId: own.id,
      before: own.origin,
      after: null,
    });
  }
  return drafts;
}

/** A number is a label: renumbering is no change that a school has to answer. */
function sameWords(
  a: Pick<SentWords, 'text' | 'deadline' | 'result'>,
  b: Pick<SentWords, 'text' | 'deadline' | 'result'>,
): boolean {
  return a.text === b.text && a.deadline === b.deadline && a.result === b.result;
}

export function wordsOf(measure: DistrictMeasure): SentWords {
  const { section, number, text, deadline, result, kind, targets, parties } = measure;
  return { section, number, text, deadline, result, kind, targets, parties };
}
