/** A thread of the validation: one task at a time, a region or an oracle over the regions of one kind. */
import { parentPort } from 'node:worker_threads';
import { answerQuestions } from '../../threads/answer.ts';
import { answerTask, type Task } from './task.ts';

answerQuestions(parentPort!, async (task: Task) => ({ result: answerTask(task) }));
