import { expect, test } from 'vitest';
import { isPersonalHeader, looksLikeName, looksLikeNames } from './personal.ts';

test.each([
  'ФИО',
  'Ф.И.О. обучающегося',
  'Фамилия',
  'Имя',
  'Отчество',
  'Фамилия, имя, отчество',
  'Фамилия и имя',
  'Surname',
  'First name',
  'NameCell',
  'SecondNameCell',
  'DocumentSeriesCode',
  'Паспорт',
  'Серия',
  'Серия документа',
  'Номер документа',
  'СНИЛС',
  'Дата рождения',
  'Birth date',
  'Телефон родителя',
  'E-mail',
  'Ученик',
])('the header %j names a person', (header) => {
  expect(isPersonalHeader(header)).toBe(true);
});

test.each([
  'Код участника',
  'Название ОО',
  'Наименование класса',
  'ФИО учителя',
  'Учитель',
  'Вариант',
  'Номер варианта',
  'Порядковый номер класса',
  'Адресность помощи',
  'Имеет отметку',
  'Дата',
  'Отметка по журналу',
])('the header %j names no pupil', (header) => {
  expect(isPersonalHeader(header)).toBe(false);
});

test.each([
  'Выдумкина Проба',
  'Выдумкина Проба Примеровна',
  'Придумова А. Б.',
  'ВЫДУМКИН ПРОБА ИЛЬИЧ',
  'Сказкин-Небылицын А.',
])('%j reads like a name', (text) => {
  expect(looksLikeName(text)).toBe(true);
});

test.each(['40001', 'Озёрный район', 'Старая Слобода 2', 'МБОУ СОШ № 1', 'отсутствовал', 'нет отметки', 'Вымышленск'])(
  '%j does not read like a name',
  (text) => {
    expect(looksLikeName(text)).toBe(false);
  },
);

test('two villages in a column of classes are no column of names', () => {
  const classes = ['А', 'Б', 'Старая Слобода', 'Новая Слобода', 'А', 'Б'];
  expect(looksLikeNames(classes)).toBe(false);
});
