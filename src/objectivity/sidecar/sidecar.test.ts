import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, integer, property, tuple } from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { Refusal } from '#src/platform/errors.ts';
import { NO_VALUE, NOT_ATTEMPTED, NOT_TAUGHT } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import { analyze } from '../engine/analyze.ts';
import { AdministrationBuilder } from '../engine/builder.ts';
import { Random } from '../engine/random.ts';
import { Sidecar } from './read.ts';
import { SidecarWriter } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'obektiv-sidecar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Classes in disorder, absent pupils, variants, missing values. */
function administration(seed: number, subject: string, taskCount: number): Administration {
  const random = new Random(seed);
  const tasks = Array.from({ length: taskCount }, (_, task) => ({
    id: `${task + 1}`,
    max: 1 + (task % 4),
    response: task % 5 === 0 ? ('extended' as const) : ('short' as const),
  }));
  const thresholds = { 3: taskCount, 4: taskCount + 3, 5: taskCount + 6 };
  const builder = new AdministrationBuilder({ procedure: 'Работа', subject, grade: 6, tasks, thresholds });
  for (let row = 0; row < 600; row += 1) {
    const school = random.integer(0, 8);
    const at = builder.classIndex(
      `Округ ${school % 3}`,
      `Школа № ${school}`,
      `6${'АБВ'[random.integer(0, 2)]}`,
      'Кто-то',
    );
    const scores = Int8Array.from(tasks, ({ max }) =>
      random.chance(0.1) ? [NO_VALUE, NOT_TAUGHT, NOT_ATTEMPTED][random.integer(0, 2)]! : random.integer(0, max),
    );
    const journalMark = random.chance(0.1) ? null : random.integer(2, 5);
    if (random.chance(0.05)) builder.addAbsent(at);
    else builder.addTo(at, { participant: `${row}`, variant: String(random.integer(1, 4)), journalMark, scores });
  }
  return builder.build();
}

const WORKS = [
  administration(1, 'Математика', 17),
  administration(2, 'Русский язык', 8),
  administration(3, 'Физика', 30),
];
const path = join(folder, 'papers.obk');
const writer = new SidecarWriter(path);
WORKS.forEach((work, index) => writer.add(work, `Область ${index}`));
writer.finish();

/** Every paper as a line of words, in any order. */
function lines(work: Administration): string[] {
  return Array.from({ length: work.size }, (_, row) => {
    const key = work.classes[work.classOf[row]!]!;
    const school = work.schools[key.school]!;
    const scores = work.scores.subarray(row * work.tasks.length, (row + 1) * work.tasks.length);
    const numbers = [work.totals[row], work.marks[row], work.journalMarks[row]];
    const variant = work.variantNames![work.variants[row]!];
    return [work.municipalities[school.municipality], school.name, key.name, variant, ...numbers, ...scores].join(' ');
  }).sort();
}

test('what was packed is read back paper by paper, without codes of participants and teachers', () => {
  const sidecar = new Sidecar(path);
  expect(sidecar.works.map(({ region, subject, papers }) => [region, subject, papers])).toEqual(
    WORKS.map(({ subject, size }, index) => [`Область ${index}`, subject, size]),
  );
  WORKS.forEach((work, index) => {
    const read = sidecar.read(index);
    expect(lines(read)).toEqual(lines(work));
    expect([read.tasks, read.thresholds, read.procedure]).toEqual([work.tasks, work.thresholds, work.procedure]);
    expect(read.absentByClass.reduce((sum, n) => sum + n, 0)).toBe(work.absentByClass.reduce((sum, n) => sum + n, 0));
    expect(read.participants).toEqual([]);
    expect(read.classes.every(({ teacher }) => teacher === null)).toBe(true);
  });
  sidecar.close();
});

test('the figures of an analysis do not change by packing', () => {
  const sidecar = new Sidecar(path);
  const read = sidecar.works.map((_, index) => sidecar.read(index));
  sidecar.close();
  expect(analyze(read)).toEqual(analyze(WORKS));
});

const bytes = readFileSync(path);

/** Reads the whole file, as it is now. */
function readAll(file: string): string[][] {
  const sidecar = new Sidecar(file);
  try {
    return sidecar.works.map((_, index) => lines(sidecar.read(index)));
  } finally {
    sidecar.close();
  }
}

function refusalOf(file: string): string {
  try {
    readAll(file);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
}

test('a file that is cut anywhere is refused in words', () => {
  const cut = join(folder, 'cut.obk');
  assert(
    property(integer({ min: 0, max: bytes.length - 1 }), (length) => {
      copyFileSync(path, cut);
      truncateSync(cut, length);
      expect(refusalOf(cut)).toBe(length < 8 ? 'notPacked' : 'packedIncomplete');
    }),
  );
});

test('a file with any byte changed is refused or, where the byte says nothing, read as it was', () => {
  const broken = join(folder, 'broken.obk');
  const whole = readAll(path);
  assert(
    property(tuple(integer({ min: 0, max: bytes.length - 1 }), integer({ min: 1, max: 255 })), ([at, change]) => {
      const changed = Buffer.from(bytes);
      changed[at]! ^= change;
      writeFileSync(broken, changed);
      const code = refusalOf(broken);
      if (code === 'none') expect(readAll(broken)).toEqual(whole);
      else expect(['notPacked', 'otherVersion', 'packedDamaged', 'packedIncomplete']).toContain(code);
    }),
    { numRuns: 200 },
  );
});

test('foreign files, empty ones and those that are not there are refused each in its own words', () => {
  const foreign = join(folder, 'foreign.obk');
  writeFileSync(foreign, 'municipality,school\n'.repeat(20));
  expect(refusalOf(foreign)).toBe('notPacked');
  writeFileSync(foreign, '');
  expect(refusalOf(foreign)).toBe('notPacked');
  expect(refusalOf(join(folder, 'nowhere.obk'))).toBe('packedUnreadable');
});

test('a packing that is given up leaves no file', () => {
  const before = readdirSync(folder).length;
  const other = new SidecarWriter(join(folder, 'other.obk'));
  other.add(WORKS[0]!);
  other.abandon();
  expect(readdirSync(folder).length).toBe(before);
});
