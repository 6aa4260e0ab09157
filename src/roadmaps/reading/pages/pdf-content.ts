/**
 * Letters and lines of a PDF page, taken from its drawing operators: only these say where each letter stands, so that two columns
 * that nearly touch stay two columns. Follows the text state of ISO 32000-2, 9.3-9.4.
 */
import type { Mark, Page, Rule } from './model.ts';
import { IDENTITY, type Matrix, matrixOf, numbers, place, times } from './pdf-matrix.ts';
import { segments } from './pdf-paths.ts';
import { type Font, type Glyph, UntoldHyphens } from './untold-hyphens.ts';
import { along, upright } from './upright.ts';

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

const PLAIN: Font = { bold: false, unit: 0.001, vertical: false };
/** A filled rectangle thinner than this is a line. */
const THIN = 3;
const MOST_MARKS = 60_000;
const MOST_RULES = 40_000;

/** A page whose text runs sideways is turned so that it is upright. */
export function contentOf(drawing: Drawing): Page {
  const walker = new Walker(drawing);
  drawing.operators.forEach((operator, index) => walker.step(operator, drawing.operands[index]));
  return upright({
    number: drawing.number,
    width: drawing.width,
    height: drawing.height,
    marks: walker.finished(),
    rules: walker.rules,
  });
}

class Walker {
  readonly marks: Mark[] = [];
  readonly rules: Rule[] = [];
  readonly #hyphens = new UntoldHyphens();
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

  finished(): readonly Mark[] {
    return this.#hyphens.told(this.marks);
  }

  step(operator: number, operands: unknown): void {
    this.#steps.get(operator)?.(Array.isArray(operands) ? operands : []);
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
      this.#hyphens.note(glyph, font, this.marks.length);
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
