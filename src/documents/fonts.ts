/** Tinos: the measures of Times New Roman under a free licence, with Cyrillic, Greek and Latin; read from the package, never from the system. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const PDF_FONT = 'Tinos';
/** Bold letters are wider than regular ones by less than this. */
const BOLDNESS = 1.12;
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
/** Printed for a character that the font does not have. */
export const NOT_IN_FONT = '□';

export interface Fonts {
  readonly files: readonly Buffer[];
  readonly has: (codePoint: number) => boolean;
  /** Width of a character in the regular face, in sizes of type. */
  readonly advance: (codePoint: number) => number;
}

let fonts: Fonts | null = null;

/** Two megabytes, read at the first document and kept. */
export function theFonts(): Fonts {
  fonts ??= readFonts();
  return fonts;
}

function readFonts(): Fonts {
  const require = createRequire(import.meta.url);
  const files = FACES.map((face) =>
    readFileSync(require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)),
  );
  const glyphs = files.map(glyphOf);
  const widths = advances(files[0]);
  return {
    files,
    has: (codePoint) => glyphs.every((glyph) => glyph(codePoint) !== 0),
    advance: (codePoint) => widths(glyphs[0](codePoint)),
  };
}

/** Width of a word in sizes of type, at most: as if it were bold. */
export function widthOf(word: string, { advance }: Pick<Fonts, 'advance'>): number {
  let sum = 0;
  for (const letter of word)
    if (!/\p{Default_Ignorable_Code_Point}/u.test(letter)) sum += advance(letter.codePointAt(0)!);
  return sum * BOLDNESS;
}

/** Where a table of a TrueType file begins. */
function tableAt(file: Buffer, name: string): number {
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    if (file.toString('latin1', entry, entry + 4) === name) return file.readUInt32BE(entry + 8);
  }
  throw new RangeError(`a font without the table ${name}`);
}

/** Widths of glyphs in sizes of type (OpenType 1.9, hmtx). */
function advances(file: Buffer): (glyph: number) => number {
  const unitsPerEm = file.readUInt16BE(tableAt(file, 'head') + 18);
  const longMetrics = file.readUInt16BE(tableAt(file, 'hhea') + 34);
  const metrics = tableAt(file, 'hmtx');
  return (glyph) => file.readUInt16BE(metrics + Math.min(glyph, longMetrics - 1) * 4) / unitsPerEm;
}

/** Glyphs of code points, 0 for none (OpenType 1.9, cmap, format 4: segments of the basic plane). */
function glyphOf(file: Buffer): (codePoint: number) => number {
  const cmap = tableAt(file, 'cmap');
  const subtables = Array.from({ length: file.readUInt16BE(cmap + 2) }, (_, index) => ({
    platform: file.readUInt16BE(cmap + 4 + index * 8),
    at: cmap + file.readUInt32BE(cmap + 8 + index * 8),
  }));
  const found = subtables.find(({ platform, at }) => platform === 3 && file.readUInt16BE(at) === 4);
  if (found === undefined) throw new RangeError('a font without a table of characters');
  const { at } = found;
  const doubled = file.readUInt16BE(at + 6);
  const segments = Array.from({ length: doubled / 2 }, (_, index) => {
    const field = (part: number): number => at + 14 + part * doubled + (part === 0 ? 0 : 2) + index * 2;
    return {
      end: file.readUInt16BE(field(0)),
      start: file.readUInt16BE(field(1)),
      delta: file.readUInt16BE(field(2)),
      rangeAt: field(3),
      range: file.readUInt16BE(field(3)),
    };
  });
  return (codePoint) => {
    const segment = codePoint >= 0xffff ? undefined : segments.find(({ end }) => codePoint <= end);
    if (segment === undefined || codePoint < segment.start) return 0;
    const { start, delta, rangeAt, range } = segment;
    if (range === 0) return (codePoint + delta) & 0xffff;
    return file.readUInt16BE(rangeAt + range + (codePoint - start) * 2);
  };
}
