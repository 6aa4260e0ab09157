/**
 * The works of the demo: what was written, when, and by which scale marks are given. Scales of 2026 that are not
 * published are replaced by those of 2021 with the same maximum, and each says so in its source.
 */
import type { MarkThresholds, ResponseType, Task, TaskLevel, WorkLevel } from '#src/results/model.ts';

export interface DemoScale {
  /** Year the scale is entered for. */
  readonly year: number;
  readonly thresholds: MarkThresholds;
  readonly source: string;
  readonly note: string;
  /** true: published for this very year, so the scales that ship with the product have it. */
  readonly published: boolean;
}

export interface DemoWork {
  /** Short name used by the demo alone: «ru4». */
  readonly key: string;
  readonly subject: string;
  /** Abbreviation of the subject in official sheet names: «РУ». */
  readonly abbreviation: string;
  readonly grade: number;
  readonly level: WorkLevel;
  /** ISO date. */
  readonly heldOn: string;
  readonly tasks: readonly Task[];
  readonly scale: DemoScale;
  /** Difficulty of each task for the average pupil, logits: what the simulation starts from. */
  readonly difficulties: readonly number[];
}

/** Procedure as the demo names it in the database; the official files themselves say «ВПР 2026». */
export const DEMO_PROCEDURE = { name: 'ВПР 2026 (демонстрация)', titleInFiles: 'ВПР 2026', year: 2026 } as const;

type TaskRow = readonly [
  id: string,
  max: number,
  kind: 'short' | 'extended' | 'short+' | 'extended+',
  difficulty: number,
];

/** A «+» in the kind stands for the raised level; everything else is basic. */
function tasksOf(rows: readonly TaskRow[]): {
  readonly tasks: readonly Task[];
  readonly difficulties: readonly number[];
} {
  return {
    tasks: rows.map(([id, max, kind]) => {
      const response: ResponseType = kind.startsWith('extended') ? 'extended' : 'short';
      const level: TaskLevel = kind.endsWith('+') ? 'raised' : 'basic';
      return { id, max, response, level };
    }),
    difficulties: rows.map(([, , , difficulty]) => difficulty),
  };
}

function borrowedScale(subject: string, thresholds: MarkThresholds): DemoScale {
  return {
    year: DEMO_PROCEDURE.year,
    thresholds,
    source: `Демонстрационный выбор: описание ВПР 2021, ${subject} (ФИОКО); шкала 2026 года не опубликована`,
    note: 'Максимальный балл совпадает с работой 2021 года. Только для демонстрационного края.',
    published: false,
  };
}

const RUSSIAN_4: DemoWork = {
  key: 'ru4',
  subject: 'Русский язык',
  abbreviation: 'РУ',
  grade: 4,
  level: 'base',
  heldOn: '2026-04-21',
  ...tasksOf([
    ['1', 2, 'short', -1.03],
    ['2', 1, 'short', -1.43],
    ['3', 2, 'extended', -0.23],
    ['4', 3, 'extended', -0.13],
    ['5', 2, 'extended', -1.03],
    ['6', 1, 'short', -1.33],
    ['7', 1, 'short', -0.93],
    ['8', 2, 'short', -1.13],
    ['9.1', 1, 'short+', -0.93],
    ['9.2', 2, 'short+', -0.03],
    ['10.1', 1, 'short+', -0.73],
    ['10.2', 2, 'short+', 0.27],
    ['11', 1, 'short', -1.03],
    ['12.1', 2, 'extended', 0.17],
    ['12.2', 1, 'extended', -0.03],
  ]),
  scale: {
    year: 2026,
    thresholds: { 3: 10, 4: 16, 5: 21 },
    source: 'Шкала ВПР 2026 по русскому языку, 4 класс, максимум 24 балла (vpr-ege.ru)',
    note: '',
    published: true,
  },
};

