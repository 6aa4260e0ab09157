/** Refusals of organisations. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const organizationRefusals = {
  cannotHaveChildren: {
    status: 400,
    ru: 'В школу нельзя добавить организацию. Добавьте в ней класс.',
    en: 'An organisation cannot be added to a school. Add a class to it.',
  },
  codeTaken: {
    status: 409,
    ru: 'Код «{code}» уже есть у другой организации. Проверьте логин ФИС ОКО.',
    en: 'The code “{code}” belongs to another organisation. Check the FIS OKO login.',
  },
  notASchool: {
    status: 400,
    ru: 'Это можно сделать только со школой.',
    en: 'This can be done with a school only.',
  },
  cannotMerge: {
    status: 400,
    ru: 'Школу можно присоединить к другой действующей школе того же муниципалитета.',
    en: 'A school can be merged into another open school of the same municipality.',
  },
  notYet: {
    status: 400,
    ru: 'Этот день ещё не наступил. Внесите присоединение, когда оно состоится.',
    en: 'That day has not come yet. Enter the merger when it has happened.',
  },
  classExists: {
    status: 409,
    ru: 'Класс {name} в этом учебном году уже есть.',
    en: 'Class {name} exists in this school year already.',
  },
  endsBeforeStart: {
    status: 400,
    ru: 'Дата окончания раньше даты начала.',
    en: 'The last day is before the first.',
  },
  closed: {
    status: 409,
    ru: 'Организация закрыта {day}; изменить её нельзя.',
    en: 'The organisation closed on {day} and cannot be changed.',
  },
} as const satisfies RefusalList;

export const refuse = refusals(organizationRefusals);
