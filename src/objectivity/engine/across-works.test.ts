import { expect, test } from 'vitest';
import type { UnitResult } from '../model.ts';
import { confirmAcrossWorks, type Sign, unitKey } from './across-works.ts';

const unit: UnitResult = {
  level: 'class',
  municipality: 'Округ 1',
  school: '1001',
  grade: 5,
  className: '5А',
  subject: 'Математика',
  participants: 20,
  absent: 0,
  index: 4,
  p: 1e-4,
  signalled: true,
  localFdr: 0.05,
  strength: 'noticeable',
  mechanisms: ['help'],
  markers: [],
};
const own: Sign = { work: 0, subject: 'Математика', grade: 5 };
const other: Sign = { work: 1, subject: 'Русский язык', grade: 5 };
const signs = new Map([[unitKey(unit), [own, other]]]);

test('a signal in two subjects of one class is pronounced and names the other subject', () => {
  const [first] = confirmAcrossWorks([unit], 0, signs);
  expect(first).toMatchObject({ strength: 'pronounced', otherWorks: [{ subject: 'Русский язык', grade: 5 }] });
});

test('another class, a work that is the same, or doubt about the signal itself change nothing', () => {
  const otherClass = { ...unit, className: '5Б' };
  expect(confirmAcrossWorks([otherClass], 0, signs)).toEqual([otherClass]);
  expect(confirmAcrossWorks([unit], 0, new Map([[unitKey(unit), [own]]]))).toEqual([unit]);
  const [doubtful] = confirmAcrossWorks([{ ...unit, localFdr: 0.15 }], 0, signs);
  expect(doubtful).toMatchObject({ strength: 'noticeable', otherWorks: [{ subject: 'Русский язык' }] });
});
