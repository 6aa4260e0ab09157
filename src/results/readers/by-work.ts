/** Reads a sheet that holds papers of several works, in one pass: what a row says about its work decides where it goes. */
import type { TableRow, TableSheet } from '#src/platform/tables/source.ts';
import type { Problem, ReadFile, TableMapping } from '../model.ts';
import { problem } from '../problems.ts';
import { canonicalSubject, guessProcedureKind, HIGHEST_GRADE, LOWEST_GRADE, workLevelOf } from '../rules.ts';
import { assemble, withoutEmptyTasks } from './assemble.ts';
import type { HeaderColumn } from './headers.ts';
import { collectProtocol, type ProtocolCollector, type ProtocolLayout } from './protocol.ts';

/** What is said of a work, as texts; '' where nothing is said. */
export interface WorkFacts {
  readonly procedure: string;
  readonly subject: string;
  readonly grade: string;
  readonly date: string | null;
}

export interface ByWorkLayout extends Pick<ProtocolLayout, 'classNumbers' | 'constants' | 'emptyRows' | 'shiftedCell'> {
  readonly reader: string;
  readonly sheet: TableSheet;
  readonly headerRow: number;
  readonly columns: readonly HeaderColumn[];
  /** Facts of a row's work, or null for a row that is no paper. */
  readonly factsOf: (row: TableRow) => WorkFacts | null;
  readonly year?: number | null;
  readonly mapping?: TableMapping;
  /** Problems that each of the works gets. */
  readonly problems: readonly Problem[];
}

interface OpenWork {
  readonly facts: WorkFacts;
  readonly grade: number | null;
  readonly collector: ProtocolCollector;
}

/** One ReadFile per work, in the order of their first rows; one without facts when there is no row at all. */
export async function readByWork(layout: ByWorkLayout): Promise<ReadFile[]> {
  const { sheet, headerRow } = layout;
  const works = new Map<string, OpenWork>();
  for await (const row of sheet.rows()) {
    if (row.number <= headerRow) continue;
    const facts = layout.factsOf(row);
    if (facts === null) continue;
    const key = [facts.procedure, facts.subject, facts.grade].join('\u0000');
    let work = works.get(key);
    if (work === undefined) {
      work = openWork(layout, facts);
      works.set(key, work);
    }
    work.collector.take(row);
  }
  const found =
    works.size === 0 ? [openWork(layout, { procedure: '', subject: '', grade: '', date: null })] : works.values();
  return Array.from(found, (work) => closeWork(layout, work));
}

function openWork(layout: ByWorkLayout, facts: WorkFacts): OpenWork {
  const number = /^\d{1,2}(?!\d)/u.test(facts.grade) ? Number.parseInt(facts.grade, 10) : null;
  const grade = number !== null && number >= LOWEST_GRADE && number <= HIGHEST_GRADE ? number : null;
  return { facts, grade, collector: collectProtocol({ ...layout, grade, emptyScores: 'allow' }) };
}

function closeWork(layout: ByWorkLayout, { facts, grade, collector }: OpenWork): ReadFile {
  const sheet = layout.sheet.name;
  const problems = [...layout.problems];
  const subject = facts.subject === '' ? null : canonicalSubject(facts.subject);
  if (facts.subject !== '' && subject === null)
    problems.push(problem('subject-unknown', sheet, { found: facts.subject }));
  if (facts.grade !== '' && grade === null) {
    const allowed = `${LOWEST_GRADE}–${HIGHEST_GRADE}`;
    problems.push(problem('grade-impossible', sheet, { found: facts.grade, allowed }));
  }
  const file = assemble(withoutEmptyTasks(collector.finish()), {
    reader: layout.reader,
    sheet,
    columns: layout.columns,
    problems,
    procedure: facts.procedure === '' ? null : facts.procedure,
    year: layout.year ?? yearIn(facts.procedure) ?? yearIn(facts.date ?? ''),
    subject,
    level: workLevelOf(facts.subject),
    date: facts.date,
    mapping: layout.mapping,
  });
  // Control works of a region or of a school come in these formats too: the name of the procedure tells them apart.
  return facts.procedure === '' ? file : { ...file, procedureKind: guessProcedureKind(facts.procedure) };
}

function yearIn(text: string): number | null {
  const match = /(?<!\d)20\d\d(?!\d)/u.exec(text);
  return match === null ? null : Number(match[0]);
}
