/** One table over one work whose records lie in shared memory: the kernel's part of bench/country.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestions } from '#src/objectivity/threads/answer.ts';
import { Kernel } from '#src/objectivity/kernel/kernel.ts';
import { highestTotal } from '#src/objectivity/kernel/records.ts';
import {
  classSumsTable,
  classTotalsTable,
  marksTable,
  pairTable,
  putMask,
  stepTable,
  totalsTable,
  valueTable,
} from '#src/objectivity/kernel/tables.ts';
import type { PlacedWork, TableName, TablesData, TableTask } from './country-tables.ts';

const { memory, rooms, works } = workerData as TablesData;

answerQuestions(parentPort!, async ({ table, share, of }: TableTask) => {
  const kernel = new Kernel(memory, rooms[share]);
  // Neighbouring works, so that each thread reads memory in order.
  const own = works.slice(Math.floor((share * works.length) / of), Math.floor(((share + 1) * works.length) / of));
  const started = performance.now();
  let check = 0;
  for (const work of own) check += kernel.scope(() => one(kernel, table, work));
  return { result: { seconds: (performance.now() - started) / 1000, check } };
});

function one(kernel: Kernel, table: TableName, work: PlacedWork): number {
  const { shape, at, count, ends, highest } = work;
  if (table === 'scan') return Number(kernel.run.scan(at, Math.floor((count * shape.stride) / 64) * 64) & 1n);
  const placed = { shape, at, count, highest, mask: putMask(kernel, shape) };
  switch (table) {
    case 'totals':
      return totalsTable(kernel, placed).length;
    case 'marks':
      return marksTable(kernel, placed).length;
    case 'classTotals':
      return classTotalsTable(kernel, placed, ends).length;
    case 'classSums':
      return classSumsTable(kernel, placed, ends).sums.length;
    case 'taskByGroup': {
      const groups = work.variants * (highestTotal(shape) + 1);
      return valueTable(kernel, placed, null, groups).sizes.length;
    }
    case 'pairs':
      return pairTable(kernel, placed, ends, 3).near.length;
    case 'steps':
      return stepTable(kernel, placed).counts.length;
  }
}
