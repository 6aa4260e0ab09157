import type { Language } from '../errors.ts';

/**
 * Texts in two languages, complete by construction: `defineText({ ru, en })` refuses an English part that lacks a key of the
 * Russian one, has a key too many or takes other arguments. Pure: the web, the command line and documents read the same texts.
 */
export type { Language };

export const LANGUAGES: readonly Language[] = ['ru', 'en'];

/** The shape of a text tree with the literal strings forgotten. */
export type Wording<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Wording<T[K]> };

export interface Text<T> {
  readonly ru: T;
  readonly en: T;
}

/** Declares a capability's text. Values are strings or functions of figures returning a string. */
export function defineText<const T>(text: { readonly ru: T; readonly en: Wording<NoInfer<T>> }): Text<Wording<T>> {
  return text as unknown as Text<Wording<T>>;
}
