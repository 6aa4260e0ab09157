/** Published lists and summaries of classes as spreadsheets. */
import type { Actor } from '#src/access/model.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import { TERM } from '../text.ts';
import type { readLists, readSummaries } from './actions.ts';
import type { ListFilter, SummaryFilter } from './model.ts';
import { CONCLUSION_FROM, SHOWN_FROM } from './rules.ts';

type Lists = Awaited<ReturnType<typeof readLists>>;
type Summaries = Awaited<ReturnType<typeof readSummaries>>;

export async function listsXlsx(
  { entries, municipalities }: Lists,
  filter: ListFilter,
  person: Actor,
): Promise<{ content: Buffer; name: string }> {
  const { language } = person;
  const ru = language === 'ru';
  const title = ru ? 'Школы в перечнях' : 'Schools in published lists';
  const place = municipalities.find(({ id }) => id === filter.municipality)?.name;
  const content = await writeTableXlsx({
    title,
    columns: [
      { header: ru ? 'Муниципалитет' : 'Municipality', width: 28 },
      { header: ru ? 'Школа' : 'School', width: 34 },
      { header: ru ? 'Год' : 'Year', width: 8 },
      { header: ru ? 'Перечень' : 'List', width: 50 },
      { header: ru ? 'Предмет' : 'Subject', width: 24 },
      { header: ru ? 'Параллель' : 'Grade', type: 'integer', width: 11 },
      { header: ru ? 'Примечание перечня' : 'Note of the list', width: 40 },
      { header: ru ? 'Кем опубликован' : 'Published by', width: 50 },
    ],
    rows: entries.map((row) => [
      row.municipality,
      row.school,
      String(row.year),
      row.list,
      row.subject,
      row.grade,
      row.note || null,
      row.source,
    ]),
    parameters: [
      [
        ru ? 'Отбор' : 'Filter',
        [filter.year, filter.list, place, filter.subject].filter((value) => value !== undefined).join(', ') || '—',
      ],
      [
        ru ? 'Что это' : 'What it is',
        ru
          ? 'Сведения перечней, как они опубликованы; признак — повод посмотреть и помочь. Наши расчёты стоят отдельно.'
          : 'What the lists say, as published; a sign is a reason to look and to help. Our own findings stand apart.',
      ],
      [ru ? 'Порядок' : 'Order', ru ? 'по названиям; это не рейтинг' : 'by names; this is not a ranking'],
      [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
      [ru ? 'Дата' : 'Date', new Date()],
    ],
    language,
  });
  return { content, name: `${title}.xlsx` };
}

const shareOf = (share: { numerator: number; denominator: number } | null): number | null =>
  share === null ? null : share.numerator / share.denominator;

export async function summariesXlsx(
  { summaries, schools, schoolYear, total }: Summaries,
  filter: SummaryFilter,
  person: Actor,
): Promise<{ content: Buffer; name: string }> {
  const { language } = person;
  const ru = language === 'ru';
  const title = ru ? 'Сводка отметок' : 'Summary of marks';
  const data = ru
    ? { suppressed: `меньше ${SHOWN_FROM} отметок`, little: 'мало данных', enough: null }
    : { suppressed: `fewer than ${SHOWN_FROM} marks`, little: 'little data', enough: null };
  const asked = [
    schoolYear === null ? undefined : `${schoolYear}/${String(schoolYear + 1).slice(2)}`,
    filter.term && TERM[filter.term][language],
    filter.subject,
    schools.find(({ municipalityId }) => municipalityId === filter.municipality)?.municipality,
    schools.find(({ id }) => id === filter.school)?.name,
  ];
  const content = await writeTableXlsx({
    title,
    columns: [
      { header: ru ? 'Муниципалитет' : 'Municipality', width: 28 },
      { header: ru ? 'Школа' : 'School', width: 34 },
      { header: ru ? 'Класс' : 'Class', width: 8 },
      { header: ru ? 'Предмет' : 'Subject', width: 24 },
      { header: ru ? 'Период' : 'Term', width: 16 },
      { header: ru ? 'Учеников' : 'Pupils', type: 'integer', width: 11 },
      ...([5, 4, 3, 2] as const).map((mark) => ({ header: `«${mark}»`, type: 'integer' as const, width: 7 })),
      { header: ru ? 'Без отметки' : 'Without a mark', type: 'integer', width: 13 },
      { header: ru ? 'Отметок всего' : 'Marks given', type: 'integer', width: 14 },
      { header: ru ? 'На «4» и «5»' : 'Marks 4 and 5', type: 'integer', width: 13 },
      { header: ru ? 'Качество' : 'Quality', type: 'percent', width: 11 },
      { header: ru ? 'На «3», «4» и «5»' : 'Marks 3, 4 and 5', type: 'integer', width: 17 },
      { header: ru ? 'Успеваемость' : 'Progress', type: 'percent', width: 14 },
      { header: ru ? 'Данных' : 'Data', width: 22 },
    ],
    rows: summaries.map((row) => [
      row.municipality,
      row.school,
      row.className,
      row.subject,
      TERM[row.term][language],
      row.pupils,
      ...([5, 4, 3, 2] as const).map((mark) => row.counts?.[mark] ?? null),
      row.unmarked,
      row.marks,
      row.quality?.numerator,
      shareOf(row.quality),
      row.progress?.numerator,
      shareOf(row.progress),
      data[row.data],
    ]),
    parameters: [
      [ru ? 'Отбор' : 'Filter', asked.filter(Boolean).join(', ') || '—'],
      [
        ru ? 'Как считается' : 'How it is counted',
        ru
          ? 'Качество — доля «4» и «5», успеваемость — доля «3», «4» и «5» среди выставленных отметок. Ученики без отметки не входят ни в числитель, ни в знаменатель.'
          : 'Quality is the share of 4 and 5, progress that of 3, 4 and 5, among the marks given. Pupils without a mark are in neither numerator nor denominator.',
      ],
      [
        ru ? 'Малые группы' : 'Small groups',
        ru
          ? `Меньше ${SHOWN_FROM} отметок не показывается; меньше ${CONCLUSION_FROM} — «мало данных», вывода нет.`
          : `Fewer than ${SHOWN_FROM} marks are not shown; fewer than ${CONCLUSION_FROM} are “little data”, without a conclusion.`,
      ],
      [ru ? 'Строк' : 'Rows', `${summaries.length} / ${total.rows}`],
      [ru ? 'Порядок' : 'Order', ru ? 'по названиям; это не рейтинг' : 'by names; this is not a ranking'],
      [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
      [ru ? 'Дата' : 'Date', new Date()],
    ],
    language,
  });
  return { content, name: `${title}.xlsx` };
}
