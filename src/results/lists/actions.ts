/** Reading of published lists and of summaries of classes: permission -> rows that the database lets through. */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { ListFilter, SummaryFilter } from './model.ts';
import { fitsList, publishedLists, summaryFigures } from './rules.ts';
import * as store from './store.ts';

/** Rows of summaries that a page gets; the spreadsheet has more. */
const SUMMARIES_ON_PAGE = 500;
/** Rows of summaries that a spreadsheet gets. */
export const SUMMARIES_IN_TABLE = 100_000;

/** Lists name whole schools: who sees single classes only would take an empty table for «not listed». */
const seesSchools = (actor: Actor): boolean => actor.scope.classIds === null;

export async function readLists(tx: Tx, actor: Actor, filter: ListFilter) {
  requirePermission(actor, 'readFindings');
  if (!seesSchools(actor))
    return { open: false, lists: [], entries: [], total: 0, schools: 0, municipalities: [], subjects: [] };
  const all = await store.listEntries(tx);
  const municipalities = new Map(all.map(({ municipalityId, municipality }) => [municipalityId, municipality]));
  return {
    open: true,
    lists: publishedLists(await store.listHeaders(tx), all),
    entries: all.filter((entry) => fitsList(entry, filter)),
    total: all.length,
    schools: new Set(all.map(({ schoolId }) => schoolId)).size,
    municipalities: [...municipalities].map(([id, name]) => ({ id, name })),
    subjects: [...new Set(all.flatMap(({ subject }) => (subject === null ? [] : [subject])))].sort((a, b) =>
      a.localeCompare(b, 'ru'),
    ),
  };
}

/** Summaries of one school year, the newest unless another is asked for; small classes without their figures. */
export async function readSummaries(tx: Tx, actor: Actor, asked: SummaryFilter, limit = SUMMARIES_ON_PAGE) {
  requirePermission(actor, 'readFindings');
  const years = await store.summaryYears(tx);
  const schoolYear = asked.schoolYear ?? years[0] ?? null;
  const nothing = { rows: 0, classes: 0, schools: 0 };
  if (schoolYear === null) {
    return { years, schoolYear, terms: [], subjects: [], schools: [], summaries: [], total: nothing, all: nothing };
  }
  const filter = { ...asked, schoolYear };
  const rows = await store.listSummaries(tx, filter, limit);
  return {
    years,
    schoolYear,
    ...(await store.summaryChoices(tx, schoolYear)),
    summaries: rows.map(({ pupils, count2, count3, count4, count5, ...place }) => ({
      ...place,
      ...summaryFigures({ pupils, count2, count3, count4, count5 }),
    })),
    total: await store.countSummaries(tx, filter),
    all: await store.countSummaries(tx, { schoolYear }),
  };
}
