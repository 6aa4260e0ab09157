/** Description of works of the exchange format: `spec.json`, checked; what is wrong is said with its place. */
import { z } from 'zod';
import { detectEncoding } from '#src/platform/tables/text-table.ts';
import type { MarkThresholds, Problem, ProcedureKind, Task, WorkLevel } from '../model.ts';
import { problem } from '../problems.ts';
import { canonicalSubject, canonicalTaskId, HIGHEST_GRADE, LOWEST_GRADE, workLevelOf } from '../rules.ts';
import { checkScale, rangesOf } from '../scales/scale.ts';

/** Highest maximum of a task, points: scores are kept in signed bytes. */
const HIGHEST_MAXIMUM = 100;
const MOST_TASKS = 200;

const threshold = z.int().min(1).max(32_000);

const taskSchema = z.object({
  id: z.union([z.string().trim().min(1).max(20), z.int().min(0).transform(String)]),
  max: z.int().min(1).max(HIGHEST_MAXIMUM),
  response: z.enum(['short', 'extended']),
  /** Not in the first version of the format: level of difficulty, where the description of the work prints it. */
  level: z.enum(['basic', 'raised', 'high']).optional(),
});

const specSchema = z.object({
  procedure: z.string().trim().min(1).max(200),
  /** Not in the first version of the format: kind of the procedure; without it the name is asked. */
  kind: z.enum(['vpr', 'oge', 'ege', 'dkr', 'own']).optional(),
  works: z
    .array(
      z.object({
        subject: z.string().trim().min(1).max(200),
        grade: z.int().min(LOWEST_GRADE).max(HIGHEST_GRADE),
        tasks: z.array(taskSchema).min(1).max(MOST_TASKS),
        mark_thresholds: z.object({ '3': threshold, '4': threshold, '5': threshold }).nullish(),
      }),
    )
    .min(1),
});

/** A work as `spec.json` describes it. */
export interface SpecWork {
  /** As the description spells it. */
  readonly subject: string;
  readonly grade: number;
  readonly level: WorkLevel;
  readonly tasks: readonly Task[];
  /** null: no scale is given, and marks are not computed. */
  readonly thresholds: MarkThresholds | null;
}

export interface ExchangeSpec {
  readonly procedure: string;
  /** Absent: the name tells it. */
  readonly kind?: ProcedureKind;
  readonly works: readonly SpecWork[];
}

export interface SpecReading {
  /** null when the description cannot be used; the problems say why. */
  readonly spec: ExchangeSpec | null;
  readonly problems: readonly Problem[];
}

/** Which work a subject and a grade mean, however the subject is spelt: «МА», «Математика», «математике». */
export function workKey(subject: string, grade: number): string {
  const name = canonicalSubject(subject) ?? subject.trim().toLowerCase().replace(/\s+/gu, ' ');
  return `${grade}\u0000${name}\u0000${workLevelOf(subject) ?? 'base'}`;
}

/** Reads `spec.json` (UTF-8, UTF-16 or windows-1251). All defects are reported at once; none is mended by a guess. */
export function readSpec(bytes: Uint8Array): SpecReading {
  const text = new TextDecoder(detectEncoding(bytes)).decode(bytes);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refused([notJson(error)]);
  }
  const parsed = specSchema.safeParse(json);
  if (!parsed.success) return refused(parsed.error.issues.map((issue) => defect(issue.path, json)));
  const { procedure, kind, works } = parsed.data;
  const problems = works.flatMap((work, index) => [
    ...repeatedTasks(work.tasks, index),
    ...scaleDefects(work.tasks, work.mark_thresholds ?? null, index),
  ]);
  const seen = new Set<string>();
  for (const [index, { subject, grade }] of works.entries()) {
    const key = workKey(subject, grade);
    if (seen.has(key)) problems.push(invalid(`works[${index}]`, `${subject}, ${grade}`, 'subject + grade ×1'));
    seen.add(key);
  }
  if (problems.length > 0) return refused(problems);
  return {
    spec: {
      procedure,
      ...(kind === undefined ? {} : { kind }),
      works: works.map(({ subject, grade, tasks, mark_thresholds }) => ({
        subject,
        grade,
        level: workLevelOf(subject) ?? 'base',
        tasks,
        thresholds: mark_thresholds ?? null,
      })),
    },
    problems: [],
  };
}

function refused(problems: readonly Problem[]): SpecReading {
  return { spec: null, problems };
}

function invalid(place: string, found: string, allowed: string): Problem {
  return problem('spec-invalid', null, { column: place, found, allowed });
}

function notJson(error: unknown): Problem {
  const message = error instanceof Error ? error.message.replace(/\s+/gu, ' ') : '';
  const line = /\(line (\d+) column \d+\)/u.exec(message)?.[1];
  return { ...invalid('', message, 'JSON'), column: null, row: line === undefined ? null : Number(line) };
}

/** What may stand at the end of a path. */
const ALLOWED: Readonly<Record<string, string>> = {
  procedure: '"…"',
  kind: '"vpr", "oge", "ege", "dkr", "own"',
  works: '[{subject, grade, tasks, mark_thresholds}]',
  subject: '"…"',
  grade: `${LOWEST_GRADE}–${HIGHEST_GRADE}`,
  tasks: `[{id, max, response}] ×1–${MOST_TASKS}`,
  id: '"…" ×1–20',
  max: `1–${HIGHEST_MAXIMUM}`,
  response: '"short", "extended"',
  level: '"basic", "raised", "high"',
  mark_thresholds: '{"3": n, "4": n, "5": n}, null',
  3: 'n ≥ 1',
  4: 'n ≥ 1',
  5: 'n ≥ 1',
};

/** A defect of the schema: where, what stands there, what may. */
function defect(path: readonly PropertyKey[], json: unknown): Problem {
  let value = json;
  for (const key of path) value = (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key];
  const last = path.findLast((key) => typeof key === 'string');
  const allowed = typeof path.at(-1) === 'number' ? '{…}' : last === undefined ? '{procedure, works}' : ALLOWED[last];
  return invalid(pathText(path), value === undefined ? '—' : JSON.stringify(value), allowed ?? '—');
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

function repeatedTasks(tasks: readonly Task[], work: number): Problem[] {
  const seen = new Set<string>();
  return tasks.flatMap(({ id }, index) => {
    const key = canonicalTaskId(id);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [invalid(`works[${work}].tasks[${index}].id`, id, 'id ×1')];
  });
}

/** Thresholds must ascend and lie within 1..maximum: every mark can be had, and every score has one mark. */
function scaleDefects(tasks: readonly Task[], thresholds: MarkThresholds | null, work: number): Problem[] {
  if (thresholds === null) return [];
  const max = tasks.reduce((sum, task) => sum + task.max, 0);
  if (checkScale(rangesOf(thresholds, max), max).length === 0) return [];
  const found = `3: ${thresholds[3]}, 4: ${thresholds[4]}, 5: ${thresholds[5]}`;
  return [invalid(`works[${work}].mark_thresholds`, found, `0 < "3" < "4" < "5" ≤ ${max}`)];
}
