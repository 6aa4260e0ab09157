/** Why a deadline is not looked at. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const deadlineRefusals = {
  wordsMissing: {
    status: 400,
    ru: 'Не указан срок. Пример: obektiv deadline "до 30 ноября" --school-year 2026/2027',
    en: 'No deadline is given. Example: obektiv deadline "до 30 ноября" --school-year 2026/2027',
  },
} as const satisfies RefusalList;

export const refuseDeadline = refusals(deadlineRefusals);
