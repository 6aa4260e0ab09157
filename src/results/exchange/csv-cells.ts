/**
 * Cuts the bytes of a CSV file into cells without making texts of them. Quotation marks work as spreadsheets write them:
 * a cell that opens with one ends at the next single one, and "" inside stands for one; elsewhere they are letters.
 */
import type { PlainEncoding } from './byte-source.ts';

const QUOTE = 34;
export const LINE_FEED = 10;
export const RETURN = 13;

/** Where the cells of some complete records stand: begin and end of each, of as many cells as the header has, and one. */
export class CellTable {
  readonly #width: number;
  /** Begin and end, alternating; `stride` numbers a record. */
  places: Int32Array<ArrayBuffer>;
  readonly stride: number;
  size = 0;

  constructor(width: number) {
    this.#width = width;
    this.stride = 2 * (width + 1);
    this.places = new Int32Array(64 * this.stride);
  }

  /** Cuts bytes into records and returns how many bytes the complete ones took; the last needs no line end at the end. */
  cut(bytes: Buffer, delimiter: number, atEnd: boolean): number {
    const { stride } = this;
    const length = bytes.length;
    const width = this.#width;
    this.size = 0;
    let start = 0;
    while (start < length) {
      if ((this.size + 1) * stride > this.places.length) this.#grow();
      const { places } = this;
      const base = this.size * stride;
      let cell = 0;
      let begin = start;
      let at = start;
      let complete = false;
      let surplus = false;
      for (;;) {
        if (at === begin && bytes[at] === QUOTE) {
          at = quotedEnd(bytes, at);
          if (at === -1) return start;
        }
        const byte = at < length ? bytes[at]! : LINE_FEED;
        if (byte !== delimiter && byte !== LINE_FEED && byte !== RETURN) {
          at += 1;
          continue;
        }
        if (cell < width) {
          places[base + 2 * cell] = begin;
          places[base + 2 * cell + 1] = at;
        } else if (!surplus) {
          // The first filled cell beyond the header is remembered in the place after the last column.
          places[base + 2 * width] = begin;
          places[base + 2 * width + 1] = at;
          surplus = at > begin;
        }
        cell += 1;
        if (byte === delimiter) {
          at += 1;
          begin = at;
          continue;
        }
        // A return at the very end of a piece may have its line feed in the next one.
        if (at >= length || (byte === RETURN && at + 1 === length)) complete = atEnd;
        else complete = true;
        at += byte === RETURN && bytes[at + 1] === LINE_FEED ? 2 : 1;
        break;
      }
      if (!complete) return start;
      for (let place = base + 2 * Math.min(cell, width + 1); place < base + stride; place += 1) places[place] = 0;
      this.size += 1;
      start = Math.min(at, length);
    }
    return start;
  }

  #grow(): void {
    const places = new Int32Array(this.places.length * 2);
    places.set(this.places);
    this.places = places;
  }
}

/** Place after the closing quotation mark of a cell that opens with one; -1 when it does not close in these bytes. */
function quotedEnd(bytes: Buffer, opening: number): number {
  for (let at = opening + 1; at < bytes.length; at += 1) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return at + 1;
    at += 1;
  }
  return -1;
}

/** Makes a text of some bytes. */
export type Decode = (bytes: Buffer, start: number, end: number) => string;

export function decoderOf(encoding: PlainEncoding): Decode {
  const windows1251 = new TextDecoder('windows-1251');
  return (bytes, start, end) => {
    for (let at = start; at < end; at += 1) {
      if (bytes[at]! < 128) continue;
      if (encoding === 'utf-8') return bytes.toString('utf8', start, end);
      return windows1251.decode(bytes.subarray(start, end));
    }
    return bytes.toString('latin1', start, end);
  };
}

/** Trimmed text of a cell, its quotation marks taken away. */
export function cellText(bytes: Buffer, begin: number, end: number, decode: Decode): string {
  if (begin === end) return '';
  const text = decode(bytes, begin, end);
  if (bytes[begin] !== QUOTE) return text.trim();
  return text
    .replace(/^"([^]*)"$/u, '$1')
    .replaceAll('""', '"')
    .trim();
}
