import { percent } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Words around the official readings; their own names and rules stand in official/text.ts. */
export const officialWords = defineText({
  ru: {
    heading: 'Показатели по опубликованной методике 2019\u00a0г. и рекомендациям 2026\u00a0г.',
    ofSchool: 'Считаются по школе целиком, отдельно от наших признаков, и в них не входят.',
    caption: (work: string) => `Показатели по официальным документам: ${work}`,
    reading: 'Показатель и его правило',
    result: 'Что получилось',
    place: 'Место',
    formula: (place: string) => `формула ${place}`,
    page: (place: string) => `с. ${place}`,
    task: (id: string, share: number) => `${id} (${percent(share / 100, 'ru')})`,
    boundary: (mark: string, share: number, region: number) =>
      `«${mark}» (${percent(share / 100, 'ru')} работ, по региону ${percent(region / 100, 'ru')})`,
  },
  en: {
    heading: 'Readings by the published methodology of 2019 and the recommendations of 2026',
    ofSchool: 'Computed for the whole school, apart from our own signs, and no part of them.',
    caption: (work) => `Readings by official documents: ${work}`,
    reading: 'Reading and its rule',
    result: 'What came out',
    place: 'Place',
    formula: (place) => `formula ${place}`,
    page: (place) => `p. ${place}`,
    task: (id, share) => `${id} (${percent(share / 100, 'en')})`,
    boundary: (mark, share, region) =>
      `mark ${mark} (${percent(share / 100, 'en')} of papers, in the region ${percent(region / 100, 'en')})`,
  },
});
