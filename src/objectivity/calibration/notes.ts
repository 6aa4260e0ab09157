/** What is worth saying of a task in words, beside its figures. */
import type { Language } from '#src/platform/ui/i18n.ts';
import type { CalibratedVariant, TaskCalibration } from './model.ts';
import { disordered, fitOf, scarceScores } from './rules.ts';
import { calibrationText } from './text.ts';

/** Short phrases, the weightiest first; empty where the task does what it should. */
export function taskNotes(task: TaskCalibration, variant: CalibratedVariant, language: Language): string[] {
  const t = calibrationText[language];
  const notes: string[] = [];
  if (task.noDifficulty !== null) notes.push(t.reasons[task.noDifficulty]);
  const drift = variant.link?.drifted.find((each) => each.task === task.task);
  if (drift) notes.push(t.drift(drift.difference));
  const fit = fitOf(task);
  if (fit !== null && fit !== 'usual') notes.push(t.fits[fit]);
  // Of a task that all solved, or nobody, the first phrase has said it.
  if (task.noDifficulty === null && task.emptyScores.length > 0) notes.push(t.emptyScores(task.emptyScores.join(', ')));
  const scarce = scarceScores(task);
  if (task.noDifficulty === null && scarce.length > 0) notes.push(t.scarceScores(scarce.join(', ')));
  if (disordered(task)) notes.push(t.disordered);
  return notes;
}

/** What is worth saying of a variant: its population, reliability, link, and where strong and weak differ. */
export function variantNotes(variant: CalibratedVariant, several: boolean, language: Language): string[] {
  const t = calibrationText[language];
  const { population, reliability, link, linked, uniformity, leftOut } = variant;
  return [
    t.population(population.mean, population.deviation),
    ...(reliability === null ? [] : [t.reliability(reliability)]),
    ...(link === null ? [] : [t.link(link.held, link.shift, link.error)]),
    ...(several && !linked ? [t.unlinked] : []),
    ...(uniformity === null ? [] : [t.uniform(uniformity.most.id, uniformity.most.difference)]),
    ...(leftOut === 0 ? [] : [t.leftOut(leftOut)]),
  ];
}
