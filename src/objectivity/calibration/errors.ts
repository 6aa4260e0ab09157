/** Why `obektiv calibrate` does not begin. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const calibrateRefusals = {
  papersNotNamed: {
    status: 400,
    ru: 'Не указан файл с результатами. Пример: obektiv calibrate papers.csv --spec spec.json',
    en: 'No file of results is named. Example: obektiv calibrate papers.csv --spec spec.json',
  },
  specNotNamed: {
    status: 400,
    ru: 'Не указано описание работ. Добавьте --spec spec.json',
    en: 'No description of works is named. Add --spec spec.json',
  },
  outputIsInput: {
    status: 400,
    ru: 'Результат записался бы поверх исходного файла «{path}». Укажите в --out другой файл.',
    en: 'The result would overwrite the source file “{path}”. Name another file in --out.',
  },
} as const satisfies RefusalList;

export const refuseCalibrate = refusals(calibrateRefusals);
