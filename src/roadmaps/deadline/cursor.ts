/** A place among tokens, with the small steps that the grammar is made of. A step that does not fit moves nothing. */
import type { Token } from './tokens.ts';
import { monthOf, ordinalOf } from './words.ts';

export class Cursor {
  readonly tokens: readonly Token[];
  at: number;

  constructor(tokens: readonly Token[], at = 0) {
    this.tokens = tokens;
    this.at = at;
  }

  get ended(): boolean {
    return this.at >= this.tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }

  /** Text of a word token ahead; '' for anything else. */
  word(ahead = 0): string {
    const token = this.peek(ahead);
    return token?.kind === 'word' ? token.text : '';
  }

  isMark(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === 'mark' && token.text === text;
  }

  /** Tries one way; where it gives null the place is as before. */
  attempt<T>(way: () => T | null): T | null {
    const { at } = this;
    const result = way();
    if (result === null) this.at = at;
    return result;
  }

  /** Words one after another, each by its pattern. */
  words(...patterns: readonly RegExp[]): boolean {
    if (!patterns.every((pattern, index) => this.word(index) !== '' && pattern.test(this.word(index)))) return false;
    this.at += patterns.length;
    return true;
  }

  mark(text: string): boolean {
    if (!this.isMark(text)) return false;
    this.at++;
    return true;
  }

  number(low: number, high: number): number | null {
    const token = this.peek();
    if (token?.kind !== 'number' || token.value < low || token.value > high) return null;
    this.at++;
    return token.value;
  }

  month(): number | null {
    const month = monthOf(this.word());
    if (month === null) return null;
    this.at++;
    // «сент.»
    if (this.isMark('.') && this.word(-1).length <= 5) this.at++;
    return month;
  }

  /** «2023», «2023 г.», «2023 года»; undefined where there is none. */
  year(): number | undefined {
    const token = this.peek();
    if (token?.kind !== 'number' || token.text.length !== 4 || token.value < 1990 || token.value > 2100)
      return undefined;
    // «2023/2024 учебный год» is another thing and another token.
    this.at++;
    if (this.words(/^(год|года|году|гг?)$/u)) this.mark('.');
    return token.value;
  }

  /** «2», «2-я», «II», «вторая», «последняя» (-1); null for anything else. */
  ordinal(): number | null {
    const token = this.peek();
    const n = token?.kind === 'number' && token.value <= 31 ? token.value : ordinalOf(this.word());
    if (n === null) return null;
    this.at++;
    // «2 - я»
    if (this.isMark('-') && /^(й|я|е|го|ой|ом|ая|ое)$/u.test(this.word(1))) this.at += 2;
    return n;
  }

  /** Text of the tokens from a place to here, as normalised. */
  textFrom(start: number, end = this.at): string {
    let text = '';
    let reached = -1;
    for (const token of this.tokens.slice(start, end)) {
      if (reached >= 0 && token.at > reached) text += ' ';
      text += token.text;
      reached = token.at + token.text.length;
    }
    return text;
  }

  /** The rest of a phrase: up to a comma, semicolon, bracket or the end. null where there is nothing. */
  phrase(): string | null {
    const start = this.at;
    while (!this.ended && !['  ', ',', ';', '(', ')'].includes(this.peek()!.text)) this.at++;
    // A full stop that ends the phrase is not of it.
    const text = this.textFrom(start).replace(/[\s.]+$/u, '');
    return text === '' ? null : text;
  }
}
