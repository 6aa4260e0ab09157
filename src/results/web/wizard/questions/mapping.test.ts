import { expect, test } from 'vitest';
import type { TableMapping } from '../../../model.ts';
import { mappingForm, readMappingForm, taskIdOf } from './mapping.ts';

const mapping: TableMapping = {
  sheet: 'Ведомость',
  headerRow: 3,
  columns: [
    { header: 'ФИО', role: 'personal' },
    { header: 'Код', role: 'participant' },
    { header: 'Задание 1', role: 'task', task: { id: '1', max: 2 } },
    { header: 'Задание 2', role: 'task', task: { id: '2', max: null } },
  ],
  constants: { subject: 'Химия', grade: 8, municipality: 'Пример района' },
};

test('a guessed mapping that is confirmed unchanged comes back the same', () => {
  expect(readMappingForm(mappingForm(mapping), mapping)).toEqual({
    mapping: {
      ...mapping,
      constants: { ...mapping.constants, procedure: null, year: null, className: null },
    },
  });
});

test('a table without participants and tasks cannot be read', () => {
  const form = mappingForm({ ...mapping, columns: [{ header: 'ФИО', role: 'personal' }] });
  expect(readMappingForm(form, mapping)).toEqual({ faults: [{ kind: 'noParticipant' }, { kind: 'noTasks' }] });
});

test('a task column needs a number, and its maximum must be whole', () => {
  const form = mappingForm(mapping);
  const columns = form.columns.map((column, index) =>
    index === 2 ? { ...column, taskId: '', taskMax: '2,5' } : column,
  );
  expect(readMappingForm({ ...form, columns }, mapping)).toEqual({
    faults: [
      { kind: 'task', column: 2 },
      { kind: 'max', column: 2 },
    ],
  });
});

test('the number of a task is found in its header', () => {
  expect(taskIdOf('Задание 4 (2 б.)')).toBe('4');
  expect(taskIdOf('4К1')).toBe('4К1');
  expect(taskIdOf('балл')).toBe('');
});

test('marks of terms need a key and a mark', () => {
  const journal: TableMapping = {
    sheet: null,
    headerRow: 1,
    content: 'termMarks',
    columns: [
      { header: 'Ключ', role: 'pupil' },
      { header: '1 четверть', role: 'termMark' },
    ],
    constants: {},
  };
  expect(readMappingForm(mappingForm(journal), journal)).toMatchObject({
    mapping: { content: 'termMarks', columns: journal.columns },
  });
  const bare = mappingForm({ ...journal, columns: [{ header: 'Ключ', role: 'pupil' }] });
  expect(readMappingForm(bare, journal)).toEqual({ faults: [{ kind: 'noColumn', role: 'termMark' }] });
});
