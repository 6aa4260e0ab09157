import { array, assert, asyncProperty, boolean, constantFrom, nat, property, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '#src/platform/errors.ts';
import { docx, paragraph, table } from './docx-fixture.ts';
import type { Roadmap } from './model.ts';
import { openPlan } from './open.ts';
import { readPlainText } from './read-text.ts';
import { readRoadmap } from './read.ts';

const OPTIONS = { presentYear: 2026 };

/** The plan, or null where the file was refused in words; anything else thrown fails the test. */
async function readOrRefuse(bytes: Uint8Array): Promise<Roadmap | null> {
  try {
    return readRoadmap(await openPlan(bytes), OPTIONS);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const PLAN = docx(
  paragraph('План на 2025/2026 учебный год'),
  table(['№', 'Мероприятие', 'Срок', 'Ответственный'], ['1', 'Дело', 'май', 'Завуч']),
);

test('random bytes are read or refused in words', async () => {
  await assert(
    asyncProperty(uint8Array({ maxLength: 300 }), async (bytes) => {
      await readOrRefuse(bytes);
    }),
    { numRuns: 200 },
  );
});

test('a document cut anywhere or with a byte changed is read or refused in words', async () => {
  await assert(
    asyncProperty(nat(PLAN.length - 1), nat(255), boolean(), async (at, value, cut) => {
      const bytes = cut ? PLAN.slice(0, at) : PLAN.with(at, value);
      await readOrRefuse(bytes);
    }),
    { numRuns: 150 },
  );
});

test('any text of words that plans are made of is read', () => {
  const word = constantFrom(
    '\t',
    '\n',
    ' ',
    '|',
    '1.',
    '2.1',
    'IV',
    '№',
    'Мероприятие',
    'Срок',
    'Срок:',
    'Ответственный',
    'май',
    'до',
    'ПРИКАЗЫВАЮ:',
    'УТВЕРЖДАЮ',
    'План',
    '«',
    '(',
    'Директор',
    'Иванов И. И.',
    'не менее 10 педагогов',
    '2024/2025',
    '**',
    '<b>',
    ',',
    '\u00a0',
  );
  assert(
    property(array(word, { maxLength: 80 }), (words) => {
      readRoadmap(readPlainText(words.join('')), OPTIONS);
    }),
    { numRuns: 500 },
  );
});

test('a table of many rows and a cell of many words come to an end, with every row in its place', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `${index + 1}\tДело номер ${index + 1}\tмай\tЗавуч`);
  const long = '(«'.repeat(20_000);
  const plan = readRoadmap(
    readPlainText(['№\tМероприятие\tСрок\tОтветственный', ...rows, `5001\t${long}\t${long}\t${long}`].join('\n')),
    OPTIONS,
  );
  expect(plan.sections[0].measures).toHaveLength(5001);
});

test('a document with more rows than any plan has is cut, and that is said', () => {
  const plan = readRoadmap(readPlainText(`№\tМероприятие\tСрок\n${'1\tДело\tмай\n'.repeat(25_000)}`), OPTIONS);
  expect(plan.problems.map(({ code }) => code)).toContain('documentCut');
});
