import { PAPER_COLUMNS } from '../../exchange/column-names.ts';
import { csv, putFixture, windows1251 } from '../fixture-writing.ts';

const HEADER = [...PAPER_COLUMNS, 't1', 't2', 't3'];
const PLACE = ['ВПР 2026', '2026-04-21', 'Озёрный район', 'edu990101'];

/** Input files of the exchange format; schools, codes and people are invented. */
export async function exchangeFixtures(): Promise<void> {
  const rows = [
    HEADER,
    [...PLACE, 4, '4А', 'Русский язык', 'T-1', 40001, 1, 4, 5, 4, 2, 1, 1],
    [...PLACE, 4, '4А', 'Русский язык', 'T-1', 40002, 2, 3, 3, 2, 2, 'X', 0],
    [...PLACE, 4, '4А', 'Русский язык', 'T-1', 40003, '', 3, '', '', '', '', ''],
    [...PLACE, 4, '4 б', 'Математика', 'T-2', 40001, 1, 4, 4, 3, 1, 2, ''],
    [...PLACE, 4, '4 б', 'Математика', 'T-2', 40002, 1, 4, 4, 5, 1, '?', ''],
  ];
  await putFixture('exchange', 'two-works-comma', 'csv', new TextEncoder().encode(csv(rows, ',')));
  await putFixture('exchange', 'two-works-1251-semicolon', 'csv', windows1251(csv(rows, ';')));
  await putFixture('exchange', 'two-works-tab', 'tsv', new TextEncoder().encode(`\uFEFF${csv(rows, '\t')}`));
}
