/** `obektiv roadmap read`: a plan in, its measures out; `obektiv roadmap lint`: remarks on it. docs/guide/roadmaps.md, linter.md. */
import { readFile } from 'node:fs/promises';
import { schoolYearOf as schoolYearOfDay } from '#src/platform/clock.ts';
import { refuseTerminal } from '#src/platform/terminal/errors.ts';
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { unreadable } from '#src/platform/terminal/input.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { lintLines } from '../linter/cli.ts';
import { schoolYearIn } from '../reading/head.ts';
import { openPlan } from '../reading/open.ts';
import { readRoadmap } from '../reading/read.ts';
import { refuseRoadmapCommand } from './errors.ts';
import { roadmapJson, roadmapLines } from './report.ts';
import { roadmapText } from './text.ts';

const SHAPES = {
  'school-year': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const;

/** @throws Refusal of errors.ts, reading/errors.ts, platform/tables/errors.ts and platform/terminal/errors.ts. */
export async function roadmap(args: readonly string[], language: Language): Promise<ExitCode> {
  const { value, given, words } = readOptions(args, SHAPES);
  if (given('help')) {
    process.stdout.write(`${roadmapText[language].help}\n`);
    return EXIT.ok;
  }
  const [action, ...files] = words;
  if (action !== 'read' && action !== 'lint') throw refuseRoadmapCommand('roadmapAction');
  const [file] = files;
  if (file === undefined || files.length > 1) throw refuseRoadmapCommand('roadmapOneFile', { found: files.length });
  const schoolYear = schoolYearGiven(value('school-year'));
  const [refusal] = await unreadable([file]);
  if (refusal !== undefined) throw refusal;
  const source = await openPlan(await readFile(file), file);
  const plan = readRoadmap(source, { schoolYear, presentYear: schoolYearOfDay(new Date()) });
  if (action === 'lint') for (const line of lintLines(plan, given('json'), language)) process.stdout.write(`${line}\n`);
  else if (given('json')) process.stdout.write(`${JSON.stringify(roadmapJson(plan, language), null, 2)}\n`);
  else for (const line of roadmapLines(plan, language)) process.stdout.write(`${line}\n`);
  return plan.sections.some(({ measures }) => measures.length > 0) ? EXIT.ok : EXIT.data;
}

/** «2023/2024», «2023-2024», «2023/24» and «2023» are the year that begins in September 2023. */
function schoolYearGiven(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  const start = /^20\d{2}$/u.test(typed.trim()) ? Number(typed) : schoolYearIn(typed);
  if (start === null) {
    throw refuseTerminal('optionValueUnknown', { option: '--school-year', found: typed, allowed: '2023/2024' });
  }
  return start;
}
