/** Why files of the exchange format cannot even be begun. What is wrong inside them is a problem, not a refusal. */
import { refusals, type RefusalList } from '#src/platform/errors.ts';

export const exchangeRefusals = {
  papersNotFound: {
    status: 404,
    ru: 'Файла «{path}» с результатами нет или он не читается. Проверьте путь.',
    en: 'There is no readable file of papers “{path}”. Check the path.',
  },
  specNotFound: {
    status: 404,
    ru: 'Файла «{path}» с описанием работ нет или он не читается. Проверьте путь.',
    en: 'There is no readable description of works “{path}”. Check the path.',
  },
} as const satisfies RefusalList;

export const refuseExchange = refusals(exchangeRefusals);
