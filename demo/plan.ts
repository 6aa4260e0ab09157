/**
 * What is planted in the demo region, and where. Everything that is not named here is honest, the very strong lyceum and
 * the uneven village schools included.
 */
import type { Manipulation } from '#src/objectivity/validation/manipulations.ts';

export interface Plant {
  readonly school: string;
  /** Keys of works.ts. */
  readonly works: readonly string[];
  /** Letters of the classes; null is the whole parallel. */
  readonly letters: readonly string[] | null;
  readonly manipulation: Manipulation;
  /** Dose: 1 is the one the engine is validated with, 0.5 half of it; 2 is what nobody would overlook. */
  readonly strength: number;
}

const ALL_WORKS = ['ru4', 'ma4', 'ma6', 'ma8'] as const;

function whole(school: string, works: readonly string[], manipulation: Manipulation, strength = 1): Plant {
  return { school, works, letters: null, manipulation, strength };
}

function classes(school: string, work: string, letters: string, manipulation: Manipulation, strength = 1): Plant {
  return { school, works: [work], letters: [...letters], manipulation, strength };
}

export const PLANTS: readonly Plant[] = [
  // Заозёрск: single classes, and one school that lifts papers to the next mark in every work.
  classes('edu990103', 'ma6', 'Б', 'hardHelp', 2),
  classes('edu990103', 'ru4', 'А', 'hardHelp', 2),
  classes('edu990105', 'ru4', 'Г', 'hardHelp', 2),
  whole('edu990108', ['ma8'], 'kindScoring'),
  classes('edu990111', 'ma4', 'В', 'copying', 1.6),
  whole('edu990114', ALL_WORKS, 'lifting'),
  whole('edu990117', ['ma6', 'ma8'], 'markInflation'),
  // Белый Ключ and Журавлинский округ: few.
  classes('edu990204', 'ma6', 'А', 'hardHelp', 2),
  classes('edu990206', 'ru4', 'Б', 'kindScoring', 0.6),
  whole('edu990209', ['ma8'], 'absence'),
  whole('edu990303', ['ru4'], 'hardHelp'),
  // Лукоморский округ: signs in most of the larger schools, each of its own kind.
  whole('edu990401', ALL_WORKS, 'hardHelp', 1.5),
  whole('edu990402', ALL_WORKS, 'lifting'),
  whole('edu990403', ['ru4', 'ma4'], 'kindScoring'),
  whole('edu990404', ['ma6', 'ma8'], 'copying', 1.5),
  whole('edu990405', ['ma4'], 'hardHelp', 2),
  whole('edu990405', ['ru4'], 'markInflation'),
  whole('edu990406', ['ma4'], 'hardHelp'),
  // Светлоборский округ: a lifted class that is too small a sample alone, and a copied one.
  classes('edu990501', 'ma8', 'А', 'lifting'),
  classes('edu990503', 'ru4', 'А', 'copying'),
];

/** What was planted in one class in one work; null where nothing was. */
export function plantIn(school: string, work: string, letter: string): Plant | null {
  const found = PLANTS.find(
    (plant) =>
      plant.school === school &&
      plant.works.includes(work) &&
      (plant.letters === null || plant.letters.includes(letter)),
  );
  return found ?? null;
}
