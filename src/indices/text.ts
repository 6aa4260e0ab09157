/** Words of indices in Russian and English, for the site, the spreadsheets and the command line alike. */
import type { Language } from '#src/platform/errors.ts';
import type { IndexKind, Pairing, Position } from './model.ts';

type Words = Readonly<Record<Language, string>>;

export const INDEX_NAME: Readonly<Record<IndexKind, Words>> = {
  vpr: { ru: 'Индекс ВПР', en: 'VPR index' },
  oge: { ru: 'Индекс ОГЭ', en: 'OGE index' },
  dkr: { ru: 'Индекс ДКР', en: 'DKR index' },
  medal: { ru: 'Индекс неподтверждённых медалистов', en: 'Index of non-confirmed medallists' },
};

/** Numerator over denominator, as the page prints it. `{gap}` is the gap that the region has set. */
export const INDEX_FORMULA: Readonly<Record<IndexKind, { readonly numerator: Words; readonly denominator: Words }>> = {
  vpr: {
    numerator: {
      ru: 'работы ВПР, за которые отметка ниже школьной на {gap} и больше',
      en: 'VPR papers whose mark is lower than the school mark by {gap} or more',
    },
    denominator: {
      ru: 'работы ВПР, у которых известны отметка за работу и школьная отметка того же ученика по тому же предмету',
      en: 'VPR papers for which both the mark and the school mark of the same pupil in the same subject are known',
    },
  },
  oge: {
    numerator: {
      ru: 'работы ОГЭ, за которые отметка ниже школьной на {gap} и больше',
      en: 'OGE papers whose mark is lower than the school mark by {gap} or more',
    },
    denominator: {
      ru: 'работы ОГЭ, у которых известны отметка за экзамен и годовая отметка 9 класса (или отметка, загруженная с протоколом)',
      en: 'OGE papers for which both the mark and the mark of the year of grade 9 (or one that came with the protocol) are known',
    },
  },
  dkr: {
    numerator: {
      ru: 'работы ДКР, за которые отметка ниже школьной на {gap} и больше',
      en: 'DKR papers whose mark is lower than the school mark by {gap} or more',
    },
    denominator: {
      ru: 'работы ДКР, у которых известны отметка за работу и школьная отметка того же ученика по тому же предмету',
      en: 'DKR papers for which both the mark and the school mark of the same pupil in the same subject are known',
    },
  },
  medal: {
    numerator: {
      ru: 'претенденты на медаль I или II степени, чьи результаты ЕГЭ ниже порога своей степени',
      en: 'claimants of a medal of either degree whose EGE results are below the thresholds of the degree',
    },
    denominator: {
      ru: 'претенденты, у которых известны ЕГЭ по русскому языку и ещё по одному предмету (или базовая математика)',
      en: 'claimants whose EGE in Russian and in one other subject (or base mathematics) are known',
    },
  },
};

export const POSITION: Readonly<Record<Position, Words>> = {
  farAbove: { ru: 'заметно выше, чем обычно в крае', en: 'well above what is usual in the region' },
  above: { ru: 'выше, чем обычно в крае', en: 'above what is usual in the region' },
  usual: { ru: 'как обычно в крае', en: 'as usual in the region' },
  below: { ru: 'ниже, чем обычно в крае', en: 'below what is usual in the region' },
  farBelow: { ru: 'заметно ниже, чем обычно в крае', en: 'well below what is usual in the region' },
};

export const LITTLE_DATA: Words = { ru: 'мало данных', en: 'little data' };

export const PAIRING: Readonly<Record<Pairing, Words>> = {
  journalWork: { ru: 'отметка по журналу и отметка за работу', en: 'journal mark and mark of the work' },
  termWork: { ru: 'отметка за период и отметка за работу', en: 'mark of the term and mark of the work' },
  journalTerm: { ru: 'отметка по журналу и отметка за период', en: 'journal mark and mark of the term' },
};

export const indicesSummary: Words = {
  ru: 'индексы ВПР, ОГЭ, ДКР и неподтверждённых медалистов по файлам',
  en: 'indices of VPR, OGE, DKR and of non-confirmed medallists from files',
};
