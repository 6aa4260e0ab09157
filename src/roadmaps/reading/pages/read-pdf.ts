/** A PDF with a text layer: its pages' letters and lines, and from them paragraphs and tables. */
import { Worker } from 'node:worker_threads';
import { Refusal } from '#src/platform/errors.ts';
import type { Source } from '../blocks.ts';
import { refusePlan } from '../errors.ts';
import type { Problem } from '../model.ts';
import { blocksOfPages } from './blocks-of-pages.ts';
import type { Page } from './model.ts';
import type { PdfAnswer, PdfRequest } from './pdf-thread.ts';
import { type PagePicture, type Recognised, recognised } from './read-scan.ts';

/** A plan has some ten pages; the longest programmes that hold one have two hundred. */
const MOST_PAGES = 300;
/** Each takes some seconds to recognise. */
const MOST_PICTURES = 40;
const LONGEST_MILLISECONDS = 60_000;
/** Drawing a page takes a second. */
const LONGEST_DRAWING = 180_000;
const MEMORY_MEGABYTES = 768;

/** Pages with fewer letters than this are pictures with a stamp. */
const FEWEST_LETTERS = 20;

export interface PdfPages {
  readonly pages: readonly Page[];
  readonly problems: readonly Problem[];
}

/** @throws Refusal planPdfEncrypted, planPdfDamaged, planPdfTooLong; those of read-scan.ts where no page has text. */
export async function readPdf(bytes: Uint8Array): Promise<Source> {
  const { pages, problems } = await pagesOfPdf(bytes);
  const none = pages.every((page) => lettersOf(page) < FEWEST_LETTERS);
  const bare = pages.filter((page) => none || lettersOf(page) === 0).map(({ number }) => number);
  const scanned = bare.length === 0 ? { pages: [], problems: [] } : await recognisedOf(bytes, bare, none);
  const read = new Map(scanned.pages.map((page) => [page.number, page]));
  return {
    format: none ? 'scan' : 'pdf',
    blocks: blocksOfPages(pages.map((page) => read.get(page.number) ?? page)),
    problems: [
      ...problems,
      ...scanned.problems,
      ...bare
        .filter((number) => !read.has(number))
        .map((number): Problem => ({ code: 'pageWithoutText', place: `страница ${number}`, words: null })),
    ],
  };
}

/** Pages without letters, recognised where that can be done; where the other pages have text, these may also stay unread. */
async function recognisedOf(bytes: Uint8Array, bare: readonly number[], none: boolean): Promise<Recognised> {
  try {
    return await recognised(() => picturesOfPdf(bytes, bare.slice(0, MOST_PICTURES)));
  } catch (error) {
    if (none || !(error instanceof Refusal)) throw error;
    return { pages: [], problems: [] };
  }
}

async function pagesOfPdf(bytes: Uint8Array): Promise<PdfPages> {
  const answer = await ask({ bytes: bytes.slice(), mostPages: MOST_PAGES });
  if (!('pages' in answer)) throw refusePlan('planPdfDamaged', { found: '—' });
  const cut: readonly Problem[] =
    answer.count > MOST_PAGES ? [{ code: 'documentCut', place: `страница ${MOST_PAGES}`, words: null }] : [];
  return { pages: answer.pages, problems: cut };
}

async function picturesOfPdf(bytes: Uint8Array, pictures: readonly number[]): Promise<readonly PagePicture[]> {
  const answer = await ask({ bytes: bytes.slice(), mostPages: MOST_PAGES, pictures }, LONGEST_DRAWING);
  return 'pictures' in answer ? answer.pictures : [];
}

async function ask(request: PdfRequest, longest = LONGEST_MILLISECONDS): Promise<PdfAnswer> {
  const answer = await onThread(request, longest);
  if (!('refused' in answer)) return answer;
  throw answer.refused === 'encrypted'
    ? refusePlan('planPdfEncrypted')
    : refusePlan('planPdfDamaged', { found: answer.found });
}

function onThread(request: PdfRequest, longest: number): Promise<PdfAnswer> {
  const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
  });
  return new Promise<PdfAnswer>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(refusePlan('planPdfTooLong', { seconds: longest / 1000 }));
      void worker.terminate();
    }, longest);
    worker.once('message', (answer: PdfAnswer) => {
      clearTimeout(late);
      resolve(answer);
      void worker.terminate();
    });
    worker.once('error', (error: Error) => {
      clearTimeout(late);
      reject(refusePlan('planPdfDamaged', { found: error.message.slice(0, 120) }));
    });
    worker.once('exit', () => {
      clearTimeout(late);
      reject(refusePlan('planPdfDamaged', { found: 'exit' }));
    });
  });
}

function lettersOf({ marks }: Page): number {
  return marks.reduce((count, { text }) => count + (text.trim() === '' ? 0 : 1), 0);
}
