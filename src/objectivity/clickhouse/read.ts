/** Answers of a cluster put together as the integer tables that the engine computes from files. */
import type { Task } from '#src/results/model.ts';
import { cellStarts, markPlace, type VariantTable, type WorkTables } from '../spread/tables.ts';
import { refuseClickHouse } from './errors.ts';
import { type Statement, statements } from './statements.ts';

export interface ClickHouseWork {
  readonly procedure: string;
  readonly subject: string;
  readonly grade: number;
  readonly tasks: readonly Pick<Task, 'id' | 'max'>[];
}

/** Runs one statement with bound values and gives its rows, columns in the order of the statement. */
export type RunStatement = (
  statement: Statement,
  values: Readonly<Record<'procedure' | 'subject' | 'grade', string | number>>,
) => Promise<readonly (readonly unknown[])[]>;

/**
 * The tables of one work as `tablesOf` makes them from an Administration, integer for integer.
 * @returns null where the table has no row of the work.
 * @throws Refusal otherTasks where a row does not fit the described tasks.
 */
export async function readWorkTables(
  run: RunStatement,
  table: string,
  work: ClickHouseWork,
): Promise<WorkTables | null> {
  const { procedure, subject, grade } = work;
  const tasks = work.tasks.map(({ id, max }) => ({ id, max }));
  const all = Object.fromEntries(statements(table).map((each) => [each.name, each]));
  const rows = async (name: Statement['name']): Promise<number[][]> =>
    (await run(all[name]!, { procedure, subject, grade })).map((row) => row.map(Number));
  const [counts = []] = await rows('counts');
  const [papers = 0, absent = 0, classes = 0, schools = 0] = counts;
  if (papers + absent === 0) return null;
  const maximum = tasks.reduce((sum, { max }) => sum + max, 0);
  const totals = zeros(maximum + 1);
  for (const [total, count] of await rows('totals')) {
    if (total! > maximum) throw refuseClickHouse('otherTasks', { found: `${total} > ${maximum}` });
    totals[total!] = count!;
  }
  const marks = zeros(25);
  for (const [journal, mark, count] of await rows('marks')) marks[markPlace(journal!) * 5 + markPlace(mark!)] = count!;
  const cells = await run(all.cells!, { procedure, subject, grade });
  return {
    procedure,
    subject,
    grade,
    tasks,
    papers,
    absent,
    classes,
    schools,
    totals,
    marks,
    variants: variantTables(cells, tasks, maximum),
  };
}

function variantTables(
  rows: readonly (readonly unknown[])[],
  tasks: readonly { readonly id: string; readonly max: number }[],
  maximum: number,
): VariantTable[] {
  const starts = cellStarts(tasks);
  const width = starts.at(-1)!;
  const tables = new Map<string, { readonly totals: number[]; readonly cells: number[] }>();
  for (const [name, ...figures] of rows) {
    const [total, task, value, count] = figures.map(Number) as [number, number, number, number];
    const max = tasks[task - 1]?.max;
    if (max === undefined || value > max) {
      throw refuseClickHouse('otherTasks', { found: `${tasks[task - 1]?.id ?? task}: ${value} > ${max ?? 0}` });
    }
    let table = tables.get(String(name));
    if (table === undefined) {
      table = { totals: zeros(maximum + 1), cells: zeros((maximum + 1) * width) };
      tables.set(String(name), table);
    }
    table.cells[total * width + starts[task - 1]! + value] = count;
    // Every complete paper has one value of the first task.
    if (task === 1) table.totals[total]! += count;
  }
  return [...tables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([variant, table]) => ({ variant, ...table }));
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}
