/** Reads the pages of a PDF on a thread of its own, which can be ended: a file from outside must not stop the service. */
import { parentPort, workerData } from 'node:worker_threads';
import {
  getDocument,
  OPS,
  PasswordResponses,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RenderParameters } from 'pdfjs-dist/types/src/display/api.js';
import type { Page } from './model.ts';
import { contentOf } from './pdf-content.ts';
import type { Matrix } from './pdf-matrix.ts';
import type { PagePicture } from './read-scan.ts';
import type { Font } from './untold-hyphens.ts';

export interface PdfRequest {
  readonly bytes: Uint8Array;
  readonly mostPages: number;
  /** Numbers of the pages whose pictures are wanted in place of letters. */
  readonly pictures?: readonly number[];
}

export type PdfAnswer =
  | { readonly pages: readonly Page[]; readonly count: number }
  | { readonly pictures: readonly PagePicture[]; readonly count: number }
  | { readonly refused: 'encrypted' | 'damaged'; readonly found: string };

/** Dots an inch at which small print is recognised. */
const DOTS = 300;
/** A page larger than A3 is drawn smaller. */
const MOST_PIXELS = 18_000_000;
const PACKAGE = new URL('../../../../node_modules/pdfjs-dist/', import.meta.url).href;

async function read({ bytes, mostPages, pictures }: PdfRequest): Promise<PdfAnswer> {
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS - 1,
    // Letters and lines are wanted, no pictures and no shapes of letters.
    maxImageSize: pictures ? 60_000_000 : 1,
    ...(pictures ? { wasmUrl: `${PACKAGE}wasm/`, standardFontDataUrl: `${PACKAGE}standard_fonts/` } : {}),
    disableFontFace: true,
    useSystemFonts: false,
    fontExtraProperties: true,
    isOffscreenCanvasSupported: false,
    useWasm: pictures !== undefined,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    const last = Math.min(document.numPages, mostPages);
    if (pictures) {
      const pages: PagePicture[] = [];
      for (const number of pictures) pages.push({ number, picture: await pictureOf(document, number) });
      return { pictures: pages, count: document.numPages };
    }
    const pages: Page[] = [];
    for (let number = 1; number <= last; number += 1) {
      pages.push(await pageOf(document, number));
    }
    return { pages, count: document.numPages };
  } catch (error) {
    const { name, code, message } = error as { name?: string; code?: number; message?: string };
    const locked = name === 'PasswordException' || code === PasswordResponses.NEED_PASSWORD;
    return { refused: locked ? 'encrypted' : 'damaged', found: String(message ?? name).slice(0, 120) };
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

async function pictureOf(document: PDFDocumentProxy, number: number): Promise<Uint8Array> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(DOTS / 72, Math.sqrt(MOST_PIXELS / (width * height))) });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const canvasContext = canvas.getContext('2d') as unknown as RenderParameters['canvasContext'];
  await page.render({ canvas: null, canvasContext, viewport }).promise;
  page.cleanup();
  return new Uint8Array(canvas.toBuffer('image/png'));
}

async function pageOf(document: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const fonts = new Map<string, Font>();
  const fontOf = (name: string): Font => {
    const known = fonts.get(name);
    if (known !== undefined) return known;
    const font = page.commonObjs.has(name) ? fontFrom(page.commonObjs.get(name)) : fontFrom(null);
    fonts.set(name, font);
    return font;
  };
  const content = contentOf({
    operators: fnArray,
    operands: argsArray,
    names: OPS,
    fontOf,
    toPage: transform as unknown as Matrix,
    number,
    width,
    height,
  });
  page.cleanup();
  return content;
}

function fontFrom(object: unknown): Font {
  const { name, bold, black, fontMatrix, vertical } = (object ?? {}) as {
    name?: string;
    bold?: boolean;
    black?: boolean;
    fontMatrix?: readonly number[];
    vertical?: boolean;
  };
  return {
    bold: bold === true || black === true || /bold|black|heavy|demi/iu.test(name ?? ''),
    unit: Math.abs(fontMatrix?.[0] ?? 0.001) || 0.001,
    vertical: vertical === true,
  };
}

parentPort!.postMessage(await read(workerData as PdfRequest), []);
