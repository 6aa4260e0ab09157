/** The calibration of a work as a spreadsheet: a row for each task of each variant. */
import type { TableDocument, TableValue } from '#src/platform/tables/write.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { RESPONSE_TYPE } from '#src/results/text.ts';
import { ENGINE_VERSION } from '../analysis/version.ts';
import { taskNotes, variantNotes } from './notes.ts';
import type { ShownCalibration } from './region-calibration.ts';
import { solvedShare } from './rules.ts';
import { calibrationText } from './text.ts';

export function calibrationSheet(shown: ShownCalibration, downloadedBy: string, language: Language): TableDocument {
  const t = calibrationText[language];
  const ru = language === 'ru';
  const { work, variants } = shown;
  const thresholds = Math.max(1, ...work.tasks.map(({ max }) => max));
  const rows = variants.flatMap((variant): TableValue[][] =>
    variant.kind !== 'calibrated'
      ? []
      : variant.tasks.map((task) => [
          variant.name,
          task.id,
          task.max,
          RESPONSE_TYPE[work.tasks[task.task]!.response][language],
          task.papers,
          solvedShare(task),
          task.difficulty,
          task.error,
          task.infit,
          task.outfit,
          task.information,
          ...Array.from({ length: thresholds }, (_, k) => [task.thresholds[k], task.thresholdErrors[k]]).flat(),
          taskNotes(task, variant, language).join('; '),
        ]),
  );
  return {
    title: ru ? 'Трудность заданий' : 'Difficulty of tasks',
    columns: [
      { header: t.variant, width: 10 },
      { header: t.task, width: 10 },
      { header: t.maximum, type: 'integer', width: 10 },
      { header: ru ? 'Ответ' : 'Answer', width: 16 },
      { header: t.papers, type: 'integer', width: 10 },
      { header: t.solved, type: 'percent', width: 10 },
      { header: t.difficulty, unit: t.logits, type: 'decimal', digits: 3, width: 12 },
      { header: t.error, unit: t.logits, type: 'decimal', digits: 3, width: 12 },
      { header: t.infit, type: 'decimal', width: 10 },
      { header: t.outfit, type: 'decimal', width: 10 },
      { header: t.information, type: 'decimal', width: 12 },
      ...Array.from({ length: thresholds }, (_, k) => [
        { header: ru ? `Порог ${k + 1}` : `Threshold ${k + 1}`, unit: t.logits, type: 'decimal', digits: 3 } as const,
        {
          header: ru ? `Ошибка порога ${k + 1}` : `Error of threshold ${k + 1}`,
          unit: t.logits,
          type: 'decimal',
          digits: 3,
        } as const,
      ]).flat(),
      { header: t.note, width: 60 },
    ],
    rows,
    parameters: [
      [ru ? 'Работа' : 'Work', `${work.procedure}, ${work.subject}, ${work.grade}`],
      ...variants.map((variant): readonly [string, TableValue] => [
        variant.name === null ? (ru ? 'Работы' : 'Papers') : t.variantOf(variant.name),
        variantWords(variant, variants.length > 1, language),
      ]),
      [ru ? 'Шкала' : 'Scale', t.scaleNote],
      [
        ru ? 'Метод' : 'Method',
        ru
          ? 'модель Раша и модель частичного зачёта (Masters 1982), условное максимальное правдоподобие'
          : 'Rasch and partial-credit model (Masters 1982), conditional maximum likelihood',
      ],
      [ru ? 'Версия расчёта' : 'Engine version', ENGINE_VERSION],
      [ru ? 'Кто скачал' : 'Downloaded by', downloadedBy],
      [ru ? 'Дата' : 'Date', new Date()],
    ],
    language,
  };
}

function variantWords(variant: ShownCalibration['variants'][number], several: boolean, language: Language): string {
  const t = calibrationText[language];
  switch (variant.kind) {
    case 'calibrated':
      return variantNotes(variant, several, language).join(' ');
    case 'insufficient':
      return t.insufficient(variant.given, variant.required);
    case 'undetermined':
      return t.undetermined;
    case 'withheld':
      return t.withheld(variant.required);
  }
}
