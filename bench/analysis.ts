/**
 * Speed of the engine: from the score matrices of one procedure to findings, beside one bare pass over the same matrices.
 *
 *   node bench/analysis.ts
 */
import type { Administration } from '#src/objectivity/engine/administration.ts';
import { analyze } from '#src/objectivity/engine/analyze.ts';
import { simulateRegion } from '#src/objectivity/validation/region.ts';
import { inventedWork } from '#src/objectivity/validation/works.ts';
import { measure, type Measured, printTable, speedTable } from './measure.ts';

const WORKS = [
  inventedWork('Русский язык', 4, 15, 5),
  inventedWork('Математика', 4, 15, 4),
  inventedWork('Математика', 6, 13, 4),
  inventedWork('Математика', 8, 20, 5),
];
const SEED = 990_101;
/** Classes per school and grade, pupils per class. */
const SCHOOL = { classesPerSchool: [3, 3], classSize: [21, 25] } as const;
/** With absences a school of that size gives about so many papers in four works. */
const PAPERS_PER_SCHOOL = 251;
/** The bare pass is over in a blink: so many together make a time that a clock can tell. */
const PASSES = 50;

function simulate(papers: number): Administration[] {
  const schools = Math.round(papers / PAPERS_PER_SCHOOL);
  const schoolsPerMunicipality = 10;
  return simulateRegion({
    seed: SEED,
    municipalities: Math.ceil(schools / schoolsPerMunicipality),
    schoolsPerMunicipality,
    works: WORKS,
    variants: 2,
    ...SCHOOL,
  }).administrations;
}

/** One pass over all matrices that adds up the totals of the papers. */
function scan(administrations: readonly Administration[]): number {
  let sum = 0;
  for (const { scores } of administrations) {
    for (let cell = 0; cell < scores.length; cell += 1) {
      const score = scores[cell]!;
      if (score > 0) sum += score;
    }
  }
  return sum;
}

const measured: Measured[] = [];
for (const [papers, rounds] of [
  [25_000, 5],
  [250_000, 3],
] as const) {
  const administrations = simulate(papers);
  const amount = administrations.reduce((sum, { size }) => sum + size, 0);
  const one = await measure(
    {
      name: `analysis of ${administrations.length} works`,
      amount,
      run: () => analyze(administrations),
      bound: {
        name: `${PASSES} passes over the matrices`,
        run: () => {
          for (let pass = 0; pass < PASSES; pass += 1) scan(administrations);
        },
      },
    },
    rounds,
  );
  measured.push({ ...one, boundName: 'a pass over the matrices', boundSeconds: one.boundSeconds / PASSES });
}
printTable('Analysis', speedTable(measured, 'papers'));
