/** What a method's page says. Pure: the site and the server read the same text. */
import type { Language } from '#src/platform/ui/i18n.ts';
import type { MarkerId } from '../model.ts';

/** Address of a method's page: a marker's id in small letters, or a part of the analysis that all markers share. */
export type MethodId = Lowercase<MarkerId> | 'r' | 'reference' | 'combination' | 'decision' | 'calibration';

export interface MethodWords {
  readonly title: string;
  /** The question that it answers, one sentence. */
  readonly answers: string;
  /** Why it works; paragraphs. */
  readonly why: readonly string[];
  readonly assumptions: readonly string[];
  /** Smallest sample that gets an answer, and the unit of the effect. */
  readonly minimum: string;
  /** How it can be wrong; a marker's own page reads the caveats of findings first (wording/caveats.ts). */
  readonly wrong: readonly string[];
  /** What was published about how far it reaches. */
  readonly limits: readonly string[];
}

export interface MethodSymbol {
  readonly tex: string;
  readonly words: Readonly<Record<Language, string>>;
}

export interface Method {
  readonly id: MethodId;
  /** What looks at a unit, or a part of the analysis that all markers share. */
  readonly group: 'marker' | 'shared';
  /** null where findings do not hold it. */
  readonly marker: MarkerId | null;
  /** TeX, in the order in which the page explains them. */
  readonly formulas: readonly string[];
  readonly symbols: readonly MethodSymbol[];
  /** Bibliography, as printed: the same in both languages. */
  readonly sources: readonly string[];
  readonly words: Readonly<Record<Language, MethodWords>>;
}
