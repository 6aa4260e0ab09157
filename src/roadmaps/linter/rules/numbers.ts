/** Rows without a number, numbers that repeat within a section or do not go on. */
import type { LintedMeasure, Remark } from '../model.ts';
import { beginsWithGap, goesOn, partsOfNumber } from '../numbering.ts';
import { placeOf, remarkOn, type Rule } from '../rule.ts';

export const numbers: Rule = {
  codes: ['noNumber', 'duplicateNumber', 'brokenNumber'],
  *check({ plan }) {
    // A plan without any numbers has chosen to have none.
    if (plan.sections.every(({ measures }) => measures.every(({ number }) => number === null))) return;
    let above: LintedMeasure | null = null;
    for (const section of plan.sections) {
      const mend = { kind: 'renumber', sectionId: section.id } as const;
      const seen = new Map<string, LintedMeasure>();
      let before: LintedMeasure | null = null;
      for (const measure of section.measures) {
        const said = before === null ? saidOfFirst(measure, above) : saidOf(measure, before, seen);
        if (said !== null) {
          yield remarkOn({ measure, section }, said.code, 'look', 'number', {
            words: measure.number,
            facts: { other: said.other },
            mend,
          });
        }
        if (measure.number !== null && !seen.has(measure.number)) seen.set(measure.number, measure);
        before = measure;
      }
      above = before ?? above;
    }
  },
};

interface Said {
  readonly code: Remark['code'];
  readonly other: string;
}

/** The first row of a section is compared with the last one of the section above. */
function saidOfFirst({ number }: LintedMeasure, above: LintedMeasure | null): Said | null {
  if (number === null) return { code: 'noNumber', other: '' };
  if (!beginsWithGap(partsOfNumber(above?.number ?? null), partsOfNumber(number))) return null;
  return { code: 'brokenNumber', other: above?.number ?? '' };
}

function saidOf(measure: LintedMeasure, before: LintedMeasure, seen: ReadonlyMap<string, LintedMeasure>): Said | null {
  if (measure.number === null) return { code: 'noNumber', other: before.number ?? '' };
  const same = seen.get(measure.number);
  if (same !== undefined) return { code: 'duplicateNumber', other: placeOf(same) ?? '' };
  const [last, own] = [partsOfNumber(before.number), partsOfNumber(measure.number)];
  // After a row without a number any number may follow.
  if (last === null || own === null || goesOn(last, own)) return null;
  return { code: 'brokenNumber', other: before.number ?? '' };
}
