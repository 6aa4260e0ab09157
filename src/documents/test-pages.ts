/** What a PDF shows, page by page: words with their places, read by an independent reader. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ShownText {
  readonly text: string;
  /** Points from the left and from the top. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface ShownPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly ShownText[];
}

export async function pagesOf(bytes: Uint8Array): Promise<readonly ShownPage[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: ShownPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push({
      width,
      height,
      texts: items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ text: item.str, x: Number(item.transform[4]), y: height - Number(item.transform[5]), width: item.width }]
          : [],
      ),
    });
  }
  await task.destroy();
  return pages;
}

export function wordsOf({ texts }: ShownPage): string {
  return texts
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/gu, ' ');
}
