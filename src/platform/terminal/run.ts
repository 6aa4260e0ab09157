/** Runs one command of the command line: help, version, names of commands, and errors without a stack trace. */
import { type Language, Refusal } from '../errors.ts';
import { refuseTerminal } from './errors.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit.ts';
import { chooseLanguage, languageOfEnvironment } from './language.ts';
import { nearest } from './nearest.ts';
import { endProgress } from './progress.ts';
import { printable } from './table.ts';
import { terminalText } from './text.ts';

export type Run = (args: readonly string[], language: Language) => Promise<ExitCode>;

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: Readonly<Record<Language, string>>;
  /** Loaded when the command is asked for: nobody waits for what is not used. */
  readonly load: () => Promise<Run>;
}

export interface Program {
  readonly version: string;
  readonly commands: readonly Command[];
}

/** @returns the exit code; everything has been said already. */
export async function runCommandLine({ version, commands }: Program, argv: readonly string[]): Promise<ExitCode> {
  // Whoever reads may go away (`… | head`): writing then fails where it is waited for, and nowhere else.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  let language = languageOfEnvironment(process.env);
  try {
    const chosen = chooseLanguage(argv, process.env);
    language = chosen.language;
    const [name, ...rest] = chosen.args;
    if (name === undefined) throw refuseTerminal('commandMissing');
    if (name === '--help' || name === '-h' || name === 'help') {
      process.stdout.write(`${help(commands, language)}\n`);
      return EXIT.ok;
    }
    if (name === '--version') {
      process.stdout.write(`obektiv ${version}\n`);
      return EXIT.ok;
    }
    const command = commands.find((each) => each.name === name);
    if (command === undefined) {
      if (name.startsWith('-')) {
        throw refuseTerminal('optionUnknown', {
          option: name,
          nearest: nearest(name, ['--help', '--version', '--lang']),
        });
      }
      const names = commands.map((each) => each.name);
      throw refuseTerminal('commandUnknown', { command: name, nearest: nearest(name, names) });
    }
    const run = await command.load();
    return await run(rest, language);
  } catch (error) {
    endProgress();
    return explainError(error, language);
  }
}

function help(commands: readonly Command[], language: Language): string {
  const t = terminalText[language];
  const width = Math.max(...commands.map(({ name }) => name.length));
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary[language]}`);
  return [t.usage, '', t.commands, ...list, '', t.options].join('\n');
}

function explainError(error: unknown, language: Language): ExitCode {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') return EXIT.ok;
  if (error instanceof Refusal) process.stderr.write(`${printable(error.inLanguage(language))}\n`);
  else {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${terminalText[language].unexpected(printable(message))}\n`);
    // For whoever mends the program; a person is spared it.
    if (process.env.OBEKTIV_DEBUG && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  }
  return exitCodeOf(error);
}
