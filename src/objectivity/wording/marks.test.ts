import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { simulateRegion } from '../validation/region.ts';
import { inventedWork } from '../validation/works.ts';
import { explain } from './explain.ts';

const figure = (text: string): number => Number(text.replace(',', '.'));

test('the stated difference of marks is the difference of the two means beside it, in every unit', () => {
  const region = simulateRegion({
    seed: 1,
    municipalities: 4,
    schoolsPerMunicipality: 8,
    works: [inventedWork('Математика', 5), inventedWork('Русский язык', 5)],
    manipulations: { markInflation: 0.2 },
    strength: 1,
    concentration: 0,
    classesPerSchool: [1, 3],
  });
  let stated = 0;
  let corrected = 0;
  for (const unit of analyze(region.administrations, { details: true }).units) {
    const marker = unit.markers.find(({ id }) => id === 'B7');
    if (marker?.kind !== 'computed') continue;
    const ru = explain(marker, unit, 'ru');
    const en = explain(marker, unit, 'en');
    const found = /на (\d,\d\d) (выше|ниже) .*: (\d,\d\d) вместо (\d,\d\d)\./u.exec(ru);
    if (found === null) continue;
    stated++;
    const [, amount, direction, mean, expected] = found;
    const signed = figure(amount!) * (direction === 'выше' ? 1 : -1);
    expect(figure(mean!) - figure(expected!), ru).toBeCloseTo(signed, 6);
    expect(figure(mean!)).toBeCloseTo(marker.details.figures!.meanJournalMark!, 1);
    expect(en).toContain(`${mean!.replace(',', '.')} instead of ${expected!.replace(',', '.')}.`);
    if (ru.includes('с поправкой')) {
      corrected++;
      expect(ru).toContain('у таких же работ региона ожидалось бы');
    }
  }
  expect(stated).toBeGreaterThan(100);
  expect(corrected).toBeGreaterThan(50);
});
