/** Names of the starter plans, for the page that offers them. */
import { defineText } from '#src/platform/ui/i18n.ts';
import type { StarterKind } from './model.ts';

interface Words {
  readonly name: string;
  readonly about: string;
}

export const starterText = defineText<Readonly<Record<StarterKind, Words>>>({
  ru: {
    school: {
      name: 'Школа',
      about: 'Полный план: все 63 вида мероприятий, от приказа о координаторе до ежемесячного отчёта. Лишнее удалите.',
    },
    gymnasium: {
      name: 'Гимназия или лицей',
      about: '5–11 классы: отметки против независимых работ, медалисты, олимпиады, кафедры, перекрёстная проверка.',
    },
    district: {
      name: 'Муниципалитет',
      about: 'План, который рассылается школам: наблюдатели, РМО, горячая линия, сводный отчёт каждый месяц.',
    },
  },
  en: {
    school: {
      name: 'School',
      about:
        'A full plan: all 63 kinds of measures, from appointing a coordinator to the monthly report. Remove what you do not need.',
    },
    gymnasium: {
      name: 'Gymnasium or lyceum',
      about: 'Grades 5 to 11: marks against independent tests, medallists, olympiads, departments, cross-checking.',
    },
    district: {
      name: 'Municipality',
      about: 'A plan that is sent to schools: observers, method unions, hotline, a consolidated report every month.',
    },
  },
});
