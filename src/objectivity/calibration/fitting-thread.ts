/** Calibrations on a thread, one after the other. */
import { parentPort } from 'node:worker_threads';
import { answerQuestions } from '../threads/answer.ts';
import { calibrate } from './calibrate.ts';
import type { CalibrationTables } from './model.ts';

answerQuestions(parentPort!, async (tables: CalibrationTables) => ({ result: calibrate(tables) }));
