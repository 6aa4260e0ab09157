/** The list of findings as a spreadsheet. */
import type { Language } from '#src/platform/ui/i18n.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import type { WorkRow } from '#src/results/store.ts';
import type { Answer } from '../finding-answer.ts';
import type { FindingFilter } from '../store.ts';
import { mechanismName, strengthName } from '../text.ts';

/** @param asked the conditions of the list, the work that they name, and who asks. */
export async function findingsTable(
  rows: readonly Answer[],
  asked: { readonly filter: FindingFilter; readonly work: WorkRow | undefined; readonly person: string },
  language: Language,
) {
  const ru = language === 'ru';
  const chosen = asked.work;
  const levels = ru
    ? { class: 'класс', school: 'школа', municipality: 'муниципалитет' }
    : { class: 'class', school: 'school', municipality: 'municipality' };
  const shows = ru
    ? { signalled: 'с признаками', all: 'все', insufficient: 'мало работ' }
    : { signalled: 'with signs', all: 'all', insufficient: 'too few papers' };
  const filter = [
    shows[asked.filter.show],
    asked.filter.level && levels[asked.filter.level],
    chosen && `${chosen.procedure}, ${chosen.subject}, ${chosen.grade}`,
    asked.filter.mechanism && mechanismName(asked.filter.mechanism, language),
    asked.filter.search,
  ].filter(Boolean);
  return writeTableXlsx({
    title: ru ? 'Признаки' : 'Signs',
    columns: [
      { header: ru ? 'Муниципалитет' : 'Municipality', width: 28 },
      { header: ru ? 'Школа' : 'School', width: 34 },
      { header: ru ? 'Класс' : 'Class', width: 8 },
      { header: ru ? 'Уровень' : 'Level', width: 14 },
      { header: ru ? 'Процедура' : 'Procedure', width: 28 },
      { header: ru ? 'Предмет' : 'Subject', width: 22 },
      { header: ru ? 'Параллель' : 'Grade', type: 'integer', width: 10 },
      { header: ru ? 'Признак' : 'Sign', width: 44 },
      { header: ru ? 'Сила' : 'Strength', width: 14 },
      { header: ru ? 'Работ' : 'Papers', type: 'integer', width: 9 },
      { header: ru ? 'Отсутствовали' : 'Absent', type: 'integer', width: 14 },
      {
        header: ru ? 'Вероятность, что сигнал ложный' : 'Probability that the signal is false',
        type: 'percent',
        width: 20,
      },
    ],
    rows: rows.map((row) => [
      row.municipality.name,
      row.school?.name ?? null,
      row.className,
      levels[row.level],
      row.procedure,
      row.subject,
      row.grade,
      row.mechanisms.map((mechanism) => mechanismName(mechanism, language)).join('; '),
      strengthName(row.strength, language),
      row.participants,
      row.absent,
      row.localFdr,
    ]),
    parameters: [
      [ru ? 'Отбор' : 'Filter', filter.join(', ')],
      [
        ru ? 'Что это' : 'What it is',
        ru
          ? 'Признак — повод посмотреть и помочь, а не вывод о чьей-либо работе.'
          : 'A sign is a reason to look and to help, never a verdict.',
      ],
      [ru ? 'Порядок' : 'Order', ru ? 'по названиям; это не рейтинг' : 'by names; this is not a ranking'],
      [ru ? 'Кто скачал' : 'Downloaded by', asked.person],
      [ru ? 'Дата' : 'Date', new Date()],
    ],
    language: language,
  });
}
