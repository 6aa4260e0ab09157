/**
 * Pupils in tables of marks. Where the school gives a key of its own, the key is the pupil; where a name stands in its
 * place, the pupil is «№» and the row he first stands in, the same in every row of the table that names him in one class
 * of one school. The redacted copy is numbered by the same rule, so it reads as the original does.
 */
import type { TableRow } from '#src/platform/tables/source.ts';
import { cellText } from './cells.ts';
import { looksLikeKey } from './personal-facts.ts';

/** Columns of a table of marks that say who a pupil is, 0-based. */
export interface PupilColumns {
  /** The name, or its parts; a key may stand in the first of them. */
  readonly names: readonly number[];
  /** School and class, which tell namesakes apart. */
  readonly place: readonly number[];
}

export class PupilNumbers {
  readonly #columns: PupilColumns;
  readonly #first = new Map<string, number>();
  /** Whether a name stood anywhere. */
  named = false;

  constructor(columns: PupilColumns) {
    this.#columns = columns;
  }

  /** The key as it stands, «№12» for a name, '' where the row names nobody. */
  of(row: TableRow): string {
    const { names, place } = this.#columns;
    const texts = names.map((index) => cellText(row.values[index]).toLowerCase());
    const filled = texts.filter((text) => text !== '');
    if (filled.length === 0) return '';
    if (filled.length === 1 && looksLikeKey(filled[0])) {
      // A number of a row is what the redacted copy has in place of a name.
      this.named ||= /^№\d+$/u.test(filled[0]);
      return cellText(row.values[names[texts.indexOf(filled[0])]]);
    }
    this.named = true;
    const key = [...place.map((index) => cellText(row.values[index])), ...texts].join('\u0000');
    const first = this.#first.get(key) ?? row.number;
    this.#first.set(key, first);
    return `№${first}`;
  }
}
