/** docs/validation.md: a run in words, tables and figures. */
import type { Language } from '#src/platform/ui/i18n.ts';
import { date } from '#src/platform/ui/format.ts';
import { documentText } from './document-text.ts';
import type { ValidationReport } from './report.ts';
import { absenceWords, aucTable, decisionTable, honestTable, kindWords, ruleTable, type WordTable } from './tables.ts';
import { validationText } from './text.ts';

/** @param figureOf name of the figure of a cell, null where it has none. */
export function validationDocument(
  report: ValidationReport,
  language: Language,
  figureOf: (cell: ValidationReport['cells'][number]) => string | null,
): string {
  const t = validationText[language];
  const d = documentText[language];
  const full = report.cells[0];
  const lines = [
    `# ${t.title}`,
    d.made(report.seeds),
    [
      t.run(report.seeds, report.engineVersion, date(report.date, language)),
      t.region(report.schools, report.units, report.targets),
    ].join(' '),
    t.took(report.seconds, report.threads),
    `## ${d.headings.what}`,
    ...d.what,
    `## ${d.headings.how}`,
    d.how.map((line) => `- ${line}`).join('\n'),
    t.interval,
    `## ${d.headings.results}`,
    ...report.cells.flatMap((cell) => {
      const figure = figureOf(cell);
      return [
        `### ${kindWords(cell, language)}`,
        markdownTable(decisionTable(cell, language)),
        markdownTable(aucTable(cell, language)),
        absenceWords(cell, language),
        ...(figure === null ? [] : [`![${t.figureTitle(kindWords(cell, language))}](${figure})`]),
      ];
    }),
    `### ${t.honestHeading}`,
    markdownTable(honestTable(report, language)),
    `## ${d.headings.rules}`,
    ...d.rules,
    ...(full === undefined
      ? []
      : [`### ${t.singleHeading}: ${kindWords(full, language)}`, markdownTable(ruleTable(full, language))]),
    `## ${d.headings.limits}`,
    ...d.doses,
  ];
  return `${lines.join('\n\n')}\n`;
}

function markdownTable({ columns, rows }: WordTable): string {
  const rule = columns.map((_, column) => (column === 0 ? '---' : '---:'));
  return [markdownLine(columns), markdownLine(rule), ...rows.map(markdownLine)].join('\n');
}

function markdownLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
