/** Numbers of Word's lists: the document names a list and a level, the number itself is counted by whoever shows it. */
import type { Archive } from '#src/platform/tables/archive.ts';
import { parseXml } from '#src/platform/tables/xml.ts';

interface Level {
  start: number;
  format: string;
  text: string;
}

export interface Lists {
  /** Levels by abstract list. */
  readonly levels: ReadonlyMap<string, readonly Level[]>;
  readonly lists: ReadonlyMap<string, { readonly abstract: string; readonly starts: ReadonlyMap<number, number> }>;
  /** Paragraph styles that number their paragraphs. */
  readonly styles: ReadonlyMap<string, { readonly list: string; readonly level: number }>;
}

type Attributes = Readonly<Record<string, string>>;

/** Value of `w:val` whatever the prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  for (const key of Object.keys(attributes)) {
    if (key === name || key.endsWith(`:${name}`)) return attributes[key];
  }
  return undefined;
}

const MOST_LEVELS = 9;

export async function readNumbering(archive: Archive): Promise<Lists> {
  const levels = new Map<string, Level[]>();
  const lists = new Map<string, { abstract: string; starts: Map<number, number> }>();
  const styles = new Map<string, { list: string; level: number }>();
  if (archive.has('word/numbering.xml')) await readLists(archive, levels, lists);
  if (archive.has('word/styles.xml')) await readStyles(archive, styles);
  return { levels, lists, styles };
}

async function readLists(
  archive: Archive,
  levels: Map<string, Level[]>,
  lists: Map<string, { abstract: string; starts: Map<number, number> }>,
): Promise<void> {
  let abstract: Level[] | null = null;
  let level: Level | null = null;
  let list: { abstract: string; starts: Map<number, number> } | null = null;
  let overridden = 0;
  await parseXml(archive.stream('word/numbering.xml'), 'word/numbering.xml', {
    open(name, attributes) {
      const value = attribute(attributes, 'val') ?? '';
      if (name === 'abstractNum') {
        abstract = [];
        levels.set(attribute(attributes, 'abstractNumId') ?? '', abstract);
      } else if (name === 'num') {
        list = { abstract: '', starts: new Map() };
        lists.set(attribute(attributes, 'numId') ?? '', list);
      } else if (name === 'abstractNumId' && list !== null) list.abstract = value;
      else if (name === 'lvlOverride') overridden = Number(attribute(attributes, 'ilvl') ?? 0);
      else if (name === 'startOverride' && list !== null) list.starts.set(overridden, Number(value) || 0);
      else if (name === 'lvl' && abstract !== null && list === null) {
        level = { start: 1, format: 'decimal', text: '' };
        const at = Number(attribute(attributes, 'ilvl') ?? 0);
        if (at >= 0 && at < MOST_LEVELS) abstract[at] = level;
      } else if (level !== null && name === 'start') level.start = Number(value) || 0;
      else if (level !== null && name === 'numFmt') level.format = value;
      else if (level !== null && name === 'lvlText') level.text = value;
    },
    close(name) {
      if (name === 'abstractNum') abstract = null;
      if (name === 'lvl') level = null;
      if (name === 'num') list = null;
    },
  });
}

async function readStyles(archive: Archive, styles: Map<string, { list: string; level: number }>): Promise<void> {
  let style = '';
  let level = 0;
  await parseXml(archive.stream('word/styles.xml'), 'word/styles.xml', {
    open(name, attributes) {
      if (name === 'style') [style, level] = [attribute(attributes, 'styleId') ?? '', 0];
      else if (name === 'ilvl') level = Number(attribute(attributes, 'val') ?? 0);
      else if (name === 'numId') styles.set(style, { list: attribute(attributes, 'val') ?? '', level });
    },
  });
}

/** Counts the lists as a reader goes down the document. */
export class Numbering {
  readonly #lists: Lists;
  readonly #counts = new Map<string, number[]>();

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  ofStyle(style: string): { readonly list: string; readonly level: number } | undefined {
    return this.#lists.styles.get(style);
  }

  /** The next number of the list at the level, as printed («2.1.»); empty for bullets and unknown lists. */
  next(list: string, level: number): string {
    const found = this.#lists.lists.get(list);
    const levels = found === undefined ? undefined : this.#lists.levels.get(found.abstract);
    if (found === undefined || levels === undefined || !(level >= 0 && level < MOST_LEVELS)) return '';
    const counts = this.#counts.get(found.abstract) ?? [];
    this.#counts.set(found.abstract, counts);
    const startOf = (at: number): number => found.starts.get(at) ?? levels[at]?.start ?? 1;
    for (let at = 0; at < level; at += 1) counts[at] ??= startOf(at);
    counts[level] = counts[level] === undefined ? startOf(level) : counts[level] + 1;
    counts.length = level + 1;
    const { format, text } = levels[level] ?? { format: 'bullet', text: '' };
    if (format === 'bullet' || format === 'none') return '';
    return text.replace(/%(\d)/gu, (_, at: string) => {
      const shown = Number(at) - 1;
      return numeral(counts[shown] ?? startOf(shown), levels[shown]?.format ?? 'decimal');
    });
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
const LETTERS = 'абвгдежзиклмнопрстуфхцчшщэюя';

function numeral(value: number, format: string): string {
  if (format.endsWith('Roman') && value > 0 && value < 400) {
    let rest = value;
    let text = '';
    for (const [size, letter] of ROMAN) {
      for (; rest >= size; rest -= size) text += letter;
    }
    return format === 'lowerRoman' ? text.toLowerCase() : text;
  }
  if (format.startsWith('russian')) {
    const letter = LETTERS[(value - 1) % LETTERS.length] ?? '';
    return format === 'russianUpper' ? letter.toUpperCase() : letter;
  }
  if (format.endsWith('Letter')) {
    const letter = String.fromCharCode(97 + ((Math.max(value, 1) - 1) % 26));
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  return String(value);
}
