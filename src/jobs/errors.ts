/** Refusals of jobs. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const jobRefusals = {
  alreadyEnded: {
    status: 409,
    ru: 'Задача уже закончилась, останавливать нечего.',
    en: 'The job has ended already; there is nothing to stop.',
  },
  notEnded: {
    status: 409,
    ru: 'Задача ещё идёт. Повторить можно остановленную или неудавшуюся.',
    en: 'The job is still going. A stopped or failed one can be started again.',
  },
} as const satisfies RefusalList;

export const refuse = refusals(jobRefusals);
