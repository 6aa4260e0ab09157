import { expect, test } from 'vitest';
import { staffFor } from './staff-match.ts';

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
