/** A row that a page break cut in two, and words that break off. */
import { eachMeasure, remarkOn } from '../rule.ts';
import { writing } from '../writing.ts';

const BROKEN = /(?:\p{L}-|[,–]|(?<!\p{L})(?:и|в|на|по|с|со|о|об|для|от|или|к|за|из|при)|\p{L}-20\d)$/u;

export const cutByPage = eachMeasure(['cutByPage', 'textCutOff'], function* (one) {
  const { measure } = one;
  const cut = measure.warnings.find(({ code }) => code === 'cutByPage');
  if (cut !== undefined) {
    yield remarkOn(one, 'cutByPage', 'look', 'text', {
      place: cut.place,
      mend: { kind: 'confirmReading', measureId: measure.id, codes: ['cutByPage'] },
    });
  }
  for (const [field, text] of [
    ['text', measure.text],
    ['result', measure.result ?? ''],
  ] satisfies (readonly ['text' | 'result', string])[]) {
    const end = text.trimEnd();
    if (!BROKEN.test(end) && !isOpen(end)) continue;
    yield remarkOn(one, 'textCutOff', 'look', field, { words: tailOf(end), mend: writing(measure, field) });
  }
});

/** A bracket or a quotation that is opened and not closed. */
function isOpen(text: string): boolean {
  return count(text, '(') > count(text, ')') || count(text, '«') > count(text, '»');
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function tailOf(text: string): string {
  return text.length <= 40 ? text : `…${text.slice(-40).replace(/^\S*\s/u, '')}`;
}
