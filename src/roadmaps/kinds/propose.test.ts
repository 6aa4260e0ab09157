import { expect, test } from 'vitest';
import { proposeKind } from './propose.ts';
import { KIND_STEMS } from './stems.ts';
import { KIND_IDS, kindTitles } from './text.ts';

test('there are 63 kinds, each with words in two languages and stems', () => {
  expect(KIND_IDS).toHaveLength(63);
  for (const kind of KIND_IDS) {
    expect(kindTitles.ru[kind]).not.toBe('');
    expect(kindTitles.en[kind]).not.toBe('');
    expect(KIND_STEMS[kind].length).toBeGreaterThan(0);
  }
});

test.each([
  ['Назначение школьного координатора проверочных работ', 'M06'],
  ['Открыть горячую линию для родителей', 'M59'],
  ['Родительское собрание «Зачем нужны проверочные работы»', 'M55'],
  ['Взаимопосещение уроков', 'M19'],
  ['Перепроверка работ шестых классов', 'M47'],
  ['Размещение сведений о ВПР на сайте', 'M62'],
  ['Составить список общественных наблюдателей', 'M41'],
  ['Курсы повышения квалификации учителей', 'M24'],
  ['Анкетирование родителей', 'M61'],
  ['Сопоставление отметок за четверть с результатами ВПР у одних и тех же обучающихся', 'M14'],
])('«%s» is of the kind %s', (text, kind) => {
  expect(proposeKind(text)).toBe(kind);
});

test('Latin letters among Cyrillic ones change no kind', () => {
  expect(proposeKind('Рoдительское сoбрание')).toBe('M55');
});

test('words that say too little have no kind, and the section alone gives none', () => {
  expect(proposeKind('Иное')).toBeNull();
  expect(proposeKind('Иное', 'Родительские собрания')).toBeNull();
});

test('a row of letters as long as a page is answered as any other text', () => {
  expect(proposeKind(`Посетить уроки ${'внеспланкафедр'.repeat(300)}`)).toBe('M19');
  expect(proposeKind('сравн'.repeat(800))).toBeNull();
});
