/**
 * Letters and lines of a PDF page, taken from its drawing operators: only these say where each letter stands, so that two columns
 * that nearly touch stay two columns. Follows the text state of ISO 32000-2, 9.3-9.4.
 */
import type { Mark, Page, Rule } from './model.ts';

/** a, b, c, d, e, f of ISO 32000-2, 8.3.4. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Font {
  readonly bold: boolean;
  /** Width of a letter's unit in units of text: 0.001 for all fonts but those of type 3. */
  readonly unit: number;
  readonly vertical: boolean;
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly originalCharCode?: number;
}

export interface Drawing {
  readonly operators: readonly number[];
  readonly operands: readonly unknown[];
  /** Numbers of the operators by their names. */
  readonly names: Readonly<Record<string, number>>;
  readonly fontOf: (name: string) => Font;
  /** From the page's own space to points from the upper left corner, with its rotation. */
  readonly toPage: Matrix;
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

interface State {
  matrix: Matrix;
  font: Font;
  size: number;
  letterSpacing: number;
  wordSpacing: number;
  stretch: number;
  rise: number;
  leading: number;
  mode: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const PLAIN: Font = { bold: false, unit: 0.001, vertical: false };
/** A filled rectangle thinner than this is a line. */
const THIN = 3;
/** Hyphens are a third of the letters' size wide, points and commas a quarter. */
const NARROWEST_HYPHEN = 290;
/** Marks that texts are full of. */
const COMMON = /[.,:;!?()/[\]"'-]/u;
const MOST_MARKS = 60_000;
const MOST_RULES = 40_000;

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function place(m: Matrix, x: number, y: number): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

function numbers(list: unknown): readonly number[] {
  if (Array.isArray(list)) return list.map(Number);
  return list !== null && typeof list === 'object' ? Object.values(list).map(Number) : [];
}

function matrixOf(list: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(list);
  return [a, b, c, d, e, f];
}

/** A page whose text runs sideways is turned so that it is upright. */
export function contentOf(drawing: Drawing): Page {
  const walker = new Walker(drawing);
  drawing.operators.forEach((operator, index) => walker.step(operator, drawing.operands[index]));
  walker.finish();
  return upright({
    number: drawing.number,
    width: drawing.width,
    height: drawing.height,
    marks: walker.marks,
    rules: walker.rules,
  });
}

class Walker {
  readonly marks: Mark[] = [];
  readonly rules: Rule[] = [];
  /** Fonts whose codes are places in the font and no letters. */
  readonly #byPlace = new Set<Font>();
  /** Fonts in which a space has another code than its own. */
  readonly #spaceElsewhere = new Set<Font>();
  /** Marks whose letter the font does not tell, with its width. */
  readonly #untold: (readonly [index: number, font: Font, width: number])[] = [];
  readonly #drawing: Drawing;
  readonly #steps: ReadonlyMap<number, (operands: readonly unknown[]) => void>;
  #state: State;
  #saved: State[] = [];
  #text: Matrix = IDENTITY;
  #line: readonly [number, number] = [0, 0];
  #x = 0;
  #y = 0;

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
    this.#state = {
      matrix: drawing.toPage,
      font: PLAIN,
      size: 1,
      letterSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      rise: 0,
      leading: 0,
      mode: 0,
    };
    const { names } = drawing;
    const steps = this.#stepsByName();
    this.#steps = new Map(
      Object.entries(steps).flatMap(([name, step]) =>
        names[name] === undefined ? [] : [[names[name], step] as const],
      ),
    );
  }

  step(operator: number, operands: unknown): void {
    this.#steps.get(operator)?.(Array.isArray(operands) ? operands : []);
  }

