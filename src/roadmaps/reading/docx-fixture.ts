/** Documents of Word for the tests, made by code: paragraphs, tables with merged and nested cells, lists numbered by Word. */
import { strToU8, zipSync } from 'fflate';

export interface FixtureCell {
  readonly text?: string;
  readonly span?: number;
  readonly merge?: 'start' | 'continue';
  readonly bold?: boolean;
  /** In the first cell: the row is a header of the table (`w:tblHeader`). */
  readonly header?: boolean;
  /** List of Word that numbers the cell's paragraph, with its level. */
  readonly list?: readonly [number, number];
  /** Further content: a nested table. */
  readonly inside?: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (letter) => ESCAPES[letter]);
}

export function paragraph(text: string, { bold = false, list }: Pick<FixtureCell, 'bold' | 'list'> = {}): string {
  const numbering = list
    ? `<w:pPr><w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr></w:pPr>`
    : '';
  const runs = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>');
  return `<w:p>${numbering}<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${runs}</w:r></w:p>`;
}

export function table(...rows: readonly (readonly (FixtureCell | string)[])[]): string {
  const cellXml = (given: FixtureCell | string): string => {
    const { text = '', span, merge, bold, list, inside = '' } = typeof given === 'string' ? { text: given } : given;
    const properties =
      (span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`) +
      (merge === undefined ? '' : merge === 'start' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>');
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}${paragraph(text, { bold, list })}</w:tc>`;
  };
  return `<w:tbl>${LINES}${grid(rows[0] ?? [])}${rows.map((cells) => `<w:tr>${isHeader(cells[0]) ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map(cellXml).join('')}</w:tr>`).join('')}</w:tbl>`;
}

const LINES = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${[
  'top',
  'left',
  'bottom',
  'right',
  'insideH',
  'insideV',
]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')}</w:tblBorders></w:tblPr>`;

function grid(first: readonly (FixtureCell | string)[]): string {
  const columns = first.reduce((count, each) => count + (typeof each === 'object' ? (each.span ?? 1) : 1), 0);
  return `<w:tblGrid>${`<w:gridCol w:w="${Math.floor(14000 / Math.max(1, columns))}"/>`.repeat(columns)}</w:tblGrid>`;
}

function isHeader(first: FixtureCell | string | undefined): boolean {
  return typeof first === 'object' && first.header === true;
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NUMBERING = `<w:numbering ${WORD}><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;

/** A whole package: Word and LibreOffice open it as well. */
export function docx(...content: readonly string[]): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="${MAIN}.numbering+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<w:document ${WORD}><w:body>${content.join('')}<w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
    ),
    'word/numbering.xml': strToU8(NUMBERING),
  });
}
