/** Name of a file made of a title: what every file system takes, not longer than people read. */
import type { DocumentFormat } from './model.ts';
import { printable } from './words.ts';

const LONGEST = 80;

/** Prepositions, conjunctions and marks that say nothing at the end of a name. */
const DANGLING =
  /(?:\s+(?:[авикосу]|во|на|не|по|за|из|до|от|об|со|ко|для|при|над|под|или|без|the|of|to|in|on|for|and|a)|\s*[–—,;(-])$/iu;

export function fileNameOf(title: string, format: DocumentFormat): string {
  const name = printable(title)
    .replace(/(?<=\d)\/(?=\d)/gu, '-')
    .replace(/\s*:\s*/gu, ' – ')
    .replace(/[\\/:*?"<>|«»\n]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[([])\s+|\s+(?=[)\],])/gu, '')
    .trim();
  const short = name.length <= LONGEST ? name : cutAtWord(name);
  return `${short.replace(/[.\s]+$/u, '') || 'document'}.${format}`;
}

/** As many whole words as fit; no open bracket and no word that wants another one after it at the end. */
function cutAtWord(name: string): string {
  let cut = name
    .slice(0, LONGEST + 1)
    .replace(/\s+\S*$/u, '')
    .slice(0, LONGEST);
  if (cut.lastIndexOf('(') > cut.lastIndexOf(')')) cut = cut.slice(0, cut.lastIndexOf('(')).trimEnd();
  while (DANGLING.test(cut)) cut = cut.replace(DANGLING, '');
  return cut;
}
