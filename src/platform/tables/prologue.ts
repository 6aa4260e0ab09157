/**
 * Looks at an XML part up to its root element. Entities, external or exploding, can only be declared in a document type
 * declaration, and that can only stand before the root; Office never writes one. So none is let through, in any part,
 * whether we read that part or not.
 */
import { refuseTable } from './errors.ts';

const LONGEST_PROLOGUE = 64 * 1024;

export interface PrologueCheck {
  write(chunk: Uint8Array): void;
  end(): void;
}

/**
 * A part in UTF-16 that says so by its first bytes is looked at too: Office writes such parts beside the sheets (custom XML).
 *
 * @throws Refusal xml-doctype; xml-damaged for any other encoding (it could hide the declaration) and for a part in which
 *   no element begins.
 */
export function xmlPrologueCheck(part: string): PrologueCheck {
  let prologue = '';
  let passed = false;
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  return {
    write(chunk) {
      if (passed) return;
      decoder ??= new TextDecoder(encodingOf(chunk, part));
      prologue += decoder.decode(chunk, { stream: true });
      passed = hasRoot(prologue, part);
      if (!passed && prologue.length > LONGEST_PROLOGUE) throw refuseTable('xml-damaged', { part, found: 'no root' });
    },
    end() {
      if (!passed) throw refuseTable('xml-damaged', { part, found: 'no root' });
    },
  };
}

/** True once the root element begins; throws when a declaration comes first. */
function hasRoot(prologue: string, part: string): boolean {
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/u.exec(prologue)?.[1];
  if (declared !== undefined && !/^(utf-?8|us-ascii|utf-?16)$/iu.test(declared)) {
    throw refuseTable('xml-damaged', { part, found: `encoding ${declared.slice(0, 20)}` });
  }
  const markup = prologue.replace(/<!--[\s\S]*?(?:-->|$)/gu, '').replace(/<\?[\s\S]*?(?:\?>|$)/gu, '');
  if (/<!(?:doctype|entity)/iu.test(markup)) throw refuseTable('xml-doctype', { part });
  return /<[a-z_]/iu.test(markup);
}

/** By the first bytes; a zero byte without them is a wide encoding that hides what it is. */
function encodingOf(chunk: Uint8Array, part: string): 'latin1' | 'utf-16le' | 'utf-16be' {
  const [first, second] = chunk;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 || second === 0) throw refuseTable('xml-damaged', { part, found: 'encoding UTF-16' });
  return 'latin1';
}
