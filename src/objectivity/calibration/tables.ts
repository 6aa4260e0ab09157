/** One pass over an administration: from papers to the integer tables that calibration needs. Pure. */
import { countPaper, emptyForm, tableWidth } from '#stats/irt-tables.ts';
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import type { WorkTables } from '../spread/tables.ts';
import type { CalibrationTables, CalibrationVariant } from './model.ts';

/** Patterns of missing tasks beyond so many of one variant are rare ones; their papers are counted as left out. */
export const MOST_FORMS = 60;

type CountedForm = ReturnType<typeof emptyForm> & { papers: number };

/** The forms of one variant as they are met. */
class VariantForms {
  readonly #maxima: readonly number[];
  readonly #byMissing = new Map<string, CountedForm>();
  leftOut = 0;

  constructor(maxima: readonly number[]) {
    this.#maxima = maxima;
  }

  /** @param missing numbers of the missing tasks, each followed by a comma. */
  form(missing: string): CountedForm {
    const known = this.#byMissing.get(missing);
    if (known !== undefined) return known;
    const absent = new Set(missing.split(',').filter(Boolean).map(Number));
    const tasks = [...this.#maxima.keys()].filter((task) => !absent.has(task));
    const form = { ...emptyForm(tasks, this.#maxima), papers: 0 };
    this.#byMissing.set(missing, form);
    return form;
  }

  named(name: string | null): CalibrationVariant {
    const ordered = [...this.#byMissing.values()]
      .filter(({ papers }) => papers > 0)
      .sort((a, b) => b.papers - a.papers);
    const rare = ordered.slice(MOST_FORMS).reduce((sum, { papers }) => sum + papers, 0);
    return {
      name,
      forms: ordered.slice(0, MOST_FORMS).map(({ tasks, totals, cells }) => ({ tasks, totals, cells })),
      leftOut: this.leftOut + rare,
    };
  }
}

export function calibrationTables(administration: Administration): CalibrationTables {
  const { tasks, size, scores, variants, variantNames } = administration;
  const taskCount = tasks.length;
  const maxima = tasks.map(({ max }) => max);
  const width = tableWidth(maxima);
  const byVariant = new Map<number, VariantForms>();
  const points = new Int8Array(taskCount);
  for (let row = 0; row < size; row++) {
    const variant = variants[row]!;
    let own = byVariant.get(variant);
    if (own === undefined) byVariant.set(variant, (own = new VariantForms(maxima)));
    let missing = '';
    let set = 0;
    let sound = true;
    for (let task = 0; task < taskCount; task++) {
      const score = scores[row * taskCount + task]!;
      if (score < NOT_ATTEMPTED) missing += `${task},`;
      else {
        points[set++] = Math.max(0, score);
        sound &&= score <= maxima[task]!;
      }
    }
    if (sound && set > 0) {
      const form = own.form(missing);
      form.papers++;
      countPaper(form, points, width);
    } else own.leftOut++;
  }
  const several = byVariant.size > 1;
  const result = [...byVariant]
    .sort(([a], [b]) => a - b)
    .map(([variant, own]) => own.named(several ? (variantNames?.[variant] ?? String(variant + 1)) || null : null));
  return { tasks: tasks.map(({ id, max }) => ({ id, max })), width, variants: result };
}

/** The same from tables that were counted elsewhere, in parts, of any number of papers; they hold complete papers only. */
export function fromWorkTables({ tasks, variants }: WorkTables): CalibrationTables {
  const maxima = tasks.map(({ max }) => max);
  const width = tableWidth(maxima);
  return {
    tasks,
    width,
    variants: variants.map(({ variant, totals, cells }) => {
      const form = emptyForm([...tasks.keys()], maxima);
      form.totals.set(totals);
      const across = cells.length / totals.length;
      for (let total = 0; total < totals.length; total++) {
        let from = total * across;
        maxima.forEach((max, task) => {
          form.cells.set(cells.slice(from, from + max + 1), (total * maxima.length + task) * width);
          from += max + 1;
        });
      }
      return { name: variants.length > 1 ? variant || null : null, forms: [form], leftOut: 0 };
    }),
  };
}
