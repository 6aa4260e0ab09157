import { expect, test } from 'vitest';
import { soleHolder, staffFor } from './staff-match.ts';

const staff = [
  { id: 1, fullName: 'Выдумкина Анна Андреевна', post: 'директор', toDate: null },
  { id: 2, fullName: 'Небывалова Бэла Борисовна', post: 'заместитель директора по УВР', toDate: null },
  { id: 3, fullName: 'Былов Виктор Ильич', post: 'директор', toDate: '2025-08-31' },
];
const ids = (post: string | null, person: string | null): number[] =>
  staffFor({ post, person }, staff).map(({ id }) => id);

test('a person is found by the surname, however the name is written', () => {
  expect(ids('Директор', 'А.А. Выдумкина')).toEqual([1]);
  expect(ids(null, 'Небывалова Б. Б.')).toEqual([2]);
});

test('without a name the post is enough; a director is no deputy, and whoever has left is not proposed', () => {
  expect(ids('Директор', null)).toEqual([1]);
  expect(ids('Заместитель директора', null)).toEqual([2]);
});

test('an unknown name proposes nobody, even when the post fits', () => {
  expect(ids('Директор', 'Неизвестный И. И.')).toEqual([]);
});

const school = ['МБОУ «Средняя школа № 3»', 'Школа № 3'];
const sole = (post: string | null, more: object = {}, held = staff): number | null =>
  soleHolder({ post, person: null, organisation: null, ...more }, held, school)?.id ?? null;
const among = (...posts: string[]) =>
  posts.map((post, at) => ({ id: at + 1, fullName: `Небылова ${at}`, post, toDate: null }));

test('the head of the own school is found by all its names, the head of another is not', () => {
  for (const post of [
    'Директор',
    'ДИРЕКТОР ШКОЛЫ',
    'директор ОО',
    'Дир. школы',
    'И. о. директор МБОУ «Средняя школа № 3»',
  ])
    expect([post, sole(post)]).toEqual([post, 1]);
  expect(sole('Директор', {}, among('директор МБОУ «Средняя школа № 3»', 'советник директора'))).toBe(1);
  expect(sole('Директор', { organisation: 'МБОУ СОШ № 3' })).toBe(1);
  expect(sole('Директор', { organisation: 'ОО' })).toBe(1);
  expect(sole('Директор', { organisation: 'МБОУ СОШ № 7' })).toBeNull();
  expect(sole('Директор школы № 7')).toBeNull();
  expect(sole('Методист', { organisation: 'ИРО' }, among('методист'))).toBeNull();
});

test('a deputy is found however the post is shortened, where one alone fits', () => {
  for (const post of [
    'Зам. директора',
    'Зам.директора по УВР',
    'зам. по УВР',
    'Заместитель директора по учебно-воспитательной работе',
    'завуч',
  ])
    expect([post, sole(post)]).toEqual([post, 2]);
  const two = among('заместитель директора по УВР', 'заместитель директора по ВР', 'заместитель директора по АХЧ');
  expect(sole('Зам. директора', {}, two)).toBeNull();
  expect(sole('завуч', {}, two)).toBe(1);
  expect(sole('зам. директора по ВР', {}, two)).toBe(2);
  expect(sole('завуч', {}, two.slice(1))).toBe(2);
  expect(sole('Директор', {}, two)).toBeNull();
});

test('groups are nobody alone, two holders are not chosen between, and initials have to agree', () => {
  expect(sole('Учителя', {}, among('учитель'))).toBeNull();
  expect(sole('Директора школ')).toBeNull();
  expect(sole('Методист', {}, among('методист', 'методист'))).toBeNull();
  expect(sole('Директор', { person: 'А. А. Выдумкина' })).toBe(1);
  expect(sole('Директор', { person: 'З. А. Выдумкина' })).toBeNull();
});
