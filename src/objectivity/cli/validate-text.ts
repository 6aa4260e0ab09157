import { defineText } from '#src/platform/ui/i18n.ts';

/** Words of `obektiv validate` that no other place needs. */
export const validateSummary = defineText({
  ru: 'проверка движка на смоделированных регионах',
  en: 'validation of the engine on simulated regions',
});

export const validateText = defineText({
  ru: {
    help: `obektiv validate [параметры]

Моделирует регионы, в которых известно, что сделано с какой работой, и показывает рядом движок, простые правила
и алгоритм, обученный на ответах: AUC по видам искажений, сколько найдено, сколько из сигналов ложных.

  --seeds ЧИСЛО            регионов каждого вида, по умолчанию 20
  --strength ЧИСЛО         доза: 1 — полная, 0.5 — половина; без него полная, а в основном генераторе и половина
  --regime ВИД             strong, natural или both, по умолчанию both
  --generator ГЕНЕРАТОР    first, second или both, по умолчанию both
  --schools ЧИСЛО          школ в регионе, по умолчанию 120
  --threads ЧИСЛО          потоков, по умолчанию по числу ядер
  --json                   JSON вместо таблиц
  --out ПАПКА              записать validation.md, validation.json и рисунки
  --lang ru|en             язык
  --help                   эта справка

Двадцать регионов каждого вида на двух ядрах занимают около десяти минут. Ctrl+C останавливает; файлы при этом не меняются.
Пример: obektiv validate --seeds 20 --out docs`,
  },
  en: {
    help: `obektiv validate [options]

Simulates regions in which it is known what was done to which work, and shows side by side the engine, the rules of
thumb and a learner taught with the truth: AUC by manipulation, power, realised false share of the signals.

  --seeds NUMBER           regions of each kind, 20 by default
  --strength NUMBER        dose: 1 is full, 0.5 is half; without it full, and half too in the first generator
  --regime REGIME          strong, natural or both, both by default
  --generator GENERATOR    first, second or both, both by default
  --schools NUMBER         schools of a region, 120 by default
  --threads NUMBER         threads, by default as many as cores
  --json                   JSON instead of tables
  --out FOLDER             write validation.md, validation.json and the figures
  --lang ru|en             language
  --help                   this help

Twenty regions of each kind take about ten minutes on two cores. Ctrl+C stops; no file is changed then.
Example: obektiv validate --seeds 20 --out docs`,
  },
});
