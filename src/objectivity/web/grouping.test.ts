import { expect, test } from 'vitest';
import { countUnits, groupFindings, type Finding } from './grouping.ts';

function finding(
  id: number,
  place: { municipality: number; school: number | null; work: number; className?: string },
): Finding {
  return {
    id,
    level: place.school === null ? 'municipality' : place.className ? 'class' : 'school',
    workId: place.work,
    procedure: 'ВПР',
    subject: 'Математика',
    grade: 4,
    municipality: { id: place.municipality, name: `Округ ${place.municipality}` },
    school: place.school === null ? null : { id: place.school, name: `СОШ № ${place.school}` },
    className: place.className ?? null,
    participants: 20,
    absent: 0,
    strength: 'none',
    signalled: false,
    localFdr: 0.5,
    p: 0.5,
    mechanisms: [],
  };
}

test('rows are gathered by municipality, school and work in the order of names as people read them', () => {
  const groups = groupFindings(
    [
      finding(1, { municipality: 2, school: 11, work: 5, className: '4А' }),
      finding(2, { municipality: 2, school: 3, work: 5, className: '10А' }),
      finding(3, { municipality: 2, school: 3, work: 6, className: '4А' }),
      finding(4, { municipality: 1, school: 7, work: 5, className: '4А' }),
      finding(5, { municipality: 2, school: 3, work: 5, className: '4Б' }),
    ],
    'ru',
  );
  expect(groups.map((group) => group.municipality.id)).toEqual([1, 2]);
  expect(groups[1].schools.map(({ school, rows }) => [school?.id, rows])).toEqual([
    [3, 3],
    [11, 1],
  ]);
  expect(groups[1].schools[0].works.map((work) => work.findings.map(({ id }) => id))).toEqual([[5, 2], [3]]);
});

test('a municipality of its own has one group without a school', () => {
  const [group] = groupFindings(
    [finding(1, { municipality: 2, school: null, work: 5 }), finding(2, { municipality: 2, school: null, work: 6 })],
    'ru',
  );
  expect(group.schools).toMatchObject([{ school: null, rows: 2 }]);
});

test('a class with signs in two works counts once', () => {
  const units = countUnits([
    finding(1, { municipality: 2, school: 21, work: 5, className: '4А' }),
    finding(2, { municipality: 2, school: 21, work: 6, className: '4А' }),
    finding(3, { municipality: 2, school: 22, work: 6, className: '4А' }),
  ]);
  expect(units).toEqual({ classes: 2, schools: 2, municipalities: 1 });
});
