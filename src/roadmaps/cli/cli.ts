/**
 * `obektiv roadmap read`: a plan in, its measures out; `obektiv roadmap lint`: remarks on it;
 * `print` and `due`: the plan in the official form, and what is due when. docs/guide/roadmaps.md, linter.md.
 */
import { readFile } from 'node:fs/promises';
import { dayOf, schoolYearOf as schoolYearOfDay } from '#src/platform/clock.ts';
import { refuseTerminal } from '#src/platform/terminal/errors.ts';
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { unreadable } from '#src/platform/terminal/input.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import { checkWritable } from '#src/platform/terminal/output.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { lintLines } from '../linter/cli.ts';
import { schoolYearIn } from '../reading/head.ts';
import type { Roadmap } from '../reading/model.ts';
import { openPlan } from '../reading/open.ts';
import { readRoadmap } from '../reading/read.ts';
import { dueLines, dueOf } from './due.ts';
import { refuseRoadmapCommand } from './errors.ts';
import { PRINT_FORMATS, type PrintFormat, printedPlan, writeWhole } from './print.ts';
import { roadmapJson, roadmapLines } from './report.ts';
import { roadmapText } from './text.ts';

const ACTIONS = ['read', 'lint', 'due', 'print'] as const;
type Action = (typeof ACTIONS)[number];

const SHAPES = {
  'school-year': { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  with: { type: 'string' },
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
  if (!isAction(action)) throw refuseRoadmapCommand('roadmapAction');
  const [file] = files;
  if (file === undefined || files.length > 1) throw refuseRoadmapCommand('roadmapOneFile', { found: files.length });
  const schoolYear = schoolYearGiven(value('school-year'));
  const printing = action === 'print' ? printingAsked(value) : null;
  const [refusal] = await unreadable([file]);
  if (refusal !== undefined) throw refusal;
  if (printing !== null) await checkWritable(printing.out);
  const bytes = await readFile(file);
  // Nothing was downloaded here, so nothing is to be downloaded again.
  if (bytes.length === 0) throw refuseRoadmapCommand('roadmapFileEmpty', { path: file });
  const source = await openPlan(bytes, file);
  const plan = readRoadmap(source, { schoolYear, presentYear: schoolYearOfDay(new Date()) });
  const found = plan.sections.some(({ measures }) => measures.length > 0);
  if (printing !== null) {
    // An empty form would look as if the plan had been read.
    if (!found) throw refuseRoadmapCommand('roadmapNothingToPrint');
    const { format, out, remarks } = printing;
    await writeWhole(out, await printedPlan(plan, format, { remarks, day: dayOf(new Date()) }));
    return EXIT.ok;
  }
  for (const line of linesOf(action, plan, given('json'), language)) process.stdout.write(`${line}\n`);
  return found ? EXIT.ok : EXIT.data;
}

function isAction(word: string | undefined): word is Action {
  return ACTIONS.some((action) => action === word);
}

function linesOf(action: Action, plan: Roadmap, json: boolean, language: Language): Iterable<string> {
  if (action === 'lint') return lintLines(plan, json, language);
  if (action === 'due') return json ? [JSON.stringify(dueOf(plan), null, 2)] : dueLines(plan, language);
  return json ? [JSON.stringify(roadmapJson(plan, language), null, 2)] : roadmapLines(plan, language);
}

interface Printing {
  readonly format: PrintFormat;
  readonly out: string;
  readonly remarks: boolean;
}

function printingAsked(value: (name: 'format' | 'out' | 'with') => string | undefined): Printing {
  const [typed, out, extra] = [value('format') ?? '', value('out'), value('with')];
  const format = PRINT_FORMATS.find((each) => each === typed);
  const allowed = PRINT_FORMATS.join(', ');
  if (format === undefined) throw refuseTerminal('optionValueUnknown', { option: '--format', found: typed, allowed });
  if (out === undefined) throw refuseRoadmapCommand('roadmapOutMissing');
  if (extra !== undefined && (extra !== 'remarks' || format === 'xlsx')) {
    const found = format === 'xlsx' ? `${extra} (xlsx)` : extra;
    throw refuseTerminal('optionValueUnknown', { option: '--with', found, allowed: 'remarks (docx, pdf)' });
  }
  return { format, out, remarks: extra === 'remarks' };
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
