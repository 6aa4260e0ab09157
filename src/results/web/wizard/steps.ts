import type { Output } from '#src/platform/ui/api.ts';

/** The wizard over one file: which step it is at, decided from what the server says and from what the address asks for. */

export type ImportRow = Output<'GET /api/imports'>['imports'][number];
export type ImportDetail = Output<'GET /api/imports/:id'>;
export type ImportPart = ImportDetail['parts'][number];
/** A table of the file that is no papers. */
export type TablePart = ImportDetail['tables'][number];
export type Blocker = ImportPart['blockers'][number];

export const STEPS = ['files', 'reading', 'questions', 'check', 'preview', 'load'] as const;
export type Step = (typeof STEPS)[number];

/** The three steps between which a person may walk to and fro. */
type Stage = Extract<Step, 'questions' | 'check' | 'preview'>;

/** What only a person can answer; errors are mended in the file. */
export function questionsOf(part: { readonly blockers: readonly Blocker[] }): readonly Blocker[] {
  return part.blockers.filter((blocker) => blocker !== 'errors');
}

interface Asked {
  readonly state: ImportDetail['state'];
  readonly errors: number;
  readonly warnings: number;
  readonly table: object | null;
  readonly problems: readonly { readonly code: string }[];
  readonly parts: readonly {
    readonly blockers: readonly Blocker[];
    readonly problems: readonly { readonly code: string }[];
  }[];
  readonly tables: Asked['parts'];
}

/** The columns of an unknown table were guessed; until a person confirms them nothing else is worth asking. */
export function needsMapping(file: Pick<Asked, 'table' | 'problems' | 'parts' | 'tables'>): boolean {
  if (file.table === null) return false;
  return [file, ...file.parts, ...file.tables].some(({ problems }) =>
    problems.some(({ code }) => code === 'mapping-needed'),
  );
}

/** How many questions wait for an answer. */
export function openQuestions(file: Pick<Asked, 'table' | 'problems' | 'parts' | 'tables'>): number {
  if (needsMapping(file)) return 1;
  return [...file.parts, ...file.tables].reduce((sum, part) => sum + questionsOf(part).length, 0);
}

/** Where the file stands by itself: the first step at which something is left to do. */
export function naturalStep(file: Asked): Step {
  switch (file.state) {
    case 'received':
      return 'reading';
    case 'unreadable':
    case 'discarded':
      return 'check';
    case 'committing':
    case 'committed':
    case 'reverted':
      return 'load';
    case 'read':
      if (openQuestions(file) > 0) return 'questions';
      return file.errors + file.warnings > 0 ? 'check' : 'preview';
  }
}

/** The step to show: the one asked for in the address when the file may be there, otherwise its natural one. */
export function currentStep(file: Asked, asked: string | undefined): Step {
  if (file.state !== 'read') return naturalStep(file);
  const open = openQuestions(file) > 0;
  const reachable: readonly Stage[] = open ? ['questions', 'check'] : ['questions', 'check', 'preview'];
  return reachable.find((stage) => stage === asked) ?? naturalStep(file);
}

/** What of a part decides whether loading it changes anything. */
type Compared = Pick<ImportPart, 'newWork' | 'addSchools' | 'unknownSchools'> & {
  readonly counts: Pick<ImportPart['counts'], 'papers' | 'absent' | 'unchanged'>;
};
type ComparedTable = Pick<TablePart, 'flawedRows'> & {
  readonly counts: Pick<TablePart['counts'], 'rows' | 'unchanged'>;
};

/** Everything the file would store is there already with the same values. An empty file changes nothing either, but is not such a one. */
export function changesNothing(file: {
  readonly parts: readonly Compared[];
  readonly tables: readonly ComparedTable[];
}): boolean {
  const unchanged = [...file.parts, ...file.tables].reduce((sum, { counts }) => sum + counts.unchanged, 0);
  return (
    unchanged > 0 &&
    file.parts.every(
      ({ counts, newWork, addSchools, unknownSchools }) =>
        !newWork && !(addSchools && unknownSchools.length > 0) && counts.papers + counts.absent === counts.unchanged,
    ) &&
    file.tables.every(({ counts, flawedRows }) => counts.rows - flawedRows === counts.unchanged)
  );
}
