/**
 * Masks of answers in protocols of state exams: «+-+2» for short answers («+» full score, «-» none, a digit the score of a
 * task of several points), «1(2)0(3)» for extended ones (score and maximum), or one sign per task.
 */

/** One task of a mask: its sign as printed and the maximum where the mask prints it, points. */
export interface MaskSign {
  readonly sign: string;
  readonly max: number | null;
}

const WITH_MAXIMA = /([^\s()]+?)\s*\((\d{1,2})\)/gu;
/** No exam has more tasks; a longer mask is no mask. */
const MOST_TASKS = 120;

/** Signs of a mask in the order of the tasks; empty for an empty cell. */
export function maskSigns(text: string): MaskSign[] {
  const bare = text.replace(/[\s\u00a0]+/gu, ' ').trim();
  if (bare === '') return [];
  if (bare.includes('(')) {
    const signs = [...bare.matchAll(WITH_MAXIMA)].map(([, sign, max]) => ({ sign, max: Number(max) }));
    const rest = bare.replace(WITH_MAXIMA, '').replace(/[\s;,|]+/gu, '');
    return (rest === '' ? signs : [...signs, { sign: rest, max: null }]).slice(0, MOST_TASKS);
  }
  const parts = /[;,|]|\S \S/u.test(bare) ? bare.split(/[;,| ]+/u) : [...bare];
  return parts.slice(0, MOST_TASKS).map((sign) => ({ sign, max: null }));
}

/** What the masks of one exam have in common. */
export class MaskShape {
  readonly #lengths = new Map<number, number>();
  /** Highest score seen per position, points: «+» means it there. */
  readonly #highest: number[] = [];
  readonly #maxima: (number | null)[] = [];
  #tasks: number | null = null;

  take(signs: readonly MaskSign[]): void {
    if (signs.length === 0) return;
    this.#tasks = null;
    this.#lengths.set(signs.length, (this.#lengths.get(signs.length) ?? 0) + 1);
    for (const [position, { sign, max }] of signs.entries()) {
      const score = /^\d{1,2}$/u.test(sign) ? Number(sign) : 1;
      this.#highest[position] = Math.max(this.#highest[position] ?? 1, score);
      this.#maxima[position] =
        max === null ? (this.#maxima[position] ?? null) : Math.max(this.#maxima[position] ?? 0, max);
    }
  }

  /** Tasks of the exam: the length of most masks, of equals the longer. */
  get tasks(): number {
    this.#tasks ??= [...this.#lengths].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
    return this.#tasks;
  }

  max(position: number): number | null {
    return this.#maxima[position] ?? null;
  }

  /**
   * A sign as the cell of a task: «+» is the full score, which is the maximum where the masks print it, else the highest
   * score that stands at this place in the file, else 1; the printed primary score shows whether that holds. «-» is no
   * point for a short answer; for an extended one it says that the task was not attempted.
   */
  cell({ sign, max }: MaskSign, position: number, response: 'short' | 'extended'): string | number {
    if (sign === '+') return max ?? this.#maxima[position] ?? this.#highest[position] ?? 1;
    if (/^[-–—−]$/u.test(sign)) return response === 'short' ? 0 : 'X';
    if (!/^\d{1,2}$/u.test(sign)) return sign;
    // «3(2)» is a slip of the hand that the mask itself shows.
    return max !== null && Number(sign) > max ? `${sign}(${max})` : Number(sign);
  }
}
