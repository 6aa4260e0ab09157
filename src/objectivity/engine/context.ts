/** What the markers of one administration share: each table is computed once, when the first marker asks for it. */
import type { MarkerId, UnitLevel } from '../model.ts';
import { type SimulatedClasses, simulateHonestClasses } from './honest-simulation.ts';
import { arrangePapers, type Papers, type Unit } from './papers.ts';
import { fitProfileModel, type ProfileModel } from './profile.ts';
import { type ScoreProbabilities, scoreProbabilities } from './score-probabilities.ts';
import { scoreGroups, type ScoreGroups } from './score-groups.ts';
import { type ClassProfiles, conditionalCovariance, taskResiduals } from './task-residuals.ts';
import type { Surroundings } from './class-surroundings.ts';
import { evenResiduals } from './even-residuals.ts';
import { FitMemory } from './fit-memory.ts';
import type { Administration } from './administration.ts';
import { type TaskFacts, taskFacts } from './task-facts.ts';

/** Share of the classes whose unevenness is trusted before, and after, the odd ones are set aside. */
const FIRST_TRUSTED_SHARE = 0.85;
const SECOND_TRUSTED_SHARE = 0.97;

export class Context {
  readonly papers: Papers;
  #surroundings: Surroundings = [];
  #tailPriors: ReadonlyMap<string, Float64Array> = new Map();
  readonly #first = newRound(new Map());
  #second: Round | null = null;
  #round = this.#first;
  readonly #memo = new Map<string, unknown>();
  /** How many memos are being computed, one within another. */
  #remembering = 0;
  #groups: ScoreGroups | null = null;
  #probabilities: ScoreProbabilities | null = null;
  readonly #profiles = new Map<UnitLevel, ClassProfiles>();
  #covariance: Float64Array | null = null;
  #difficulty: readonly TaskFacts[] | null = null;

  constructor(administration: Administration) {
    this.papers = arrangePapers(administration);
  }

  /**
   * Whether a unit is kept out of the honest reference: the first round of the analysis found strong evidence against it.
   * Its figures are computed all the same.
   */
  setAside(level: UnitLevel, unit: number): boolean {
    return this.#round.aside.get(level)?.[unit] === 1;
  }

  /** What surrounds the classes: other works, other classes of the school (LinkedWorks). No memo may depend on it. */
  get surroundings(): Surroundings {
    this.#mayAskOthers();
    return this.#surroundings;
  }

  /** Starts the first round, of this analysis or of another one: no unit is set aside, and other works have said nothing of tails. */
  firstRound(surroundings: Surroundings): void {
    this.#round = this.#first;
    this.#surroundings = surroundings;
    this.#tailPriors = new Map();
  }

  /**
   * Starts a second round: what depends on the reference is computed anew without the units set aside, unless an analysis before has
   * set the same ones aside.
   * @param tailPriors by marker and level, `B2:class`.
   */
  secondRound(
    surroundings: Surroundings,
    aside: ReadonlyMap<UnitLevel, Uint8Array>,
    tailPriors: ReadonlyMap<string, Float64Array>,
  ): void {
    this.#surroundings = surroundings;
    if (this.#second === null || !sameAside(this.#second.aside, aside)) this.#second = newRound(aside);
    this.#round = this.#second;
    this.#tailPriors = tailPriors;
  }

  /** What other works say of the tail of a marker's honest reference; null in the first round and for a single work. */
  tailPrior(marker: MarkerId, level: UnitLevel): Float64Array | null {
    if (this.#round !== this.#first) this.#mayAskOthers();
    return this.#tailPriors.get(`${marker}:${level}`) ?? null;
  }

  /** Like `memo`, of one round: it may depend on the units set aside, but on no other work. */
  referenceMemo<T>(key: string, compute: () => T): T {
    return this.#remember(this.#round.memo, key, compute);
  }

  /** Fits of one marker at one level in this round. */
  fits(marker: MarkerId, level: UnitLevel): FitMemory {
    return this.referenceMemo(`fits:${marker}:${level}`, () => new FitMemory());
  }

  /** A figure that several levels of one marker share, and that depends on the papers of this work alone. */
  memo<T>(key: string, compute: () => T): T {
    return this.#remember(this.#memo, key, compute);
  }

  #remember<T>(memo: Map<string, unknown>, key: string, compute: () => T): T {
    if (!memo.has(key)) {
      this.#remembering += 1;
      try {
        memo.set(key, compute());
      } finally {
        this.#remembering -= 1;
      }
    }
    return memo.get(key) as T;
  }

  #mayAskOthers(): void {
    if (this.#remembering > 0) throw new Error('what is remembered of a work may not depend on other works');
  }

  units(level: UnitLevel): readonly Unit[] {
    return this.papers.units[level];
  }

  get groups(): ScoreGroups {
    this.#groups ??= scoreGroups(this.papers);
    return this.#groups;
  }

  get probabilities(): ScoreProbabilities {
    this.#probabilities ??= scoreProbabilities(this.papers, this.groups);
    return this.#probabilities;
  }

  /** Residuals of tasks given the total, per unit of the level. */
  profiles(level: UnitLevel): ClassProfiles {
    let profiles = this.#profiles.get(level);
    if (profiles === undefined) {
      profiles = taskResiduals(this.papers, this.groups, this.units(level));
      this.#profiles.set(level, profiles);
    }
    return profiles;
  }

  /** The same residuals on a scale on which honest classes deviate alike to either side. */
  evenProfiles(level: UnitLevel): ClassProfiles {
    return this.memo(`even:${level}`, () =>
      evenResiduals(
        this.profiles(level),
        this.papers.administration.tasks.map(({ max }) => max),
      ),
    );
  }

  get covariance(): Float64Array {
    this.#covariance ??= conditionalCovariance(this.papers, this.groups);
    return this.#covariance;
  }

  /** null: too few tasks vary for a profile. */
  get profileModel(): ProfileModel | null {
    return this.referenceMemo('model', () => {
      const trusted = (unit: number): boolean => !this.setAside('class', unit);
      const share = this.#round === this.#first ? FIRST_TRUSTED_SHARE : SECOND_TRUSTED_SHARE;
      return fitProfileModel(this.evenProfiles('class'), this.covariance, this.papers.taskCount, trusted, share);
    });
  }

  /** Simulated honest classes; null in the first round and when the work has no profile model. */
  honestClasses(): SimulatedClasses | null {
    return this.referenceMemo('honest', () => {
      const model = this.profileModel;
      // The first round only finds the odd ones: the real classes' own middle is enough for that.
      return model === null || this.#round === this.#first ? null : simulateHonestClasses(this, model, SIMULATED);
    });
  }

  get tasks(): readonly TaskFacts[] {
    this.#difficulty ??= taskFacts(this.papers, this.groups);
    return this.#difficulty;
  }
}

/** Classes simulated for the honest reference of likeness and of uneven profiles. */
const SIMULATED = 500;

/** What depends on the units set aside, and on nothing beyond this work. */
interface Round {
  readonly aside: ReadonlyMap<UnitLevel, Uint8Array>;
  readonly memo: Map<string, unknown>;
}

function newRound(aside: ReadonlyMap<UnitLevel, Uint8Array>): Round {
  return { aside, memo: new Map() };
}

function sameAside(a: ReadonlyMap<UnitLevel, Uint8Array>, b: ReadonlyMap<UnitLevel, Uint8Array>): boolean {
  return (
    a.size === b.size &&
    [...a].every(([level, units]) => {
      const others = b.get(level);
      return others?.length === units.length && units.every((value, unit) => value === others[unit]);
    })
  );
}
