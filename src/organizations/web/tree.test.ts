import { expect, test } from 'vitest';
import { matching, type Organization, treeRows } from './tree.ts';

const organization = (id: number, parentId: number | null, shortName: string): Organization => ({
  id,
  parentId,
  kind: parentId === null ? 'region' : 'school',
  code: `edu${id}`,
  name: `Полное имя ${shortName}`,
  shortName,
  specialised: false,
  closedOn: null,
  successorId: null,
  children: 0,
});
const region = [
  organization(1, null, 'Область'),
  organization(2, 1, 'Озёрный район'),
  organization(10, 2, 'Школа № 10'),
  organization(11, 2, 'Школа № 2'),
  organization(3, 1, 'Город'),
];

test('children follow their parent, in the order in which people count', () => {
  expect(treeRows(region, 'ru').map(({ organization: { shortName }, depth }) => `${depth} ${shortName}`)).toEqual([
    '0 Область',
    '1 Город',
    '1 Озёрный район',
    '2 Школа № 2',
    '2 Школа № 10',
  ]);
});

test('what stands above is missing for a school: its own row is the topmost then', () => {
  expect(treeRows([organization(10, 2, 'Школа № 10')], 'ru')).toMatchObject([{ depth: 0 }]);
});

test('a search keeps what stands above the found', () => {
  const rows = matching(treeRows(region, 'ru'), 'edu10');
  expect(rows.map(({ organization: { shortName } }) => shortName)).toEqual(['Область', 'Озёрный район', 'Школа № 10']);
});
