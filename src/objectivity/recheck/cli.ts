/** `obektiv recheck`: papers scored twice in, how far the scorings differ out. docs/guide/recheck.md describes it for people. */
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { unreadable } from '#src/platform/terminal/input.ts';
import { checkWritable, writePieces } from '#src/platform/terminal/output.ts';
import { printable } from '#src/platform/terminal/table.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { ENGINE_VERSION } from '../analysis/version.ts';
import { refuseRecheck } from './errors.ts';
import { readRecheck } from './file.ts';
import { readRecheckOptions } from './options.ts';
import { recheckJson, recheckTable } from './report.ts';
import { recheckStatistics } from './statistics.ts';
import { recheckText } from './text.ts';

const MOST_PROBLEMS = 50;

/** @throws Refusal where the command line or the file cannot be used; problems of rows are told and make exit code 3. */
export async function recheckFile(args: readonly string[], language: Language): Promise<ExitCode> {
  const t = recheckText[language];
  const command = readRecheckOptions(args);
  if (command === 'help') {
    process.stdout.write(`${t.help}\n`);
    return EXIT.ok;
  }
  const [refusal] = await unreadable([command.file]);
  if (refusal !== undefined) throw refusal;
  if (command.out !== null) await checkWritable(command.out);
  const { rescored, problems } = await readRecheck(command.file);
  if (problems.length > 0) {
    const lines = problems.slice(0, MOST_PROBLEMS).map((each) => `  ${printable(each.inLanguage(language))}`);
    const rest = problems.length - lines.length;
    process.stderr.write(
      `${[t.problems(problems.length), ...lines, ...(rest > 0 ? [t.more(rest)] : [])].join('\n')}\n`,
    );
    return EXIT.data;
  }
  const papers = new Set(rescored.map(({ paper }) => paper)).size;
  if (command.population !== null && command.population < papers) {
    throw refuseRecheck('populationSmall', { given: command.population, found: papers });
  }
  const result = recheckStatistics(rescored, {
    ...(command.tolerance === null ? {} : { tolerance: command.tolerance }),
    ...(command.population === null ? {} : { population: command.population }),
  });
  const answer = command.json ? [recheckJson(result, ENGINE_VERSION)] : recheckTable(result, language);
  await writePieces(answer, command.out);
  return EXIT.ok;
}
