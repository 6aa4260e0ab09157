/** Why a packed file cannot be used. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const sidecarRefusals = {
  notPacked: {
    status: 422,
    ru: 'Файл «{path}» — не упакованные результаты. Упакуйте их: obektiv pack papers.parquet --spec spec.json --out papers.obk',
    en: 'The file “{path}” does not hold packed results. Pack them: obektiv pack papers.parquet --spec spec.json --out papers.obk',
  },
  otherVersion: {
    status: 422,
    ru: 'Файл «{path}» упакован другой версией программы (формат {found}, нужен {allowed}). Упакуйте исходные файлы заново.',
    en: 'The file “{path}” was packed by another version of the program (format {found}, needed {allowed}). Pack the source files anew.',
  },
  packedIncomplete: {
    status: 422,
    ru: 'Файл «{path}» неполный: в нём {found} байт из {allowed}. Скопируйте его заново или упакуйте исходные файлы ещё раз.',
    en: 'The file “{path}” is incomplete: {found} bytes of {allowed}. Copy it anew or pack the source files again.',
  },
  packedDamaged: {
    status: 422,
    ru: 'Файл «{path}» повреждён: содержимое не сходится с контрольными суммами. Скопируйте его заново или упакуйте исходные файлы ещё раз.',
    en: 'The file “{path}” is damaged: its contents do not agree with the checksums. Copy it anew or pack the source files again.',
  },
  packedUnreadable: {
    status: 404,
    ru: 'Файла «{path}» нет или он не читается. Проверьте путь.',
    en: 'There is no readable file “{path}”. Check the path.',
  },
} as const satisfies RefusalList;

export const refuseSidecar = refusals(sidecarRefusals);
