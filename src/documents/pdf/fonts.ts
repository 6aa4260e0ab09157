/** Tinos: the measures of Times New Roman under a free licence, with Cyrillic, Greek and Latin; read from the package, never from the system. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const PDF_FONT = 'Tinos';
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
/** Printed for a character that the font does not have. */
export const NOT_IN_FONT = '□';

export interface Fonts {
  readonly files: readonly Buffer[];
  readonly has: (codePoint: number) => boolean;
}

export function readFonts(): Fonts {
  const require = createRequire(import.meta.url);
  const files = FACES.map((face) =>
    readFileSync(require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)),
  );
  const tables = files.map(characters);
  return { files, has: (codePoint) => tables.every((has) => has(codePoint)) };
}

/** Code points of a TrueType file by its table «cmap», format 4 (OpenType 1.9, cmap): segments of the basic plane. */
function characters(file: Buffer): (codePoint: number) => boolean {
  const count = file.readUInt16BE(4);
  let cmap = 0;
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    if (file.toString('latin1', entry, entry + 4) === 'cmap') cmap = file.readUInt32BE(entry + 8);
  }
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
    if (codePoint >= 0xffff) return false;
    const segment = segments.find(({ end }) => codePoint <= end);
    if (segment === undefined || codePoint < segment.start) return false;
    const { start, delta, rangeAt, range } = segment;
    if (range === 0) return ((codePoint + delta) & 0xffff) !== 0;
    return file.readUInt16BE(rangeAt + range + (codePoint - start) * 2) !== 0;
  };
}
