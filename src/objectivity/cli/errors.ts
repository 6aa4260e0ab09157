/** Why `obektiv analyze` does not begin. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const analyzeRefusals = {
  papersNotNamed: {
    status: 400,
    ru: 'Не указан файл с результатами. Пример: obektiv analyze papers.csv --spec spec.json',
    en: 'No file of results is named. Example: obektiv analyze papers.csv --spec spec.json',
  },
  specNotNamed: {
    status: 400,
    ru: 'Не указано описание работ. Добавьте --spec spec.json',
    en: 'No description of works is named. Add --spec spec.json',
  },
  packedAlone: {
    status: 400,
    ru: 'Упакованный файл (.obk) указывается один, без других файлов.',
    en: 'A packed file (.obk) is named alone, without other files.',
  },
  outNotNamed: {
    status: 400,
    ru: 'Не указано, куда упаковать. Добавьте --out papers.obk',
    en: 'Where to pack is not named. Add --out papers.obk',
  },
  outNotPacked: {
    status: 400,
    ru: 'Имя упакованного файла оканчивается на .obk. Укажите, например, --out papers.obk',
    en: 'The name of a packed file ends in .obk. Name, for example, --out papers.obk',
  },
  referenceDamaged: {
    status: 400,
    ru: 'Файл «{path}» — не эталон честных результатов или сделан другой версией. Сделайте его заново: --freeze.',
    en: 'The file “{path}” is no honest reference, or one of another version. Make it anew with --freeze.',
  },
  referenceOfRegions: {
    status: 400,
    ru: '--reference и --freeze не сочетаются с --regions и --summary: эталон берётся для одного региона.',
    en: '--reference and --freeze do not go with --regions and --summary: a reference is for one region.',
  },
  outputIsInput: {
    status: 400,
    ru: 'Результат записался бы поверх исходного файла «{path}». Укажите в --out другой файл.',
    en: 'The result would overwrite the source file “{path}”. Name another file in --out.',
  },
} as const satisfies RefusalList;

export const refuseAnalyze = refusals(analyzeRefusals);
