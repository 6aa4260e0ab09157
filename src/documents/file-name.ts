/** Name of a file made of a title: what every file system takes, not longer than people read. */
import type { DocumentFormat } from './model.ts';
import { printable } from './words.ts';

const LONGEST = 80;

export function fileNameOf(title: string, format: DocumentFormat): string {
  const name = printable(title)
    .replace(/(?<=\d)\/(?=\d)/gu, '-')
    .replace(/\s*:\s*/gu, ' – ')
    .replace(/[\\/:*?"<>|«»\n]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = name.length <= LONGEST ? name : name.slice(0, LONGEST).replace(/\s+\S*$/u, '');
  return `${short.replace(/[.\s]+$/u, '') || 'document'}.${format}`;
}
