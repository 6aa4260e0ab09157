/** Units as a table for reading: level by level, names in their order, and what the words mean at the end. */
import { type TableColumn, tableLines } from '#src/platform/terminal/table.ts';
import { DASH, formatNumber, probability } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { UnitLevel } from '../model.ts';
import { mechanismName, strengthName } from '../text.ts';
import type { NamedUnit } from './order.ts';
import { analyzeText } from './text.ts';

export interface TableReport {
  /** Every unit looked at, in the order of printing. */
  readonly units: readonly NamedUnit[];
  readonly levels: readonly UnitLevel[];
  /** Print also units without a signal. */
  readonly all: boolean;
  readonly rate: number;
  /** Papers of pupils who were present, and pupils who were absent. */
  readonly papers: number;
  readonly absent: number;
}

export function* unitsTable(report: TableReport, language: Language): Generator<string> {
  const t = analyzeText[language];
  const procedures = new Set(report.units.map(({ procedure }) => procedure));
  for (const level of report.levels) {
    const units = report.units.filter((unit) => unit.level === level && (report.all || unit.signalled));
    yield units.length === 0 ? `${t.levels[level]}: ${t.noSigns}\n` : `${t.levels[level]}\n\n`;
    if (units.length > 0) {
      for (const line of tableLines(columnsOf(level, procedures.size > 1, language), units)) yield `${line}\n`;
    }
    yield '\n';
  }
  for (const line of tableLines(countColumns(language), countsOf(report))) yield `${line}\n`;
  const rate = language === 'ru' ? String(report.rate).replace('.', ',') : String(report.rate);
  yield `\n${t.read(report.papers, report.absent)}\n${t.rateNote(rate)}\n${t.falseSignalNote}\n${t.notVerdict}\n`;
}

function columnsOf(level: UnitLevel, sayProcedure: boolean, language: Language): TableColumn<NamedUnit>[] {
  const t = analyzeText[language];
  const columns: TableColumn<NamedUnit>[] = [{ title: t.municipality, cell: (unit) => unit.municipality || DASH }];
  if (level !== 'municipality') columns.push({ title: t.school, cell: (unit) => unit.school || DASH });
  columns.push(
    level === 'class'
      ? { title: t.className, cell: (unit) => unit.className || DASH }
      : { title: t.grade, align: 'right', cell: (unit) => String(unit.grade) },
    { title: t.subject, cell: (unit) => unit.subject },
  );
  if (sayProcedure) columns.push({ title: t.procedure, cell: (unit) => unit.procedure });
  return [
    ...columns,
    { title: t.participants, align: 'right', cell: (unit) => formatNumber(unit.participants, language) },
    { title: t.strength, cell: (unit) => (unit.p === null ? t.tooFew : strengthName(unit.strength, language)) },
    { title: t.falseSignal, align: 'right', cell: (unit) => probability(unit.localFdr, language) },
    // The longest column stands last: a narrow window breaks it and nothing else.
    { title: t.sign, cell: (unit) => wordsOf(unit, language) },
  ];
}

function wordsOf({ mechanisms }: NamedUnit, language: Language): string {
  return mechanisms.map((mechanism) => mechanismName(mechanism, language)).join(', ') || DASH;
}

interface LevelCounts {
  readonly level: UnitLevel;
  readonly looked: number;
  readonly signalled: number;
  readonly tooFew: number;
}

function countsOf({ units, levels }: TableReport): LevelCounts[] {
  return levels.map((level) => {
    const own = units.filter((unit) => unit.level === level);
    return {
      level,
      looked: own.length,
      signalled: own.filter((unit) => unit.signalled).length,
      tooFew: own.filter((unit) => unit.p === null).length,
    };
  });
}

function countColumns(language: Language): TableColumn<LevelCounts>[] {
  const t = analyzeText[language];
  const figure = (value: number): string => formatNumber(value, language);
  return [
    { title: t.counts, cell: ({ level }) => t.levels[level] },
    { title: t.looked, align: 'right', cell: ({ looked }) => figure(looked) },
    { title: t.signalled, align: 'right', cell: ({ signalled }) => figure(signalled) },
    { title: capital(t.tooFew), align: 'right', cell: ({ tooFew }) => figure(tooFew) },
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
