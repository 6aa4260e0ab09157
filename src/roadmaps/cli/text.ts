/** What `obektiv roadmap` says about itself. */
import { defineText } from '#src/platform/ui/i18n.ts';

export const roadmapSummary = defineText({
  ru: 'читает дорожную карту (план мероприятий): мероприятия, сроки, ответственные, замечания',
  en: 'reads a roadmap (plan of measures): measures, deadlines, people, remarks',
});

export const roadmapText = defineText({
  ru: {
    help: `obektiv roadmap read ФАЙЛ [параметры]
obektiv roadmap lint ФАЙЛ [параметры]   замечания к плану и как их исправить
obektiv roadmap due ФАЙЛ [параметры]    какое мероприятие к какому дню
obektiv roadmap print ФАЙЛ --format docx|pdf|xlsx --out ФАЙЛ [--with remarks]   план в официальной форме

Читает план мероприятий или приказ с ним (DOCX, ODT, PDF, XLSX, HTML, текст) и показывает каждое мероприятие: номер, срок, ответственных,
ожидаемый результат, вид и замечания. Ничего не исправляет молча: непонятое перечислено отдельно.

  --school-year 2023/2024   учебный год плана; без него берётся из документа
  --json                    всё в JSON
  --format docx|pdf|xlsx    print: вид файла
  --out ФАЙЛ                print: куда записать
  --with remarks            print: с замечаниями под таблицей (DOCX и PDF)
  --lang ru|en              язык
  --help                    эта справка

Пример: obektiv roadmap read план.docx --json`,
    untitled: 'Без названия',
    noSection: 'Без раздела',
    approval: (by: string, order: string, date: string) => `Утверждён: ${by}, приказ № ${order} от ${date}`,
    schoolYear: (year: string) => `Учебный год: ${year}`,
    counts: (measures: string, warnings: string) => `Мероприятий: ${measures}, замечаний: ${warnings}`,
    number: '№',
    measure: 'Мероприятие',
    deadline: 'Срок',
    dates: 'Даты',
    responsible: 'Ответственные',
    kind: 'Вид мероприятия',
    opens: 'Начало',
    due: 'К какому дню',
    warnings: 'Замечания:',
    problems: 'Не понято:',
  },
  en: {
    help: `obektiv roadmap read FILE [options]
obektiv roadmap lint FILE [options]   remarks on the plan and how to mend them
obektiv roadmap due FILE [options]    which measure is due when
obektiv roadmap print FILE --format docx|pdf|xlsx --out FILE [--with remarks]   the plan in the official form

Reads a plan of measures, or an order with one (DOCX, ODT, PDF, XLSX, HTML, text), and shows each measure: number, deadline, people, expected
result, kind and remarks. Nothing is repaired silently: what was not understood is listed.

  --school-year 2023/2024   school year of the plan; without it the document is asked
  --json                    everything as JSON
  --format docx|pdf|xlsx    print: kind of file
  --out FILE                print: where to write
  --with remarks            print: with remarks below the table (DOCX and PDF)
  --lang ru|en              language
  --help                    this help

Example: obektiv roadmap read plan.docx --json`,
    untitled: 'Untitled',
    noSection: 'No section',
    approval: (by: string, order: string, date: string) => `Approved: ${by}, order ${order} of ${date}`,
    schoolYear: (year: string) => `School year: ${year}`,
    counts: (measures: string, warnings: string) => `Measures: ${measures}, remarks: ${warnings}`,
    number: 'No.',
    measure: 'Measure',
    deadline: 'Deadline',
    dates: 'Dates',
    responsible: 'Responsible',
    kind: 'Kind',
    opens: 'Begins',
    due: 'Due',
    warnings: 'Remarks:',
    problems: 'Not understood:',
  },
});
