/** Streams an XML part of a workbook through one parser, piece by piece. */
import { SaxesParser } from 'saxes';
import { refuseTable } from './errors.ts';

export interface XmlHandlers {
  /** `name` is without its namespace prefix: some programs write `x:row`, most write `row`. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Parses the part; yields after every piece, so that a consumer can hand on what the handlers have collected.
 *
 * @throws Refusal xml-damaged, xml-doctype; a named entity other than the five of XML is damage as well.
 */
export async function* parseXmlInSteps(
  pieces: AsyncIterable<Uint8Array>,
  part: string,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false } as const);
  const { open, text, close } = handlers;
  parser.on('doctype', () => {
    throw refuseTable('xml-doctype', { part });
  });
  parser.on('error', (error) => {
    throw refuseTable('xml-damaged', { part, found: error.message.slice(0, 60) });
  });
  if (open !== undefined) parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes));
  if (close !== undefined) parser.on('closetag', (tag) => close(localName(tag.name)));
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder('utf-8');
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.write(decoder.decode());
  parser.close();
  yield;
}

/** Parses a part to its end for the sake of what the handlers collect. */
export async function parseXml(pieces: AsyncIterable<Uint8Array>, part: string, handlers: XmlHandlers): Promise<void> {
  const steps = parseXmlInSteps(pieces, part, handlers);
  while ((await steps.next()).done !== true);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
