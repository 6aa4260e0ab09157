import { expect, test } from 'vitest';
import { MARKERS_2019 } from './markers-2019.ts';
import type { OfficialReading } from './model.ts';
import { officialMarkers, officialReadings } from './readings.ts';
import { smallAdministration } from './small-administration.ts';
import { officialText, readingName, readingText, sourceText } from './text.ts';

const papers = [
  [9, 3],
  [8, 4],
  [7, 5],
].map(([total, journalMark]) => ({ school: 'Первая', scores: [total!], journalMark }));
const administration = smallAdministration({ maxima: [10], thresholds: { 3: 3, 4: 5, 5: 8 } }, papers);
const [school] = officialReadings([administration]);

function reading(id: string): OfficialReading {
  return school!.readings.find((each) => each.id === id)!;
}

test('a reading is a figure beside its threshold', () => {
  expect(readingText(reading('journalMa5'), 'ru')).toBe(
    'Коэффициент по напечатанной формуле: -1; порог 0; с поправкой на одинаковые значения -1. Условие выполнено.',
  );
  expect(readingText(reading('markGap'), 'en')).toBe(
    'Share of pupils with such a difference, %: 33.33 (1 of 3). The condition holds.',
  );
  expect(readingText(reading('riseMa'), 'ru')).toBe('Нет результатов тех же учеников классом и годом раньше.');
});

test('a reading names its document and the place in it', () => {
  expect(sourceText(reading('meanMa5').source, 'ru')).toMatch(/^ФИОКО, «Методика .*», 19\.04\.2019, формула \(i\)$/u);
  expect(sourceText(reading('markGap').source, 'ru')).toMatch(/^ФИОКО, «Рекомендации .*», 2026, с\. 11$/u);
});

test('official markers have names of their own, and no two share one', () => {
  const names = MARKERS_2019.map((marker) => readingName(marker, 'ru'));
  expect(new Set(names).size).toBe(14);
  expect(readingName(reading('markGap'), 'ru')).toBe('Расхождение с журналом на две отметки и больше');
});

test('the words say whose readings these are and judge nobody', () => {
  expect(officialText.disclaimer.ru).toContain('не является нашим выводом');
  expect(JSON.stringify(officialText)).not.toMatch(/нарушен|виновн|рейтинг|violation|guilty|ranking/iu);
});

test('every reading of a school can be said in both languages', () => {
  const all = [...school!.readings, ...officialMarkers([administration]).flatMap(({ markers }) => markers)];
  for (const each of all) {
    for (const language of ['ru', 'en'] as const) {
      expect(readingText(each, language)).toMatch(/^\p{Lu}.*\.$/u);
      expect(readingText(each, language)).not.toMatch(/undefined|NaN|null/u);
    }
  }
});
