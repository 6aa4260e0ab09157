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
  outputIsInput: {
    status: 400,
    ru: 'Результат записался бы поверх исходного файла «{path}». Укажите в --out другой файл.',
    en: 'The result would overwrite the source file “{path}”. Name another file in --out.',
  },
} as const satisfies RefusalList;

export const refuseAnalyze = refusals(analyzeRefusals);
