/** Turns a plan kept as text into the file that it stands for: a description of a document of Word, a PDF to be set, or bytes as they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { docx, type FixtureCell, paragraph, table } from './docx-fixture.ts';

type GivenCell = string | (Omit<FixtureCell, 'inside'> & { readonly inside?: readonly GivenBlock[] });
type GivenBlock =
  | { readonly p: string; readonly bold?: boolean; readonly list?: readonly [number, number] }
  | { readonly table: readonly (readonly GivenCell[])[] };

const FONTS = new URL('../../../node_modules/@expo-google-fonts/tinos/', import.meta.url).pathname;

/** @param folder of one case: its file is called `input` with the ending that says what it is. */
export function fixtureFile(folder: URL): { readonly name: string; readonly bytes: Uint8Array } {
  const name = readdirSync(folder).find((each) => each.startsWith('input.'));
  if (name === undefined) throw new Error(`no input in ${folder.pathname}`);
  const bytes = readFileSync(new URL(name, folder));
  if (name.endsWith('.docx.json')) {
    const blocks = JSON.parse(bytes.toString()) as readonly GivenBlock[];
    return { name: 'input.docx', bytes: docx(...blocks.map(xmlOf)) };
  }
  if (name.endsWith('.typ')) return { name: 'input.pdf', bytes: pdf(bytes.toString()) };
  return { name, bytes };
}

/** Sets a text of typst as PDF. */
export function pdf(source: string): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [FONTS] }] });
  return new Uint8Array(compiler.pdf({ mainFileContent: source }));
}

function xmlOf(block: GivenBlock): string {
  if ('p' in block) return paragraph(block.p, block);
  const cells = block.table.map((row) =>
    row.map((each) => (typeof each === 'string' ? each : { ...each, inside: (each.inside ?? []).map(xmlOf).join('') })),
  );
  return table(...cells);
}
