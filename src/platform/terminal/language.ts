/** Language of a command's words: `--lang` anywhere, else the environment's English, else Russian. */
import type { Language } from '../errors.ts';
import { refuseTerminal } from './errors.ts';

export interface LanguageChoice {
  readonly language: Language;
  /** The arguments without `--lang` and its value. */
  readonly args: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The first of these variables that is set decides, as POSIX orders them. */
export function languageOfEnvironment({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  return /^en/iu.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'ru';
}

/** @throws Refusal optionNeedsValue, optionValueUnknown, optionRepeated (errors.ts). */
export function chooseLanguage(argv: readonly string[], environment: Environment): LanguageChoice {
  const args: string[] = [];
  let chosen: string | null = null;
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index]!;
    if (word === '--') {
      args.push(...argv.slice(index));
      break;
    }
    if (word !== '--lang' && !word.startsWith('--lang=')) {
      args.push(word);
      continue;
    }
    if (chosen !== null) throw refuseTerminal('optionRepeated', { option: '--lang' });
    if (word === '--lang') index += 1;
    chosen = word === '--lang' ? (argv[index] ?? '') : word.slice('--lang='.length);
    if (chosen === '' || chosen.startsWith('-')) throw refuseTerminal('optionNeedsValue', { option: '--lang' });
    if (chosen !== 'ru' && chosen !== 'en') {
      throw refuseTerminal('optionValueUnknown', { option: '--lang', found: chosen, allowed: 'ru, en' });
    }
  }
  return { language: chosen === 'ru' || chosen === 'en' ? chosen : languageOfEnvironment(environment), args };
}
