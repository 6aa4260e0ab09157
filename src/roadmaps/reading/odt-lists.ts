/** Numbers of OpenDocument lists: a style says how each level is numbered, the number itself is counted by whoever shows it. */
import { attribute } from './docx-numbering.ts';

type Attributes = Readonly<Record<string, string>>;

interface Level {
  readonly format: string;
  readonly suffix: string;
  readonly shown: number;
}

const MOST_LEVELS = 10;

export class OdtLists {
  readonly #styles = new Map<string, Level[]>();
  readonly #counts = new Map<string, number[]>();
  /** Styles of the open lists; an inner list without a style goes on with the outer's. */
  readonly #open: string[] = [];
  #style = '';
  #fresh = false;

  open(name: string, attributes: Attributes): void {
    if (name === 'list-style') {
      this.#style = attribute(attributes, 'name') ?? '';
      this.#styles.set(this.#style, []);
    } else if (name === 'list-level-style-number') {
      const level = Number(attribute(attributes, 'level') ?? 1) - 1;
      const levels = this.#styles.get(this.#style);
      if (levels === undefined || !(level >= 0 && level < MOST_LEVELS)) return;
      levels[level] = {
        format: attribute(attributes, 'num-format') ?? '',
        suffix: attribute(attributes, 'num-suffix') ?? '',
        shown: Number(attribute(attributes, 'display-levels') ?? 1),
      };
    } else if (name === 'list') this.#open.push(attribute(attributes, 'style-name') ?? this.#open.at(-1) ?? '');
    else if (name === 'list-item') this.#fresh = true;
  }

  close(name: string): void {
    if (name === 'list') this.#open.pop();
    if (name === 'list-item') this.#fresh = false;
  }

  /** The number of the item whose first paragraph begins; empty for any other paragraph and for bullets. */
  takeNumber(): string {
    if (!this.#fresh || this.#open.length === 0) return '';
    this.#fresh = false;
    const style = this.#open.at(-1) ?? '';
    const at = this.#open.length - 1;
    const levels = this.#styles.get(style) ?? [];
    const level = levels[at];
    if (level === undefined || level.format === '') return '';
    const counts = this.#counts.get(style) ?? [];
    this.#counts.set(style, counts);
    for (let above = 0; above < at; above += 1) counts[above] ??= 1;
    counts[at] = (counts[at] ?? 0) + 1;
    counts.length = at + 1;
    const shown = counts.slice(Math.max(0, counts.length - level.shown));
    return `${shown.join('.')}${level.suffix}`;
  }
}
