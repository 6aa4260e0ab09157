/** One way in for every screen: a file or something pasted becomes a plan and a view of its source, or a refusal in words. */
import { Refusal } from '#src/platform/errors.ts';
import type { Source } from './blocks.ts';
import type { Roadmap } from './model.ts';
import { openPlan, openPasted } from './open.ts';
import { readRoadmap, type ReadOptions } from './read.ts';
import { type SourceView, sourceView } from './source-view.ts';

export type PlanReading =
  | { readonly roadmap: Roadmap; readonly view: SourceView; readonly refusal: null }
  | { readonly roadmap: null; readonly view: null; readonly refusal: Refusal };

/**
 * @param fileName as the person calls it: what a file is, its bytes say; the name only helps where they do not.
 * Never throws for anything that a file may hold.
 */
export function readPlanFile(bytes: Uint8Array, fileName: string, options: ReadOptions): Promise<PlanReading> {
  return readingOf(() => openPlan(bytes, fileName), options);
}

/** What the clipboard holds: the page's form of it where there is one, since it keeps the cells, otherwise the text. */
export function readPastedPlan(
  pasted: { readonly text?: string; readonly html?: string },
  options: ReadOptions,
): Promise<PlanReading> {
  return readingOf(() => openPasted(pasted), options);
}

async function readingOf(open: () => Promise<Source>, options: ReadOptions): Promise<PlanReading> {
  try {
    const source = await open();
    return { roadmap: readRoadmap(source, options), view: sourceView(source), refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { roadmap: null, view: null, refusal: error };
    throw error;
  }
}
