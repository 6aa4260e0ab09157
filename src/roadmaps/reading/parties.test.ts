import { expect, test } from 'vitest';
import { parties } from './parties.ts';

const post = (words: string, organisation: string | null = null, person: string | null = null) => ({
  post: words,
  person,
  organisation,
});
const organisation = (words: string) => ({ post: null, person: null, organisation: words });

test.each([
  [
    'Директор школы Зам. по УВР Руководители ШМО',
    [post('Директор школы'), post('Зам. по УВР'), post('Руководители ШМО')],
  ],
  ['Зам. директора по УВР, руководители ШМО', [post('Зам. директора по УВР'), post('руководители ШМО')]],
  ['Рук. ШМО', [post('Рук. ШМО')]],
  ['Руководители МО и РМО', [post('Руководители МО и РМО')]],
  ['Председатель ПМПк', [post('Председатель ПМПк')]],
  ['Руководители\nШМО', [post('Руководители ШМО')]],
  ['ШМО', [organisation('ШМО')]],
  [
    'Директор Заместитель Директора по УВР Педагоги ОО',
    [post('Директор'), post('Заместитель Директора по УВР'), post('Педагоги', 'ОО')],
  ],
  [
    'Управление образования МБУ «Центр» ОО',
    [organisation('Управление образования'), organisation('МБУ «Центр»'), organisation('ОО')],
  ],
  ['ОО\nПедагоги-психологи ОО', [organisation('ОО'), post('Педагоги-психологи', 'ОО')]],
  [
    'Организаторы в\nаудиториях,\nвне аудиторий,\nЗам. директора по УВР',
    [post('Организаторы в аудиториях, вне аудиторий'), post('Зам. директора по УВР')],
  ],
  ['Завуч\nНебывалова А. А.', [post('Завуч', null, 'Небывалова А. А.')]],
  ['И.о. директора МБУ «Центр» (Небывалов И. О.)', [post('И.о. директора', 'МБУ «Центр»', 'Небывалов И. О.')]],
  [
    'А.А. Небывалова Б.Б. Выдумкин',
    [
      { post: null, person: 'А.А. Небывалова', organisation: null },
      { post: null, person: 'Б.Б. Выдумкин', organisation: null },
    ],
  ],
  [
    'Небывалова А. А., Выдумкин Б. Б.',
    [
      { post: null, person: 'Небывалова А. А.', organisation: null },
      { post: null, person: 'Выдумкин Б. Б.', organisation: null },
    ],
  ],
])('%j is taken apart', (text, expected) => {
  expect(parties(text)).toEqual(expected);
});
