/** `obektiv deadline`: what the words of a plan's deadline mean; docs/guide/deadlines.md describes it for people. */
import { schoolYearOf as schoolYearOfDay } from '#src/platform/clock.ts';
import { refuseTerminal } from '#src/platform/terminal/errors.ts';
import { EXIT, type ExitCode } from '#src/platform/terminal/exit.ts';
import { readOptions } from '#src/platform/terminal/options.ts';
import { defineText, type Language } from '#src/platform/ui/i18n.ts';
import { isDay } from './days.ts';
import { refuseDeadline } from './errors.ts';
import { parseDeadline } from './parse.ts';
import { resolveDeadline } from './resolve.ts';
import { explainDeadline, warningInWords, windowInWords } from './text.ts';

const cliText = defineText({
  ru: {
    help: `obektiv deadline "СРОК" [параметры]

Читает срок так, как его пишут в планах школ («до 30 ноября 2023 г.», «1 раз в квартал», «по графику ВПР»), и говорит, какие
это даты и что в нём нужно подтвердить.

  --school-year 2023/2024   учебный год плана; без него нынешний
  --approved 2024-02-22     день приказа, которым утверждён план
  --until 2024-06-30        последний день плана, если он назван
  --json                    всё в JSON
  --lang ru|en              язык
  --help                    эта справка

Пример: obektiv deadline "ежемесячно, последний понедельник месяца" --school-year 2026/2027`,
    type: 'Вид',
    dates: 'Даты',
    rule: 'Правило',
    warnings: 'Проверьте',
  },
  en: {
    help: `obektiv deadline "DEADLINE" [options]

Reads a deadline as plans of schools write it and says which dates it means and what has to be confirmed.

  --school-year 2023/2024   school year of the plan; the present one without it
  --approved 2024-02-22     day of the order that approves the plan
  --until 2024-06-30        last day of the plan where it is named
  --json                    everything as JSON
  --lang ru|en              language
  --help                    this help

Example: obektiv deadline "ежемесячно, последний понедельник месяца" --school-year 2026/2027`,
    type: 'Type',
    dates: 'Dates',
    rule: 'Rule',
    warnings: 'Check',
  },
});

const SHAPES = {
  'school-year': { type: 'string' },
  approved: { type: 'string' },
  until: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const;

/** @throws Refusal of errors.ts and of platform/terminal/errors.ts. */
export function deadline(args: readonly string[], language: Language): Promise<ExitCode> {
  const { value, given, words } = readOptions(args, SHAPES);
  const t = cliText[language];
  if (given('help')) {
    process.stdout.write(`${t.help}\n`);
    return Promise.resolve(EXIT.ok);
  }
  if (words.length === 0) throw refuseDeadline('wordsMissing');
  const resolved = resolveDeadline(parseDeadline(words.join(' ')), {
    schoolYear: schoolYearOf(value('school-year')),
    approvedOn: dayOf('--approved', value('approved')),
    planEnds: dayOf('--until', value('until')),
  });
  if (given('json')) {
    const warnings = resolved.warnings.map((warning) => ({ ...warning, message: warningInWords(warning, language) }));
    process.stdout.write(`${JSON.stringify({ ...resolved, warnings }, null, 2)}\n`);
    return Promise.resolve(EXIT.ok);
  }
  const lines = [
    `${t.type}: ${resolved.type}`,
    ...(resolved.windows.length === 0
      ? [`${t.dates}: ${explainDeadline(resolved, language)}`]
      : [`${t.dates}:`, ...resolved.windows.map((window) => `  ${windowInWords(window, language)}`)]),
    ...(resolved.recurrence === null ? [] : [`${t.rule}: ${resolved.recurrence}`]),
    ...(resolved.warnings.length === 0 ? [] : [`${t.warnings}:`]),
    ...resolved.warnings.map((warning) => `  ${warningInWords(warning, language)}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return Promise.resolve(EXIT.ok);
}

/** «2023/2024», «2023-2024», «2023/24» and «2023» are the year that begins in September 2023. */
function schoolYearOf(typed: string | undefined): number {
  if (typed === undefined) {
    return schoolYearOfDay(new Date());
  }
  const match = /^(\d{4})(?:[/-](\d{4}|\d{2}))?$/u.exec(typed.trim());
  const start = Number(match?.[1]);
  const end = match?.[2];
  if (!match || start < 1990 || start > 2100 || (end !== undefined && Number(end.slice(-2)) !== (start + 1) % 100)) {
    throw refuseTerminal('optionValueUnknown', { option: '--school-year', found: typed, allowed: '2023/2024' });
  }
  return start;
}

function dayOf(option: string, typed: string | undefined): string | null {
  if (typed === undefined) return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(typed) ?? null;
  const russian = /^(\d{2})\.(\d{2})\.(\d{4})$/u.exec(typed);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : russian ? [russian[3], russian[2], russian[1]] : [];
  if (year === undefined || !isDay(Number(year), Number(month), Number(day))) {
    throw refuseTerminal('optionValueUnknown', { option, found: typed, allowed: '2024-02-22, 22.02.2024' });
  }
  return `${year}-${month}-${day}`;
}
