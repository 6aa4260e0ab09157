/** All markers of our own engine, in the order in which a finding explains them. */
import { boundary } from './boundary.ts';
import { extendedTasks } from './extended-tasks.ts';
import { hardTasks } from './hard-tasks.ts';
import { identicalWork } from './identical-work.ts';
import { level } from './level.ts';
import type { Marker } from './marker.ts';
import { marksAgainstTest } from './marks-against-test.ts';
import { taskProfile } from './profile.ts';

export const MARKERS: readonly Marker[] = [
  boundary,
  hardTasks,
  extendedTasks,
  taskProfile,
  identicalWork,
  level,
  marksAgainstTest,
];
