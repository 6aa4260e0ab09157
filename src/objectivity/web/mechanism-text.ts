import { defineText } from '#src/platform/ui/i18n.ts';

/** Mechanisms as a row of a table names them. */
export const mechanismText = defineText({
  ru: {
    boundary: 'баллы у границы отметки',
    help: 'трудные задания и проверка',
    copying: 'одинаковые работы',
    level: 'уровень выше ожидаемого',
    marks: 'отметки и работа расходятся',
  },
  en: {
    boundary: 'scores at a mark boundary',
    help: 'hard tasks and scoring',
    copying: 'identical papers',
    level: 'level above expectation',
    marks: 'marks and test disagree',
  },
});
