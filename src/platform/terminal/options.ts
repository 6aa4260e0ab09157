/** Options of a command, by the parser of Node; what it does not know is refused in a person's language. */
import { parseArgs } from 'node:util';
import { refuseTerminal } from './errors.ts';
import { nearest } from './nearest.ts';

export interface OptionShape {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
}

export interface ReadOptions<Name extends string> {
  /** Value of an option; undefined where it was not given. */
  readonly value: (name: Name) => string | undefined;
  readonly given: (name: Name) => boolean;
  /** What is not an option, in its order. */
  readonly words: readonly string[];
}

/** @throws Refusal optionUnknown, optionNeedsValue, optionTakesNoValue, optionRepeated (errors.ts). */
export function readOptions<Name extends string>(
  args: readonly string[],
  shapes: Readonly<Record<Name, OptionShape>>,
): ReadOptions<Name> {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: shapes,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName: option, value, inlineValue } = token;
    if (!Object.hasOwn(shapes, name)) {
      const names = Object.keys(shapes).map((each) => `--${each}`);
      throw refuseTerminal('optionUnknown', { option, nearest: nearest(option, names) });
    }
    const { type } = shapes[name as Name];
    // Without «=» the parser takes the next word whatever it is: `--spec --json` is a forgotten value.
    const forgotten = value === undefined || value === '' || (!inlineValue && value.startsWith('-'));
    if (type === 'string' && forgotten) throw refuseTerminal('optionNeedsValue', { option });
    if (type === 'boolean' && value !== undefined) throw refuseTerminal('optionTakesNoValue', { option });
    if (type === 'string' && values.has(name)) throw refuseTerminal('optionRepeated', { option });
    values.set(name, value ?? '');
  }
  return { value: (name) => values.get(name), given: (name) => values.has(name), words: positionals };
}
