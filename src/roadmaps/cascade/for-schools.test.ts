import { expect, test } from 'vitest';
import type { MeasureParty } from '../model.ts';
import { executors, isForSchools, partiesAtSchool } from './for-schools.ts';

const party = (post: string | null, organisation: string | null = null): MeasureParty => ({
  part: 'responsible',
  post,
  person: null,
  organisation,
  staffPostId: null,
});
const STAFF = [
  { id: 1, fullName: 'Озёрная Анна Петровна', post: 'директор' },
  { id: 2, fullName: 'Лесной Пётр Ильич', post: 'заместитель директора по УВР' },
  { id: 3, fullName: 'Полевая Ирина Сергеевна', post: 'заместитель директора по ВР' },
];

test.each([
  ['руководители ОО', true],
  ['Руководители образовательных организаций', true],
  ['директора школ', true],
  ['методист ИМЦ', false],
  ['муниципальный координатор', false],
])('«%s» carry it out in schools: %s', (post, expected) => {
  expect(isForSchools([party(post)])).toBe(expected);
});

test('the head of the district’s office beside heads of schools is not one of the schools that carry it out', () => {
  const office = party('Начальник управления образования');
  expect(executors([office, party('Руководители ОО')])).toEqual([party('Руководители ОО')]);
  expect(executors([office])).toEqual([office]);
});

test('heads of schools become the school’s own director by name', () => {
  expect(partiesAtSchool([party('руководители ОО'), party('методист ИМЦ')], STAFF)).toEqual([
    { part: 'responsible', post: 'директор', person: 'Озёрная Анна Петровна', organisation: null, staffPostId: 1 },
  ]);
});

test('a post that two people hold gets no name: the school chooses', () => {
  expect(partiesAtSchool([party('заместители директоров школ')], STAFF)).toEqual([
    { part: 'responsible', post: 'заместители директоров школ', person: null, organisation: null, staffPostId: null },
  ]);
});
