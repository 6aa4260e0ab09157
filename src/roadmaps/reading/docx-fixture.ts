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
  return `<w:tbl>${rows.map((cells) => `<w:tr>${isHeader(cells[0]) ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map(cellXml).join('')}</w:tr>`).join('')}</w:tbl>`;
}

function isHeader(first: FixtureCell | string | undefined): boolean {
  return typeof first === 'object' && first.header === true;
}

const NUMBERING = `<w:numbering xmlns:w="urn:w"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;

export function docx(...content: readonly string[]): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="urn:t"/>'),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="urn:w"><w:body>${content.join('')}<w:sectPr/></w:body></w:document>`,
    ),
    'word/numbering.xml': strToU8(NUMBERING),
  });
}
