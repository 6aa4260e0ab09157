/** All methods, in the order of the page «Методы»: markers as a finding explains them, then what they share. */
import type { Method } from './model.ts';
import { boundaryMethod } from './pages/boundary.ts';
import { calibrationMethod, combinationMethod, decisionMethod, referenceMethod } from './pages/frame.ts';
import { levelMethod, marksMethod } from './pages/marks.ts';
import { identicalWorkMethod } from './pages/papers.ts';
import { recheckMethod } from './pages/recheck.ts';
import { externalConfirmationMethod, varianceAndBlanksMethod } from './pages/support.ts';
import { extendedTasksMethod, hardTasksMethod, profileMethod } from './pages/tasks.ts';

export const METHODS: readonly Method[] = [
  boundaryMethod,
  hardTasksMethod,
  extendedTasksMethod,
  profileMethod,
  identicalWorkMethod,
  levelMethod,
  marksMethod,
  externalConfirmationMethod,
  varianceAndBlanksMethod,
  recheckMethod,
  referenceMethod,
  combinationMethod,
  decisionMethod,
  calibrationMethod,
];

export function methodOf(id: string): Method | null {
  return METHODS.find((method) => method.id === id) ?? null;
}
