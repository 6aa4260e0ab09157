/** A PDF with a text layer: its pages' letters and lines, and from them paragraphs and tables. */
import { Worker } from 'node:worker_threads';
import type { Source } from '../blocks.ts';
import { refusePlan } from '../errors.ts';
import type { Problem } from '../model.ts';
import { blocksOfPages } from './blocks-of-pages.ts';
import type { Page } from './model.ts';
import type { PdfAnswer, PdfRequest } from './pdf-thread.ts';
import { readScan } from './read-scan.ts';

/** A plan has some ten pages; the longest programmes that hold one have two hundred. */
const MOST_PAGES = 300;
const MOST_PICTURES = 40;
const LONGEST_MILLISECONDS = 60_000;
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
  if (pages.every((page) => lettersOf(page) < FEWEST_LETTERS)) return readScan(() => picturesOfPdf(bytes));
  const scanned = pages.filter((page) => lettersOf(page) === 0);
  return {
    format: 'pdf',
    blocks: blocksOfPages(pages),
    problems: [
      ...problems,
      ...scanned.map(({ number }): Problem => ({ code: 'pageWithoutText', place: `страница ${number}`, words: null })),
    ],
  };
}

async function pagesOfPdf(bytes: Uint8Array): Promise<PdfPages> {
  const answer = await ask({ bytes: bytes.slice(), mostPages: MOST_PAGES, pictures: false });
  if (!('pages' in answer)) throw refusePlan('planPdfDamaged', { found: '—' });
  const cut: readonly Problem[] =
    answer.count > MOST_PAGES ? [{ code: 'documentCut', place: `страница ${MOST_PAGES}`, words: null }] : [];
  return { pages: answer.pages, problems: cut };
}

/** Pages of a scan as pictures: fewer, since each takes a minute to recognise. */
async function picturesOfPdf(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  const answer = await ask({ bytes: bytes.slice(), mostPages: MOST_PICTURES, pictures: true });
  return 'pictures' in answer ? answer.pictures : [];
}

async function ask(request: PdfRequest): Promise<PdfAnswer> {
  const answer = await onThread(request);
  if (!('refused' in answer)) return answer;
  throw answer.refused === 'encrypted'
    ? refusePlan('planPdfEncrypted')
    : refusePlan('planPdfDamaged', { found: answer.found });
}

function onThread(request: PdfRequest): Promise<PdfAnswer> {
  const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
  });
  return new Promise<PdfAnswer>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(refusePlan('planPdfTooLong', { seconds: LONGEST_MILLISECONDS / 1000 }));
      void worker.terminate();
    }, LONGEST_MILLISECONDS);
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
