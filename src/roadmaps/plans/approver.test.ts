import { expect, test } from 'vitest';
import { namesAnother } from './approver.ts';

test('an approver is foreign only where his post names another organisation', () => {
  const own = ['Средняя школа № 3', 'СШ № 3'];
  for (const post of [
    null,
    'Директор',
    'И. о. директора школы',
    'Директор МБОУ СОШ № 3',
    'Директор общеобразовательной организации',
  ])
    expect([post, namesAnother(post, own)]).toEqual([post, false]);
  expect(namesAnother('Директор МБОУ «Средняя школа № 7»', own)).toBe(true);
  expect(namesAnother('Начальник управления образования', ['Управление образования Выдуманского округа'])).toBe(false);
});
