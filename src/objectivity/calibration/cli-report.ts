/** Calibrations as tables for reading, and as JSON. */
import { type TableColumn, printable, tableLines } from '#src/platform/terminal/table.ts';
import { formatNumber, percent } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { calibrateText } from './cli-text.ts';
import type { CalibratedVariant, Calibration, TaskCalibration } from './model.ts';
import { taskNotes, variantNotes } from './notes.ts';
import { solvedShare } from './rules.ts';
import { calibrationText } from './text.ts';

/** One work of the files. */
export interface CalibratedWork {
  readonly procedure: string;
  readonly subject: string;
  readonly grade: number;
  readonly calibration: Calibration;
}

export function* calibrationsTable(works: readonly CalibratedWork[], language: Language): Generator<string> {
  const t = calibrationText[language];
  for (const { procedure, subject, grade, calibration } of works) {
    yield `${printable(`${subject}, ${calibrateText[language].grade(grade)}. ${procedure}`)}\n\n`;
    const several = calibration.variants.length > 1;
    for (const variant of calibration.variants) {
      if (variant.name !== null) yield `${printable(t.variantOf(variant.name))}\n`;
      if (variant.kind === 'insufficient') yield `${t.insufficient(variant.given, variant.required)}\n\n`;
      if (variant.kind === 'undetermined') yield `${t.undetermined}\n\n`;
      if (variant.kind !== 'calibrated') continue;
      for (const line of tableLines(columnsOf(variant, language), variant.tasks)) yield `${line}\n`;
      yield `${variantNotes(variant, several, language).join(' ')}\n\n`;
    }
  }
  yield `${t.scaleNote}\n`;
}

function columnsOf(variant: CalibratedVariant, language: Language): TableColumn<TaskCalibration>[] {
  const t = calibrationText[language];
  const figure = (value: number | null): string => formatNumber(value, language, { digits: 2 });
  return [
    { title: t.task, cell: ({ id }) => id },
    { title: t.papers, align: 'right', cell: ({ papers }) => formatNumber(papers, language) },
    { title: t.solved, align: 'right', cell: (task) => percent(solvedShare(task), language) },
    { title: t.difficulty, align: 'right', cell: ({ difficulty }) => figure(difficulty) },
    { title: '±', align: 'right', cell: ({ error }) => figure(error) },
    {
      title: t.thresholds,
      align: 'right',
      // Of a task worth one point the threshold is the difficulty.
      cell: ({ max, thresholds }) => (max > 1 ? thresholds.map(figure).join('  ') : ''),
    },
    { title: t.infit, align: 'right', cell: ({ infit }) => figure(infit) },
    { title: t.outfit, align: 'right', cell: ({ outfit }) => figure(outfit) },
    // The longest column stands last: a narrow window breaks it and nothing else.
    { title: t.note, cell: (task) => taskNotes(task, variant, language).join('; ') },
  ];
}

/** Figures are as computed, in logits; what there is none of is null. */
export function* calibrationsJson(engineVersion: string, works: readonly CalibratedWork[]): Generator<string> {
  yield `${JSON.stringify({ engineVersion }).slice(0, -1)},"works":[`;
  let separator = '\n';
  for (const { procedure, subject, grade, calibration } of works) {
    yield separator + JSON.stringify({ procedure, subject, grade, ...calibration });
    separator = ',\n';
  }
  yield '\n]}\n';
}
