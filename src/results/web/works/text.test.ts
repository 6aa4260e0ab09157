import { expect, test } from 'vitest';
import { text } from './text.ts';

const plain = (heading: string): string => heading.replaceAll('\u00a0', ' ');

test('the heading of the list speaks of works with results only', () => {
  expect(plain(text.ru.listTitle(5, 0))).toBe('5 работ с результатами, анализ у всех свежий');
  expect(plain(text.ru.listTitle(1, 0))).toBe('1 работа с результатами, анализ у неё свежий');
  expect(plain(text.ru.listTitle(5, 2))).toBe('2 работы из 5 с результатами ждут анализа');
  expect(plain(text.en.listTitle(5, 0))).toBe('5 works with results, every analysis up to date');
});
