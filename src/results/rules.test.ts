import { expect, test } from 'vitest';
import { NOT_ATTEMPTED, NOT_TAUGHT } from './model.ts';
import {
  canonicalClassName,
  canonicalSubject,
  canonicalTaskId,
  gradeOfClass,
  gradeOfParticipant,
  markValue,
  meansAbsent,
  ordinalClassName,
  specialValue,
  SUBJECTS,
  workLevelOf,
} from './rules.ts';

test.each([
  ['РУ', 'Русский язык'],
  ['ма', 'Математика'],
  ['Математика (базовый уровень)', 'Математика'],
  ['Математика углублённый уровень', 'Математика'],
  ['окружающему миру', 'Окружающий мир'],
  ['English', 'Английский язык'],
  ['англ. яз.', 'Английский язык'],
  ['Русский яз.', 'Русский язык'],
  ['ИНФ', 'Информатика'],
  ['Труд', null],
  ['', null],
])('the subject %j is %j', (text, subject) => {
  expect(canonicalSubject(text)).toBe(subject);
});

test('every subject is its own spelling and no alias names two', () => {
  for (const subject of SUBJECTS) expect(canonicalSubject(subject)).toBe(subject);
});

test.each([
  ['9А', 9],
  ['5-1', 5],
  ['10 "Б"', 10],
  ['3', null],
  ['201', null],
  ['а', null],
  ['14Б', null],
])('the class %j tells grade %j', (name, grade) => {
  expect(gradeOfClass(name)).toBe(grade);
});

test('the level of a work is read from its title, and only when it is there', () => {
  expect(workLevelOf('ВПР 2026 Математика (углубленный уровень) 7 класс')).toBe('advanced');
  expect(workLevelOf('ВПР 2026 Физика 7 класс (базовый)')).toBe('base');
  expect(workLevelOf('ВПР 2026 Русский язык 4 класс')).toBeNull();
});

test.each([
  ['5 А', null, '5А'],
  ['5-а', null, '5А'],
  ['5"A"', null, '5А'],
  ['5 «Б»', 5, '5Б'],
  ['10АБ', 10, '10АБ'],
  ['а', 4, '4А'],
  ['A', 4, '4А'],
  ['а(1)', 4, '4А(1)'],
  ['5-1', null, '5-1'],
  ['5/2', null, '5-2'],
  ['1', 4, '4-1'],
  ['4', 4, '4'],
  ['201', 11, '11 201'],
  ['НЕТ', 7, '7'],
  ['нет', null, null],
  ['10"нет"', 10, '10'],
  ['филиал', 4, '4 филиал'],
  ['5А', null, '5А'],
])('the class %j of grade %j is %j', (text, grade, name) => {
  expect(canonicalClassName(text, grade)).toBe(name);
});

test('a class given by its ordinal number is named by grade and number', () => {
  expect(ordinalClassName(2, 4)).toBe('4-2');
  expect(ordinalClassName(2, null)).toBe('2');
});

test.each([
  ['X', NOT_ATTEMPTED],
  ['x', NOT_ATTEMPTED],
  ['Х', NOT_ATTEMPTED],
  [' х ', NOT_ATTEMPTED],
  ['не пройд.', NOT_TAUGHT],
  ['Тема не пройдена', NOT_TAUGHT],
  ['N', NOT_TAUGHT],
])('the cell %j is a value of its own', (text, value) => {
  expect(specialValue(text)).toEqual({ value, certain: true });
});

test('«H» in either alphabet is read as the «N» of older forms, but not with certainty', () => {
  expect(specialValue('H')).toEqual({ value: NOT_TAUGHT, certain: false });
  expect(specialValue('н')).toEqual({ value: NOT_TAUGHT, certain: false });
});

test.each(['?', 'м', 'ж', '', '—', '2 балла'])('the cell %j is unknown and nothing is made of it', (text) => {
  expect(specialValue(text)).toBeNull();
});

test('an absent pupil is told from a variant', () => {
  expect(meansAbsent('Отсутствовал')).toBe(true);
  expect(meansAbsent(' отсутствовала ')).toBe(true);
  expect(meansAbsent('2')).toBe(false);
});

test('a mark is 2..5, «нет отметки» is no mark, anything else is unknown', () => {
  expect(markValue('4')).toBe(4);
  expect(markValue('нет отметки')).toBeNull();
  expect(markValue('н/а')).toBeNull();
  expect(markValue('6')).toBeUndefined();
  expect(markValue('1')).toBeUndefined();
});

test.each([
  ['5(1)', '5.1'],
  ['5,1', '5.1'],
  ['4K1', '4К1'],
  [' 4к1 ', '4К1'],
])('the task %j is %j', (text, id) => {
  expect(canonicalTaskId(text)).toBe(id);
});

test.each([
  ['40001', 4],
  ['80123', 8],
  ['10001', 10],
  ['11001', 11],
  ['1001', 11],
  ['1101', 11],
  ['20002', 10],
  ['2002', 10],
  ['7', null],
  ['30001', null],
  ['A-17', null],
])('the participant code %j tells grade %j', (code, grade) => {
  expect(gradeOfParticipant(code)).toBe(grade);
});