  /** Whether a code stands for itself: a font of places gives no letter for it, or by chance the same. */
  #note({ originalCharCode: code, unicode, width }: Glyph, font: Font): void {
    if (code === undefined) return;
    if (code < 32) this.#byPlace.add(font);
    if (unicode === ' ' && code !== 32) this.#spaceElsewhere.add(font);
    const itself = code < 128 && unicode.charCodeAt(0) === code;
    if (itself && width >= NARROWEST_HYPHEN && width <= 450) this.#untold.push([this.marks.length, font, width]);
  }

  /** A font of places that names no letter for one as wide as a hyphen leaves it out because two characters share it. */
  finish(): void {
    for (const [index, font, width] of this.#untold) {
      if (!this.#byPlace.has(font)) continue;
      const { text } = this.marks[index];
      const [before, after] = [this.marks[index - 1], this.marks[index + 1]];
      const behindWord = before !== undefined && /[\u0400-\u04ff]/u.test(before.text);
      const between = behindWord && after !== undefined && /\p{L}/u.test(after.text);
      // A colon may be a colon: it stands between two letters only where it is a hyphen. No figure is as narrow as one.
      const hyphen =
        text === ' '
          ? this.#spaceElsewhere.has(font)
          : /\d/u.test(text)
            ? width < 400 && behindWord
            : /[a-z]/iu.test(text)
              ? /[rsftijlz]/iu.test(text) && behindWord
              : !COMMON.test(text) || between;
      if (hyphen) this.marks[index] = { ...this.marks[index], text: '-' };
    }
  }

  #stepsByName(): Readonly<Record<string, (operands: readonly unknown[]) => void>> {
    const set = (key: 'letterSpacing' | 'wordSpacing' | 'rise' | 'leading' | 'mode', scale = 1) => {
      return ([value]: readonly unknown[]): void => {
        this.#state[key] = Number(value) * scale;
      };
    };
    const save = (): void => {
      if (this.#saved.length < 512) this.#saved.push({ ...this.#state });
    };
    const restore = (): void => {
      this.#state = this.#saved.pop() ?? this.#state;
    };
    return {
      save,
      restore,
      transform: (matrix) => {
        this.#state.matrix = times(this.#state.matrix, matrixOf(matrix));
      },
      paintFormXObjectBegin: ([matrix]) => {
        save();
        if (matrix) this.#state.matrix = times(this.#state.matrix, matrixOf(matrix));
      },
      paintFormXObjectEnd: restore,
      beginText: () => {
        this.#text = IDENTITY;
        this.#newLine(0, 0);
      },
      setTextMatrix: (operands) => {
        this.#text = matrixOf(operands.length === 1 ? operands[0] : operands);
        this.#newLine(0, 0);
      },
      moveText: ([x, y]) => this.#newLine(this.#line[0] + Number(x), this.#line[1] + Number(y)),
      setLeadingMoveText: ([x, y]) => {
        this.#state.leading = Number(y);
        this.#newLine(this.#line[0] + Number(x), this.#line[1] + Number(y));
      },
      nextLine: () => this.#newLine(this.#line[0], this.#line[1] + this.#state.leading),
      setLeading: set('leading', -1),
      setFont: ([name, size]) => {
        this.#state.font = this.#drawing.fontOf(String(name));
        this.#state.size = Number(size);
      },
      setCharSpacing: set('letterSpacing'),
      setWordSpacing: set('wordSpacing'),
      setHScale: ([value]) => {
        this.#state.stretch = Number(value) / 100;
      },
      setTextRise: set('rise'),
      setTextRenderingMode: set('mode'),
      showText: ([glyphs]) => this.#show(Array.isArray(glyphs) ? (glyphs as readonly (Glyph | number)[]) : []),
      constructPath: ([operator, data, bounds]) => this.#path(Number(operator), data, bounds),
    };
  }

  #newLine(x: number, y: number): void {
    this.#line = [x, y];
    [this.#x, this.#y] = [x, y];
  }

  #show(glyphs: readonly (Glyph | number)[]): void {
    const { font, size, letterSpacing, wordSpacing, stretch, rise, mode } = this.#state;
    const matrix = times(this.#state.matrix, this.#text);
    // Fonts hang from their base line: a point a third of the height above it lies inside the letter.
    const scale = Math.hypot(matrix[2], matrix[3]) * Math.abs(size);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        this.#x -= (glyph * size * stretch) / 1000;
        continue;
      }
      if (glyph === null || typeof glyph !== 'object') continue;
      const advance = glyph.width * font.unit * size * stretch;
      const [x0, y0] = place(matrix, this.#x, this.#y + rise);
      const [x1, y1] = place(matrix, this.#x + advance, this.#y + rise);
      const [cx, cy] = place(matrix, this.#x + advance / 2, this.#y + rise + size * 0.3);
      this.#x += advance + (letterSpacing + (glyph.isSpace ? wordSpacing : 0)) * stretch;
      if (this.marks.length >= MOST_MARKS || glyph.unicode === '' || font.vertical) continue;
      const bold = font.bold || mode === 2;
      this.#note(glyph, font);
      this.marks.push({ text: glyph.unicode, x: cx, y: cy, size: scale, bold, ...along(x0, y0, x1, y1) });
    }
  }

  #path(operator: number, data: unknown, bounds: unknown): void {
    const { names } = this.#drawing;
    const strokes = [names.stroke, names.closeStroke, names.fillStroke, names.eoFillStroke, names.closeFillStroke];
    const fills = [names.fill, names.eoFill];
    const [x0, y0, x1, y1] = numbers(bounds);
    if (x0 === undefined || y1 === undefined || this.rules.length > MOST_RULES) return;
    if (strokes.includes(operator)) this.#strokes(numbers(Array.isArray(data) ? data[0] : null));
    else if (fills.includes(operator)) {
      const [a, b] = [place(this.#state.matrix, x0, y0), place(this.#state.matrix, x1, y1)];
      const [wide, high] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
      // Several thin boxes may be one path; each of them is a line.
      if (wide <= THIN || high <= THIN) this.#rule([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], wide, high);
      else this.#boxes(numbers(Array.isArray(data) ? data[0] : null));
    }
  }

  /** Straight parts of a path: moves (0), lines (1), curves (2, 3) and closings (4). */
  #strokes(data: readonly number[]): void {
    for (const [from, to] of segments(data)) this.#between(from, to);
  }

  #between(from: readonly [number, number], to: readonly [number, number]): void {
    const [a, b] = [place(this.#state.matrix, ...from), place(this.#state.matrix, ...to)];
    const [wide, high] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
    if (Math.min(wide, high) <= 1) this.#rule([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], wide, high);
  }

  /** Filled boxes of one path: the thin ones are lines, the others are shading. */
  #boxes(data: readonly number[]): void {
    let corners: (readonly [number, number])[] = [];
    const flush = (): void => {
      if (corners.length >= 3) {
        const points = corners.map(([x, y]) => place(this.#state.matrix, x, y));
        const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
        const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
        const [wide, high] = [right - left, bottom - top];
        if (wide <= THIN || high <= THIN) this.#rule([(left + right) / 2, (top + bottom) / 2], wide, high);
      }
      corners = [];
    };
    for (const [from, to, begins] of segments(data)) {
      if (begins) flush();
      if (corners.length === 0) corners.push(from);
      corners.push(to);
      if (corners.length > 64) corners = [];
    }
    flush();
  }

  #rule(middle: readonly [number, number], wide: number, high: number): void {
    if (wide < 2 && high < 2) return;
    const horizontal = wide >= high;
    const [at, centre, length] = horizontal ? [middle[1], middle[0], wide] : [middle[0], middle[1], high];
    if (![at, centre, length].every(Number.isFinite)) return;
    this.rules.push({ horizontal, at, from: centre - length / 2, to: centre + length / 2 });
  }
}

type Segment = readonly [from: readonly [number, number], to: readonly [number, number], begins: boolean];

function* segments(data: readonly number[]): Generator<Segment> {
  let start: readonly [number, number] = [0, 0];
  let at: readonly [number, number] = [0, 0];
  let begins = true;
  for (let index = 0; index < data.length; ) {
    const kind = data[index];
    const count = kind === 2 ? 6 : kind === 3 ? 4 : kind === 4 ? 0 : 2;
    const next = [data[index + count - 1] ?? 0, data[index + count] ?? 0] as const;
    index += 1 + count;
    if (kind === 0) [start, at, begins] = [next, next, true];
    else if (kind === 1) {
      yield [at, next, begins];
      [at, begins] = [next, false];
    } else if (kind === 4) {
      if (at[0] !== start[0] || at[1] !== start[1]) yield [at, start, false];
      [at, begins] = [start, true];
    } else at = next;
  }
}

/** Direction of reading and the places along and across it. */
function along(x0: number, y0: number, x1: number, y1: number): Pick<Mark, 'turn' | 'from' | 'to' | 'base'> {
  const [dx, dy] = [x1 - x0, y1 - y0];
  if (Math.abs(dx) >= Math.abs(dy)) {
    return dx >= 0 ? { turn: 0, from: x0, to: x1, base: y0 } : { turn: 2, from: -x0, to: -x1, base: -y0 };
  }
  return dy < 0 ? { turn: 1, from: -y0, to: -y1, base: x0 } : { turn: 3, from: y0, to: y1, base: -x0 };
}

/** Turns a page whose letters mostly stand on their side. */
function upright(page: Page): Page {
  const counts = [0, 0, 0, 0];
  for (const { turn, text } of page.marks) if (text.trim() !== '') counts[turn] += 1;
  const most = counts.indexOf(Math.max(...counts));
  if (most === 0) return page;
  const { width, height } = page;
  const turned = (x: number, y: number): readonly [number, number] =>
    most === 1 ? [height - y, x] : most === 3 ? [y, width - x] : [width - x, height - y];
  const shifts = { 1: [height, 0], 2: [width, height], 3: [0, width] } as const;
  const [alongShift, acrossShift] = shifts[most as 1 | 2 | 3];
  const marks = page.marks.map((mark): Mark => {
    const [x, y] = turned(mark.x, mark.y);
    const turn = ((mark.turn - most + 4) % 4) as Mark['turn'];
    if (turn !== 0) return { ...mark, x, y, turn };
    return {
      ...mark,
      x,
      y,
      turn,
      from: mark.from + alongShift,
      to: mark.to + alongShift,
      base: mark.base + acrossShift,
    };
  });
  const rules = page.rules.map(({ horizontal, at, from, to }): Rule => {
    const [x0, y0] = horizontal ? turned(from, at) : turned(at, from);
    const [x1, y1] = horizontal ? turned(to, at) : turned(at, to);
    const across = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
    return across
      ? { horizontal: true, at: y0, from: Math.min(x0, x1), to: Math.max(x0, x1) }
      : { horizontal: false, at: x0, from: Math.min(y0, y1), to: Math.max(y0, y1) };
  });
  const side = most % 2 === 1;
  return { number: page.number, width: side ? height : width, height: side ? width : height, marks, rules };
}
