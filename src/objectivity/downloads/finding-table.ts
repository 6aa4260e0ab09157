/** The figures of one finding as a spreadsheet. */
import type { Language } from '#src/platform/ui/i18n.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import { type Answer, unitOf } from '../finding-answer.ts';
import type { MarkerResult } from '../model.ts';
import { markerName } from '../text.ts';
import { explain } from '../wording/explain.ts';

export async function findingTable(
  answer: Answer,
  asked: {
    readonly markers: readonly MarkerResult[];
    readonly evidence: number;
    readonly engineVersion: string;
    readonly analysedAt: Date;
    readonly person: string;
  },
  language: Language,
) {
  const ru = language === 'ru';
  const { markers } = asked;
  const unit = unitOf(answer, markers, asked.evidence);
  return writeTableXlsx({
    title: ru ? 'Признаки единицы' : 'Signs of the unit',
    columns: [
      { header: ru ? 'Показатель' : 'Marker', width: 40 },
      { header: ru ? 'Статистика' : 'Statistic', type: 'decimal', width: 12 },
      { header: ru ? 'Вероятность p' : 'p-value', type: 'decimal', digits: 6, width: 14 },
      { header: ru ? 'Эффект' : 'Effect', type: 'decimal', width: 12 },
      { header: ru ? 'Работ' : 'Papers', type: 'integer', width: 10 },
      { header: ru ? 'Пояснение' : 'Explanation', width: 100 },
    ],
    rows: markers.map((marker) =>
      marker.kind === 'computed'
        ? [
            markerName(marker.id, language),
            marker.statistic,
            marker.p,
            marker.effect.value,
            marker.participants,
            explain(marker, unit, language),
          ]
        : [markerName(marker.id, language), null, null, null, marker.given, explain(marker, unit, language)],
    ),
    parameters: [
      [ru ? 'Муниципалитет' : 'Municipality', answer.municipality.name],
      [ru ? 'Школа' : 'School', answer.school?.name ?? '—'],
      [ru ? 'Класс' : 'Class', answer.className ?? '—'],
      [ru ? 'Работа' : 'Work', `${answer.procedure}, ${answer.subject}, ${answer.grade}`],
      [ru ? 'Работ' : 'Papers', answer.participants],
      [ru ? 'Версия расчёта' : 'Engine version', asked.engineVersion],
      [ru ? 'Рассчитано' : 'Computed', asked.analysedAt],
      [ru ? 'Кто скачал' : 'Downloaded by', asked.person],
      [ru ? 'Дата' : 'Date', new Date()],
    ],
    language: language,
  });
}
