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
import type { Administration } from './administration.ts';
import { type TaskFacts, taskFacts } from './task-facts.ts';

/** Share of the classes whose unevenness is trusted before, and after, the odd ones are set aside. */
const FIRST_TRUSTED_SHARE = 0.85;
const SECOND_TRUSTED_SHARE = 0.97;

export class Context {
  readonly papers: Papers;
  /** What surrounds the classes: other works, other classes of the school; set before each round (LinkedWorks). */
  surroundings: Surroundings = [];
  #aside: ReadonlyMap<UnitLevel, Uint8Array> = new Map();
  #tailPriors: ReadonlyMap<string, Float64Array> = new Map();
  readonly #referenceMemo = new Set<string>();
  readonly #memo = new Map<string, unknown>();
  #groups: ScoreGroups | null = null;
  #probabilities: ScoreProbabilities | null = null;
  readonly #profiles = new Map<UnitLevel, ClassProfiles>();
  #covariance: Float64Array | null = null;
  #model: ProfileModel | null | undefined;
  #honest: SimulatedClasses | null | undefined;
  #difficulty: readonly TaskFacts[] | null = null;

  constructor(administration: Administration) {
    this.papers = arrangePapers(administration);
  }

  /**
   * Whether a unit is kept out of the honest reference: the first round of the analysis found strong evidence against it.
   * Its figures are computed all the same.
   */
  setAside(level: UnitLevel, unit: number): boolean {
    return this.#aside.get(level)?.[unit] === 1;
  }

  /**
   * Starts a second round: what depends on the reference is computed anew without the units set aside.
   * @param tailPriors by marker and level, `B2:class`.
   */
  secondRound(aside: ReadonlyMap<UnitLevel, Uint8Array>, tailPriors: ReadonlyMap<string, Float64Array>): void {
    this.#aside = aside;
    this.#tailPriors = tailPriors;
    this.#honest = undefined;
    this.#model = undefined;
    for (const key of this.#referenceMemo) this.#memo.delete(key);
    this.#referenceMemo.clear();
  }

  /** What other works say of the tail of a marker's honest reference; null in the first round and for a single work. */
  tailPrior(marker: MarkerId, level: UnitLevel): Float64Array | null {
    return this.#tailPriors.get(`${marker}:${level}`) ?? null;
  }

  /** Like `memo`, but forgotten when a second round starts. */
  referenceMemo<T>(key: string, compute: () => T): T {
    this.#referenceMemo.add(key);
    return this.memo(key, compute);
  }

  /** A figure that several levels of one marker share. */
  memo<T>(key: string, compute: () => T): T {
    if (!this.#memo.has(key)) this.#memo.set(key, compute());
    return this.#memo.get(key) as T;
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
    if (this.#model === undefined) {
      const trusted = (unit: number): boolean => !this.setAside('class', unit);
      const share = this.#aside.size === 0 ? FIRST_TRUSTED_SHARE : SECOND_TRUSTED_SHARE;
      this.#model = fitProfileModel(this.evenProfiles('class'), this.covariance, this.papers.taskCount, trusted, share);
    }
    return this.#model;
  }

  /** Simulated honest classes; null in the first round and when the work has no profile model. */
  honestClasses(): SimulatedClasses | null {
    if (this.#honest === undefined) {
      const model = this.profileModel;
      // The first round only finds the odd ones: the real classes' own middle is enough for that.
      const first = this.#aside.size === 0;
      this.#honest = model === null || first ? null : simulateHonestClasses(this, model, SIMULATED);
    }
    return this.#honest;
  }

  get tasks(): readonly TaskFacts[] {
    this.#difficulty ??= taskFacts(this.papers, this.groups);
    return this.#difficulty;
  }
}

/** Classes simulated for the honest reference of likeness and of uneven profiles. */
const SIMULATED = 500;
