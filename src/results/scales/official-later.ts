/** Scales known for the years after 2021. Others of these years were not found in an official text and are not shipped. */
import { rangesOf, type Scale } from './scale.ts';

const GRADE_8_SOURCE = 'Шкалы ВПР для 8 класса 2023 и 2024 годов (vpr-ege.ru)';

const GRADE_8: readonly (readonly [subject: string, max: number, from3: number, from4: number, from5: number])[] = [
  ['Обществознание', 22, 8, 14, 19],
  ['Математика', 25, 8, 15, 21],
  ['История', 17, 5, 10, 14],
  ['География', 33, 10, 21, 29],
  ['Биология', 29, 10, 18, 24],
  ['Русский язык', 51, 26, 32, 45],
  ['Химия', 36, 10, 19, 28],
  ['Физика', 18, 5, 8, 11],
];

const UNCHANGED = new Set(['Математика', 'Русский язык', 'Химия', 'Физика']);

export const SCALES_2023: readonly Scale[] = GRADE_8.map(([subject, max, from3, from4, from5]) => ({
  years: [2023, 2024],
  grade: 8,
  subject,
  level: 'base',
  max,
  ranges: rangesOf({ 3: from3, 4: from4, 5: from5 }, max),
  source: GRADE_8_SOURCE,
  note: UNCHANGED.has(subject) ? 'Не изменилась с 2021 года.' : '',
}));

export const SCALES_2025: readonly Scale[] = [
  {
    years: [2025, 2026],
    grade: 4,
    subject: 'Русский язык',
    level: 'base',
    max: 24,
    ranges: { 2: [0, 9], 3: [10, 15], 4: [16, 20], 5: [21, 24] },
    source: 'Шкалы ВПР 2025 года (vpr-ege.ru); согласуется с выгрузкой «Индивидуальные результаты» 2026 года',
    note: '',
  },
  {
    years: [2025, 2026],
    grade: 8,
    subject: 'Английский язык',
    level: 'base',
    max: 25,
    ranges: { 2: [0, 9], 3: [10, 14], 4: [15, 21], 5: [22, 25] },
    source: 'Шкала ВПР 2025 года по английскому языку (readboom)',
    note: 'Источник не называет класс; отнесена к 8 классу, потому что сумма максимумов формы сбора 2026 года для 8 класса равна 25. Проверьте по описанию работы.',
  },
];
