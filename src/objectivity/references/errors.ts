/** Why a reference is not frozen. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const referenceRefusals = {
  notObserved: {
    status: 409,
    ru: 'Процедура «{name}» не отмечена как проведённая с внешними наблюдателями. Отметьте это на странице любой её работы, если так и было.',
    en: 'The procedure “{name}” is not marked as run with outside observers. Mark it on the page of any of its works, if so it was.',
  },
  tooFewPapers: {
    status: 409,
    ru: 'В процедуре «{name}» работ {papers}, а для эталона нужно не меньше {needed}. Загрузите результаты и повторите.',
    en: 'The procedure “{name}” has {papers} papers, and a reference needs {needed} or more. Load results and try again.',
  },
  alreadyRetired: {
    status: 409,
    ru: 'Этот эталон уже не действует.',
    en: 'This reference is no longer in force.',
  },
} as const satisfies RefusalList;

export const refuseReference = refusals(referenceRefusals);
