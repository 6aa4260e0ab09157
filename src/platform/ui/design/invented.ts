/** Invented figures for the page /design: a class whose hard tasks are solved better than its easy ones. Deterministic. */

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const MAXIMA = [1, 1, 1, 2, 1, 2, 1, 2, 3, 2, 2, 3];
const EASE = [0.92, 0.86, 0.83, 0.74, 0.7, 0.66, 0.6, 0.52, 0.4, 0.34, 0.27, 0.16];
const HELPED = new Set([8, 9, 11]);

export const tasks = MAXIMA.map((max, index) => ({
  id: String(index + 1),
  max,
  response: index % 3 === 2 ? ('extended' as const) : ('short' as const),
}));

const random = generator(20261122);

export const papers = Array.from({ length: 22 }, (_, pupil) => {
  const ability = (random() - 0.5) * 0.5;
  const scores = MAXIMA.map((max, index) => {
    const share = Math.min(0.97, Math.max(0.03, HELPED.has(index) ? 0.82 : EASE[index] + ability));
    if (!HELPED.has(index) && random() < 0.05) return -1;
    let score = 0;
    for (let point = 0; point < max; point += 1) score += random() < share ? 1 : 0;
    return score;
  });
  const total = scores.reduce((sum, score) => sum + Math.max(0, score), 0);
  return {
    participant: `501${String(pupil + 1).padStart(2, '0')}`,
    scores,
    total,
    mark: total >= 15 ? 5 : total >= 11 ? 4 : total >= 7 ? 3 : 2,
  };
});

export const thresholds = { 3: 7, 4: 11, 5: 15 } as const;

export const counts = Array.from({ length: 22 }, (_, score) => papers.filter((paper) => paper.total === score).length);

export const regionCounts = Array.from({ length: 22 }, (_, score) =>
  Math.round(2400 * Math.exp(-((score - 10.4) ** 2) / 36)),
);

export const profile = tasks.map((task, index) => {
  const observed =
    papers.reduce((sum, paper) => sum + Math.max(0, paper.scores[index]), 0) / (papers.length * task.max);
  const half = 1.96 * Math.sqrt((observed * (1 - observed) + 0.02) / papers.length);
  return { ...task, observed, expected: EASE[index], low: observed - half, high: observed + half };
});

export const transition = [
  [1, 1, 0, 0],
  [0, 3, 4, 1],
  [0, 1, 5, 3],
  [0, 0, 1, 2],
];

export interface Row {
  readonly id: string;
  readonly municipality: string;
  readonly school: string;
  readonly className: string;
  readonly subject: string;
  readonly strength: 'none' | 'weak' | 'noticeable' | 'pronounced';
  readonly mechanisms: number;
  readonly participants: number;
  readonly effect: number | null;
  readonly fdr: number | null;
}

const MUNICIPALITIES = ['Заречный район', 'Лесной район', 'Озёрный район'];
const STRENGTHS = ['pronounced', 'noticeable', 'weak', 'none'] as const;

export function findings(n: number): readonly Row[] {
  const draw = generator(7);
  return Array.from({ length: n }, (_, index) => {
    const strength = STRENGTHS[Math.min(3, Math.floor(draw() * 4))];
    return {
      id: String(index),
      municipality: MUNICIPALITIES[index % 3],
      school: `Школа № ${1 + (index % 40)}`,
      className: `${5 + (index % 4)}${'АБВГ'[index % 4]}`,
      subject: index % 2 ? 'Русский язык' : 'Математика',
      strength,
      mechanisms: strength === 'pronounced' && draw() < 0.5 ? 2 : 1,
      participants: 12 + Math.floor(draw() * 18),
      effect: strength === 'none' ? null : 0.4 + draw() * 3,
      fdr: strength === 'none' ? null : draw() * 0.05,
    };
  });
}
