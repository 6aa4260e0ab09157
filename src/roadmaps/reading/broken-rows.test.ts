import { expect, test } from 'vitest';
import { joinBarredLines, joinBrokenRows } from './broken-rows.ts';

const HEADER = '№\tМероприятие\tСрок\tОтветственный';

test('a row whose cell held several paragraphs is one row again, and its other lines are no rows', () => {
  const lines = [
    HEADER,
    '1\tСобрать сведения:',
    '- о классах;',
    '- об учителях\tоктябрь\tЗавуч',
    '2\tПедсовет\tмай\tДиректор',
  ];
  expect(joinBrokenRows(lines)).toEqual([
    HEADER,
    '1\tСобрать сведения:\n- о классах;\n- об учителях\tоктябрь\tЗавуч',
    null,
    null,
    '2\tПедсовет\tмай\tДиректор',
  ]);
});

test('the last cell goes on below its row', () => {
  const lines = [HEADER, '1\tСобрания\tмай\tклассные', 'руководители', '2\tПедсовет\tмай\tДиректор'];
  expect(joinBrokenRows(lines)).toEqual([HEADER, '1\tСобрания\tмай\tклассные\nруководители', null, lines[3]]);
});

test('rows with fewer cells are rows of their own, and what follows the table is no part of it', () => {
  const lines = [HEADER, '1\tПедсовет', '2\tСобрание\tмай', '3\tСверка\tмай\tЗавуч', 'исполнитель: завуч'];
  expect(joinBrokenRows(lines)).toEqual(lines);
});

test('a text without a header is left as it is', () => {
  const lines = ['одно\tдва', 'три\tчетыре\tпять'];
  expect(joinBrokenRows(lines)).toEqual(lines);
});

test('lines of a cell that a bar ends are one line, and an empty cell stays', () => {
  const lines = ['№ |', 'Мероприятие |', 'Срок |', '1. |', 'Проведение', 'собраний |', '|', 'май |', 'Итог'];
  expect(joinBarredLines(lines)).toEqual([
    '№ |',
    'Мероприятие |',
    'Срок |',
    '1. |',
    'Проведение собраний |',
    null,
    '|',
    'май |',
    'Итог',
  ]);
});
