import { assert, array, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { fittedCells } from './fitted-cells.ts';

const ROLES = ['number', 'text', 'deadline', 'responsible'] as const;

test('several paragraphs of a cell stay in it, whichever cell it is', () => {
  const texts = [
    '3',
    'Провести педсоветы:',
    '- о допуске;',
    '- об итогах.',
    'май 2031 г.',
    'июнь 2031 г.',
    'Директор',
    'завуч',
  ];
  expect(fittedCells(texts, ROLES, false).cells).toEqual([
    '3',
    'Провести педсоветы:\n- о допуске;\n- об итогах.',
    'май 2031 г.\nиюнь 2031 г.',
    'Директор\nзавуч',
  ]);
});

test('a lost empty cell leaves its column empty', () => {
  expect(fittedCells(['4', 'Сверка журналов', 'Завуч'], ROLES, false).cells).toEqual([
    '4',
    'Сверка журналов',
    '',
    'Завуч',
  ]);
});

test('a column of its own between the deadline and the people keeps its paragraph', () => {
  const roles = ['number', 'text', 'deadline', 'note', 'responsible'] as const;
  expect(fittedCells(['1', 'Уборка двора', 'апрель', 'весь посёлок', 'Дворник А. А.'], roles, false).cells).toEqual([
    '1',
    'Уборка двора',
    'апрель',
    'весь посёлок',
    'Дворник А. А.',
  ]);
});

test('what is loud at the end heads the rows below', () => {
  const { cells, heading } = fittedCells(['1', 'Уборка двора', 'апрель', 'Завхоз', 'ТЕКУЩИЕ ДЕЛА'], ROLES, true);
  expect([cells, heading]).toEqual([['1', 'Уборка двора', 'апрель', 'Завхоз'], true]);
});

test('no paragraph is lost', () => {
  const texts = constantFrom('1', 'май', 'Завуч', 'Проверить журналы', '- и дневники', 'до 1 мая', 'Иванова И. И.');
  assert(
    property(array(texts, { minLength: 1, maxLength: 90 }), (paragraphs) => {
      const { cells } = fittedCells(paragraphs, ROLES, false);
      expect(cells.join('\n').split('\n').filter(Boolean)).toEqual(paragraphs);
    }),
    { numRuns: 60 },
  );
});
