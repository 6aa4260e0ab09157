import { expect, test } from 'vitest';
import { placeInWords } from './text.ts';

test.each([
  ['таблица 2, строка 14', 'table 2, row 14'],
  ['страница 3, строка 7', 'page 3, line 7'],
  ['абзац 5', 'paragraph 5'],
  ['строка 31', 'line 31'],
  ['План, часть 1, строка 5', 'План, часть 1, row 5'],
  ['Лист1', 'Лист1'],
])('the place «%s» is «%s» in English', (russian, english) => {
  expect(placeInWords(russian, 'en')).toBe(english);
  expect(placeInWords(russian, 'ru')).toBe(russian);
});
