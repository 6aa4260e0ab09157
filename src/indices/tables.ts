/** Indices as spreadsheets. */
import type { Actor } from '#src/access/model.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import type { readIndex } from './actions.ts';
import type { readPairs } from './pairs.ts';
import { INDEX_FORMULA, INDEX_NAME, LITTLE_DATA, PAIRING, POSITION } from './text.ts';

type Index = Awaited<ReturnType<typeof readIndex>>;
type Pairs = Awaited<ReturnType<typeof readPairs>>;

export async function indexXlsx(index: Index, person: Actor): Promise<{ content: Buffer; name: string }> {
  const { language } = person;
  const ru = language === 'ru';
  const title = index.kind === null ? (ru ? 'Индексы' : 'Indices') : INDEX_NAME[index.kind][language];
  const formula = index.kind === null ? null : INDEX_FORMULA[index.kind];
  const gap = index.kind === null || index.kind === 'medal' ? '' : String(index.settings.gap[index.kind]);
  const level = ru
    ? { municipality: 'муниципалитет', school: 'школа' }
    : { municipality: 'municipality', school: 'school' };
  const rows = [
    ...index.municipalities.map((unit) => ({ ...unit, level: level.municipality })),
    ...index.schools.map((unit) => ({ ...unit, level: level.school })),
  ];
  const content = await writeTableXlsx({
    title,
    columns: [
      { header: ru ? 'Уровень' : 'Level', width: 16 },
      { header: ru ? 'Муниципалитет' : 'Municipality', width: 28 },
      { header: ru ? 'Название' : 'Name', width: 34 },
      { header: ru ? 'Числитель' : 'Numerator', type: 'integer', width: 12 },
      { header: ru ? 'Знаменатель' : 'Denominator', type: 'integer', width: 14 },
      { header: ru ? 'Доля' : 'Share', type: 'percent', width: 10 },
      { header: ru ? 'Интервал 95 %: от' : '95 % interval: from', type: 'percent', width: 18 },
      { header: ru ? 'до' : 'to', type: 'percent', width: 10 },
      { header: ru ? 'Сравнение с краем' : 'Against the region', width: 34 },
    ],
    rows: rows.map((unit) => [
      unit.level,
      unit.municipality,
      unit.name,
      unit.numerator,
      unit.denominator,
      unit.share,
      unit.denominator === 0 ? null : unit.low,
      unit.denominator === 0 ? null : unit.high,
      unit.position === null ? LITTLE_DATA[language] : POSITION[unit.position][language],
    ]),
    parameters: [
      [ru ? 'Год' : 'Year', String(index.year ?? '—')],
      [ru ? 'Числитель' : 'Numerator', formula ? formula.numerator[language].replace('{gap}', gap) : '—'],
      [ru ? 'Знаменатель' : 'Denominator', formula ? formula.denominator[language] : '—'],
      [
        ru ? 'Мало данных, если знаменатель меньше' : 'Little data below a denominator of',
        String(index.settings.minimum),
      ],
      [
        ru ? 'Естественный разброс школ, п. п.' : 'Natural spread of schools, p.p.',
        index.reference === null ? '—' : (index.reference.tau * 100).toFixed(1),
      ],
      [
        ru ? 'Важно' : 'Note',
        ru
          ? 'Формула наша, официальная не опубликована. Индекс — повод посмотреть работы, а не вывод о школе или учителе.'
          : 'The formula is ours, no official one is published. An index is a reason to look at papers, not a verdict on a school or a teacher.',
      ],
      [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
      [ru ? 'Дата' : 'Date', new Date()],
    ],
    language,
  });
  return { content, name: `${title} ${index.year ?? ''}`.trim() + '.xlsx' };
}

export async function pairsXlsx(pairs: Pairs, person: Actor): Promise<{ content: Buffer; name: string }> {
  const { language } = person;
  const ru = language === 'ru';
  const title = ru ? 'Те же ученики' : 'Same pupils';
  const content = await writeTableXlsx({
    title,
    columns: [
      { header: ru ? 'Муниципалитет' : 'Municipality', width: 28 },
      { header: ru ? 'Школа' : 'School', width: 34 },
      { header: ru ? 'Пар отметок' : 'Pairs', type: 'integer', width: 12 },
      { header: ru ? 'Сопоставлено' : 'Matched', type: 'percent', width: 14 },
      { header: ru ? 'Понизили' : 'Lowered', type: 'integer', width: 12 },
      { header: ru ? 'Подтвердили' : 'Confirmed', type: 'integer', width: 14 },
      { header: ru ? 'Повысили' : 'Raised', type: 'integer', width: 12 },
      { header: ru ? 'Средний разрыв' : 'Mean gap', unit: ru ? 'отметок' : 'marks', width: 16 },
      { header: ru ? 'Данных' : 'Data', width: 14 },
    ],
    rows: pairs.schools.map((row) => [
      row.municipality,
      row.name,
      row.pairs,
      row.matched,
      row.lowered,
      row.confirmed,
      row.raised,
      row.meanGap === null ? null : Number(row.meanGap.toFixed(2)),
      row.small ? LITTLE_DATA[language] : null,
    ]),
    parameters: [
      [ru ? 'Что сравнивается' : 'What is compared', PAIRING[pairs.pairing][language]],
      [ru ? 'Процедура и год' : 'Procedure and year', `${pairs.kind?.toUpperCase() ?? '—'} ${pairs.year ?? ''}`],
      [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
      [ru ? 'Дата' : 'Date', new Date()],
    ],
    language,
  });
  return { content, name: `${title}.xlsx` };
}
