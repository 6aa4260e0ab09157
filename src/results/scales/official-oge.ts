/**
 * Scales of the OGE of 2023, the last year whose tables were found in a text; other years are added by the region with
 * their source. Beside the ranges stand the side conditions, which lower a mark although the total would do.
 */
import { rangesOf, type Scale, type SideCondition } from './scale.ts';

const LETTER = 'Рекомендации Рособрнадзора по ОГЭ 2023 года (consultant.ru, LAW_441844)';

/** Mathematics: two points of geometry for any mark above 2. */
const GEOMETRY: readonly SideCondition[] = ([3, 4, 5] as const).map((mark) => ({
  mark,
  tasks: ['15', '16', '17', '18', '19', '23', '24', '25'],
  least: 2,
  otherwise: 2,
}));

/** Russian: literacy by the criteria ГК1–ГК4; the mark falls by one. */
const LITERACY: readonly SideCondition[] = [
  { mark: 4, tasks: ['ГК1', 'ГК2', 'ГК3', 'ГК4'], least: 4, otherwise: 3 },
  { mark: 5, tasks: ['ГК1', 'ГК2', 'ГК3', 'ГК4'], least: 6, otherwise: 4 },
];

function oge2023(
  subject: string,
  max: number,
  from: readonly [number, number, number],
  more: Pick<Scale, 'source' | 'note'> & { readonly conditions?: readonly SideCondition[] },
): Scale {
  const ranges = rangesOf({ 3: from[0], 4: from[1], 5: from[2] }, max);
  return { years: [2023], grade: 9, subject, level: 'base', max, ranges, ...more };
}

export const SCALES_OGE: readonly Scale[] = [
  oge2023('Русский язык', 33, [15, 23, 29], {
    source: LETTER,
    note: 'ОГЭ. «4» — не меньше 4 баллов за грамотность (ГК1–ГК4), иначе «3»; «5» — не меньше 6, иначе «4».',
    conditions: LITERACY,
  }),
  oge2023('Математика', 31, [8, 15, 22], {
    source: `${LETTER}; границы — mor-school-3.ucoz.ru`,
    note: 'ОГЭ. Для «3», «4» и «5» нужно не меньше 2 баллов по геометрии (задания 15–19, 23–25), иначе «2».',
    conditions: GEOMETRY,
  }),
  oge2023('История', 37, [11, 21, 30], { source: LETTER, note: 'ОГЭ.' }),
  oge2023('Информатика', 19, [5, 11, 16], { source: 'Шкала ОГЭ 2023 года по информатике', note: 'ОГЭ.' }),
];
