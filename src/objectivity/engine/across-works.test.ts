import { expect, test } from 'vitest';
import type { UnitResult } from '../model.ts';
import { confirmAcrossWorks } from './across-works.ts';

function unit(part: Partial<UnitResult>): UnitResult {
  return {
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
    ...part,
  };
}

test('a signal in two subjects of one class is pronounced and names the other subject', () => {
  const [first] = confirmAcrossWorks([unit({}), unit({ subject: 'Русский язык' })]);
  expect(first).toMatchObject({ strength: 'pronounced', otherWorks: [{ subject: 'Русский язык', grade: 5 }] });
});

test('another class, a doubtful other work, or doubt about the signal itself change nothing', () => {
  expect(confirmAcrossWorks([unit({}), unit({ className: '5Б' })])[0]).toEqual(unit({}));
  expect(confirmAcrossWorks([unit({}), unit({ subject: 'Русский язык', localFdr: 0.4 })])[0]).toEqual(unit({}));
  const [doubtful] = confirmAcrossWorks([unit({ localFdr: 0.15 }), unit({ subject: 'Русский язык' })]);
  expect(doubtful!.strength).toBe('noticeable');
});
