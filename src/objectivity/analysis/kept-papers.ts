/**
 * Packed papers of works beside the database: what an analysis has loaded, for the next one. They can be deleted at any time;
 * a file that is damaged, or packed for other tasks, is as good as none.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkRow } from '#src/results/store.ts';
import type { Administration } from '../engine/administration.ts';
import { Sidecar } from '../sidecar/read.ts';
import { SidecarWriter } from '../sidecar/write.ts';

export interface KeptClass {
  /** Number of the class in the tree. */
  readonly group: number;
  /** Place among the administration's classes. */
  readonly position: number;
  readonly start: number;
  /** One past its last paper. */
  readonly end: number;
}

export interface KeptPapers {
  readonly administration: Administration;
  /** What the work was when they were kept (matrix.ts, workStamps). */
  readonly stamp: string | undefined;
  readonly schoolCount: number;
  readonly revisionOf: (school: number) => string | undefined;
  /** In the order of their numbers. */
  readonly classesOf: (school: number) => readonly KeptClass[];
}

function pathOf(folder: string, workId: number): string {
  return join(folder, `work-${workId}.obk`);
}

/** More variants than the matrix tells apart are not in it: such a work is loaded anew each time. */
const MOST_VARIANTS = 250;

function saysVariants({ variantNames, variants }: Administration): boolean {
  const named = variantNames?.length ?? 0;
  return named > 0 && named <= MOST_VARIANTS && variants.every((variant) => variant < named);
}

/** null when nothing that can be used was kept. */
export function keptPapers(folder: string, work: Pick<WorkRow, 'id' | 'tasks'>): KeptPapers | null {
  try {
    const sidecar = new Sidecar(pathOf(folder, work.id));
    try {
      const packed = sidecar.works[0];
      const sameTasks = JSON.stringify(shapeOf(packed?.tasks ?? [])) === JSON.stringify(shapeOf(work.tasks));
      if (packed?.revisions === undefined || !sameTasks) return null;
      return { ...indexed(sidecar.read(0), packed.revisions), stamp: packed.stamp };
    } finally {
      sidecar.close();
    }
  } catch {
    return null;
  }
}

/** Keeps the papers. A disk that is full costs the next analysis time and nothing else. */
export function keepPapers(
  folder: string,
  workId: number,
  administration: Administration,
  revisions: ReadonlyMap<number, string>,
  stamp: string | undefined,
): void {
  if (!saysVariants(administration)) return;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const writer = new SidecarWriter(pathOf(folder, workId));
    try {
      writer.add(administration, '', {
        revisions: Object.fromEntries(revisions),
        ...(stamp === undefined ? {} : { stamp }),
      });
      writer.finish();
    } catch (error) {
      writer.abandon();
      throw error;
    }
  } catch {
    // The papers are in the database.
  }
}

/** What a record's bytes depend on. */
function shapeOf(tasks: WorkRow['tasks']): unknown {
  return tasks.map(({ id, max }) => [id, max]);
}

function indexed(
  administration: Administration,
  revisions: Readonly<Record<string, string>>,
): Omit<KeptPapers, 'stamp'> {
  const { classes, schools, classOf, size } = administration;
  const ends = new Int32Array(classes.length);
  for (let paper = 0; paper < size; paper += 1) ends[classOf[paper]!]! += 1;
  const bySchool = new Map<number, KeptClass[]>();
  let start = 0;
  classes.forEach(({ school, name }, position) => {
    const end = start + ends[position]!;
    const number = Number(schools[school]!.name);
    const own = { group: Number(name), position, start, end };
    const others = bySchool.get(number);
    if (others === undefined) bySchool.set(number, [own]);
    else others.push(own);
    start = end;
  });
  return {
    administration,
    schoolCount: Object.keys(revisions).length,
    revisionOf: (school) => revisions[String(school)],
    classesOf: (school) => bySchool.get(school) ?? [],
  };
}