const MATHEMATICS_4: DemoWork = {
  key: 'ma4',
  subject: 'Математика',
  abbreviation: 'МА',
  grade: 4,
  level: 'base',
  heldOn: '2026-04-23',
  ...tasksOf([
    ['1', 1, 'short', -2.57],
    ['2', 1, 'short', -1.47],
    ['3', 2, 'short', -1.37],
    ['4', 1, 'short', 0.03],
    ['5.1', 1, 'short', -0.47],
    ['5.2', 1, 'extended', 0.03],
    ['6.1', 1, 'short', -2.67],
    ['6.2', 1, 'short', -1.67],
    ['7', 1, 'short', -0.27],
    ['8', 2, 'extended', 0.63],
    ['9.1', 1, 'short+', 0.13],
    ['9.2', 1, 'short+', 0.63],
    ['10', 2, 'extended+', -0.17],
    ['11', 2, 'short+', -0.47],
    ['12', 2, 'extended+', 2.33],
  ]),
  scale: borrowedScale('математика, 4 класс, максимум 20 баллов', { 3: 6, 4: 10, 5: 15 }),
};

const MATHEMATICS_6: DemoWork = {
  key: 'ma6',
  subject: 'Математика',
  abbreviation: 'МА',
  grade: 6,
  level: 'base',
  heldOn: '2026-04-28',
  ...tasksOf([
    ['1', 1, 'short', -1.5],
    ['2', 1, 'short', -1.1],
    ['3', 1, 'short', 0],
    ['4', 1, 'short', -0.8],
    ['5', 1, 'short', -1.4],
    ['6', 1, 'short', -1.3],
    ['7', 1, 'short', 0.3],
    ['8', 1, 'short', -0.7],
    ['9', 2, 'extended', 0.9],
    ['10', 1, 'short', -0.5],
    ['11', 2, 'extended', 1.1],
    ['12', 1, 'extended', 0.3],
    ['13', 2, 'extended+', 2.5],
  ]),
  scale: borrowedScale('математика, 6 класс, максимум 16 баллов', { 3: 6, 4: 10, 5: 14 }),
};

const MATHEMATICS_8: DemoWork = {
  key: 'ma8',
  subject: 'Математика',
  abbreviation: 'МА',
  grade: 8,
  level: 'base',
  heldOn: '2026-04-30',
  ...tasksOf([
    ['1', 1, 'short', -1.4],
    ['2', 1, 'short', -1.1],
    ['3', 1, 'short', -1],
    ['4', 1, 'short', -0.4],
    ['5', 1, 'short', -0.1],
    ['6', 2, 'extended', -0.5],
    ['7', 1, 'short', -0.3],
    ['8', 2, 'short', -0.2],
    ['9', 1, 'short', 0.2],
    ['10', 1, 'short', 0.4],
    ['11', 1, 'short', 0.7],
    ['12', 1, 'short', -0.1],
    ['13', 1, 'short', -0.2],
    ['14', 1, 'short', -0.4],
    ['15', 2, 'extended', 1],
    ['16.1', 1, 'extended', 0],
    ['16.2', 1, 'extended', 0.8],
    ['17', 1, 'extended+', 1.8],
    ['18', 2, 'extended+', 2],
    ['19', 2, 'extended+', 2.6],
  ]),
  scale: borrowedScale('математика, 8 класс, максимум 25 баллов', { 3: 8, 4: 15, 5: 21 }),
};

/** The four works whose results the demo loads. */
export const DEMO_WORKS: readonly DemoWork[] = [RUSSIAN_4, MATHEMATICS_4, MATHEMATICS_6, MATHEMATICS_8];

/** A fifth work that is not loaded: a newcomer imports it by hand. */
export const SAMPLE_WORK: DemoWork = {
  key: 'en8',
  subject: 'Английский язык',
  abbreviation: 'АЯ',
  grade: 8,
  level: 'base',
  heldOn: '2026-05-06',
  ...tasksOf([
    ['1', 5, 'short', -0.55],
    ['2', 5, 'short', -0.35],
    ['3', 5, 'short', -0.05],
    ['4К1', 3, 'extended', 0.15],
    ['4К2', 2, 'extended', -0.15],
    ['4К3', 3, 'extended+', 0.45],
    ['4К4', 2, 'extended+', 0.05],
  ]),
  scale: {
    year: 2026,
    thresholds: { 3: 10, 4: 15, 5: 22 },
    source: 'Шкала ВПР 2025–2026 по английскому языку, максимум 25 баллов (readboom)',
    note: '',
    published: true,
  },
};

/** Highest raw total of a work, points. */
export function maxScoreOf(work: { readonly tasks: readonly Task[] }): number {
  return work.tasks.reduce((sum, task) => sum + task.max, 0);
}
