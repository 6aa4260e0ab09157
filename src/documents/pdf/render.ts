/** An official document as PDF/A-2b, set by Typst in Tinos. The same document is the same bytes on every machine. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { NOT_IN_FONT, PDF_FONT, theFonts } from '../fonts.ts';
import type { OfficeDocument } from '../model.ts';
import { layoutData, type Setting } from './data.ts';
import { fitted } from './fit.ts';

export const PDF_MEDIA_TYPE = 'application/pdf';
const STANDARD = 'a-2b';
/** Compilations whose parts the compiler keeps for the next ones. */
const KEPT_COMPILATIONS = 2;

interface Setter {
  readonly compiler: NodeCompiler;
  readonly program: string;
  readonly setting: Setting;
}

let setter: Setter | null = null;

/** The compiler takes a tenth of a second and 2 MB of fonts, so it is made at the first document and kept. */
function theSetter(): Setter {
  if (setter !== null) return setter;
  const fonts = theFonts();
  const inFont = (text: string): string => within(text, fonts.has);
  setter = {
    // The program can read nothing outside this folder, and it reads nothing at all.
    compiler: NodeCompiler.create({
      workspace: fileURLToPath(new URL('.', import.meta.url)),
      fontArgs: [{ fontBlobs: [...fonts.files] }],
    }),
    program: readFileSync(new URL('document.typ', import.meta.url), 'utf8'),
    setting: { font: PDF_FONT, inFont, fitted: (text, room) => fitted(inFont(text), room, fonts) },
  };
  return setter;
}

/**
 * @throws RangeError when the rows of a table do not fill its columns; Error when the layout program fails, which is a mistake of
 *   ours.
 */
export function toPdf(document: OfficeDocument): Uint8Array {
  const { compiler, program, setting } = theSetter();
  const result = compiler.compile({
    mainFileContent: program,
    inputs: { document: JSON.stringify(layoutData(document, setting)) },
  });
  const compiled = result.result;
  if (compiled === null) {
    const error = result.takeError();
    throw new Error(`layout failed: ${JSON.stringify(error?.shortDiagnostics ?? [])}`);
  }
  try {
    return new Uint8Array(compiler.pdf(compiled, { pdfStandard: STANDARD }));
  } finally {
    compiler.evictCache(KEPT_COMPILATIONS);
  }
}

function within(text: string, has: (codePoint: number) => boolean): string {
  let shown = '';
  for (const letter of text.normalize('NFC')) {
    const codePoint = letter.codePointAt(0)!;
    // Joiners and variation selectors belong to a picture that is not shown.
    if (/\p{Default_Ignorable_Code_Point}/u.test(letter)) continue;
    shown += codePoint === 0x20 || has(codePoint) ? letter : NOT_IN_FONT;
  }
  return shown;
}
