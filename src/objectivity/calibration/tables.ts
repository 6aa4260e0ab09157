/** One pass over an administration: from papers to the integer tables that calibration needs. Pure. */
import { countPaper, emptyForm, tableWidth } from '#stats/irt-tables.ts';
import { NOT_ATTEMPTED } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import type { WorkTables } from '../spread/tables.ts';
import type { CalibrationTables, CalibrationVariant } from './model.ts';

/** Patterns of missing tasks beyond so many of one variant are rare ones; their papers are counted as left out. */
export const MOST_FORMS = 60;

interface Pattern {
  readonly rows: number[];
  readonly tasks: readonly number[];
}

export function calibrationTables(administration: Administration): CalibrationTables {
  const { tasks, size, scores, variants } = administration;
  const taskCount = tasks.length;
  const maxima = tasks.map(({ max }) => max);
  const width = tableWidth(maxima);
  const patterns = new Map<number, Map<string, Pattern>>();
  const leftOut = new Map<number, number>();
  for (let row = 0; row < size; row++) {
    const variant = variants[row]!;
    let missing = '';
    let sound = true;
    for (let task = 0; task < taskCount; task++) {
      const score = scores[row * taskCount + task]!;
      if (score < NOT_ATTEMPTED) missing += `${task},`;
      else if (score > maxima[task]!) sound = false;
    }
    const forms = patterns.get(variant) ?? new Map<string, Pattern>();
    patterns.set(variant, forms);
    let form = forms.get(missing);
    if (form === undefined) {
      const absent = new Set(missing.split(',').filter(Boolean).map(Number));
      form = { rows: [], tasks: [...tasks.keys()].filter((task) => !absent.has(task)) };
      forms.set(missing, form);
    }
    if (sound && form.tasks.length > 0) form.rows.push(row);
    else leftOut.set(variant, (leftOut.get(variant) ?? 0) + 1);
  }
  const points = new Int8Array(taskCount);
  const counted = (pattern: Pattern) => {
    const form = emptyForm(pattern.tasks, maxima);
    for (const row of pattern.rows) {
      pattern.tasks.forEach((task, position) => {
        points[position] = Math.max(0, scores[row * taskCount + task]!);
      });
      countPaper(form, points, width);
    }
    return form;
  };
  const several = patterns.size > 1;
  const result: CalibrationVariant[] = [...patterns]
    .sort(([a], [b]) => a - b)
    .map(([variant, forms]) => {
      const ordered = [...forms.values()]
        .filter(({ rows }) => rows.length > 0)
        .sort((a, b) => b.rows.length - a.rows.length);
      const rare = ordered.slice(MOST_FORMS).reduce((sum, { rows }) => sum + rows.length, 0);
      return {
        name: several ? (administration.variantNames?.[variant] ?? String(variant + 1)) || null : null,
        forms: ordered.slice(0, MOST_FORMS).map(counted),
        leftOut: (leftOut.get(variant) ?? 0) + rare,
      };
    });
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
