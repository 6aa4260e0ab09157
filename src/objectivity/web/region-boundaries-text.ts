import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words of what the whole region's histogram shows at the boundaries of marks. */
export const regionBoundariesText = defineText({
  ru: {
    heading: (region: string, papers: number) =>
      `Границы отметок по всем работам: ${region}, ${count(papers, 'ru', { one: 'работа', few: 'работы', many: 'работ' })}`,
    nothing: 'Подъёма через границы не видно: соседние баллы распределены плавно.',
    insufficient: 'Вывода о границах нет: мало работ или мало баллов, по которым видна форма распределения.',
    note: 'В скобках 95-процентные интервалы. Когда границы сдвинуты во всём регионе, отдельная школа на его фоне не выделяется: сравнивать её стоит с работой под наблюдением.',
  },
  en: {
    heading: (region, papers) =>
      `Mark boundaries over all papers: ${region}, ${count(papers, 'en', { one: 'paper', other: 'papers' })}`,
    nothing: 'No lifting over boundaries is seen: neighbouring scores are distributed smoothly.',
    insufficient:
      'There is no conclusion on boundaries: too few papers, or too few scores to show the shape of the histogram.',
    note: 'In brackets 95% intervals. Where boundaries are shifted in the whole region, a single school does not stand out against it: compare it with an administration held under observation.',
  },
});
