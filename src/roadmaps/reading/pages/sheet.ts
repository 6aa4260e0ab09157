/**
 * A scanned page made ready for a recogniser: laid straight, its ruling lines found and then wiped out, since they are taken for
 * letters, its cells cut apart.
 */
import type { Canvas, Image } from '@napi-rs/canvas';
import { type Ink, inkOf } from './ink.ts';
import type { Box, Rule } from './model.ts';
import { rulesOf } from './picture-rules.ts';
import { cellBoxes } from './ruled-table.ts';
import { rulings } from './rules.ts';
import type { Placing } from './scan-marks.ts';
import { skewOf } from './skew.ts';

/** Width of a page of paper in points, standing and lying. */
const STANDING = 595;
const LYING = 842;
/** Dots an inch that recognition is best at. */
const DOTS = 300;
const MOST_ZOOM = 3;
/** A page that lies askew by less is straight. */
const STRAIGHT = 0.0006;
/** Paper around what is cut out, pixels. */
const MARGIN = 16;
/** Further inside a cell its lines end, points. */
const INSET = 1;
/** A table with more cells is read as a page. */
const MOST_CELLS = 1500;
/** A line of text is lower, points. */
const LOW = 22;
/** White paper between two numbers, pixels. */
const BETWEEN = 30;
/** Part of a table's width. */
const NARROW = 0.12;
/** Fewer dark places than this are dust. */
const DUST = 6;

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly rules: readonly Rule[];
  /** The page without its tables. */
  readonly around: Cut;
  /** Cells of its tables that hold ink. */
  readonly cells: readonly CellCut[];
  /** The numbers of the rows side by side: a line of numbers is read better than each alone. */
  readonly numbers: NumberLine | null;
}

export interface NumberLine {
  /** PNG. */
  readonly picture: Uint8Array;
  /** From where to where in the picture a cell stands, by its index. */
  readonly places: readonly { readonly cell: number; readonly from: number; readonly to: number }[];
}

export interface Cut {
  /** PNG. */
  readonly picture: Uint8Array;
  readonly placing: Placing;
}

export interface CellCut extends Cut {
  /** It stands in a narrow first column, where the numbers of the rows are. */
  readonly numbers: boolean;
  readonly box: Box;
}

type Library = typeof import('@napi-rs/canvas');

/** @param turn quarters of a turn, clockwise, that put the page upright. */
export function sheetOf(library: Library, image: Image, turn: 0 | 1 | 2 | 3): Sheet {
  const canvas = straight(library, turned(library, image, turn));
  const { width, height } = canvas;
  const scale = (width > height ? LYING : STANDING) / width;
  const ink = inkIn(canvas);
  const rules = rulesOf(ink, scale);
  const tables = rulings(rules).map((ruling) => ({ box: ruling.box, cells: cellBoxes(ruling) }));
  const boxes = tables.flatMap(({ cells }) => cells);
  const whole = boxes.length > MOST_CELLS;
  wipe(canvas, rules, scale);
  const clean = inkIn(canvas);
  const cells = (whole ? [] : tables).flatMap(({ box, cells: of }) =>
    of.flatMap((cell) => {
      const part = inkedPart(clean, cell, scale);
      return part === null
        ? []
        : [{ ...cut(library, canvas, part, scale), numbers: isNarrowFirst(cell, box), box: part }];
    }),
  );
  const numbers = numberLine(library, canvas, cells, scale);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  for (const { box, cells: of } of whole ? [] : tables) {
    if (of.length === 0) continue;
    context.fillRect(box.left / scale, box.top / scale, (box.right - box.left) / scale, (box.bottom - box.top) / scale);
  }
  const page = { left: 0, top: 0, right: width * scale, bottom: height * scale };
  return { width: page.right, height: page.bottom, rules, around: cut(library, canvas, page, scale), cells, numbers };
}

function isNarrowFirst({ left, right }: Box, table: Box): boolean {
  return left - table.left < 4 && right - left < NARROW * (table.right - table.left);
}

function turned({ createCanvas }: Library, image: Image, turn: 0 | 1 | 2 | 3): Canvas {
  const { width, height } = image;
  const canvas = turn % 2 === 0 ? createCanvas(width, height) : createCanvas(height, width);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turn * Math.PI) / 2);
  context.drawImage(image, -width / 2, -height / 2);
  context.resetTransform();
  return canvas;
}

function straight({ createCanvas }: Library, canvas: Canvas): Canvas {
  const angle = skewOf(inkIn(canvas));
  if (Math.abs(angle) < STRAIGHT) return canvas;
  const { width, height } = canvas;
  const made = createCanvas(width, height);
  const context = made.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate(-angle);
  context.drawImage(canvas, -width / 2, -height / 2);
  context.resetTransform();
  return made;
}

function inkIn(canvas: Canvas): Ink {
  const { width, height } = canvas;
  return inkOf(width, height, canvas.getContext('2d').getImageData(0, 0, width, height).data);
}

function wipe(canvas: Canvas, rules: readonly Rule[], scale: number): void {
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  for (const { horizontal, at, from, to } of rules) {
    const [across, start, length] = [Math.floor(at / scale), from / scale - 2, (to - from) / scale + 4];
    if (horizontal) context.fillRect(start, across - 1, length, 3);
    else context.fillRect(across - 1, start, 3, length);
  }
}

/** The part of a box that holds ink: a number lost in white paper is read badly. Null for none. */
function inkedPart({ width, height, grey, dark }: Ink, box: Box, scale: number): Box | null {
  const right = Math.min(width - 1, Math.floor((box.right - INSET) / scale));
  const bottom = Math.min(height - 1, Math.floor((box.bottom - INSET) / scale));
  let count = 0;
  let [x0, y0, x1, y1] = [right, bottom, 0, 0];
  for (let y = Math.ceil((box.top + INSET) / scale); y < bottom; y += 1) {
    for (let x = Math.ceil((box.left + INSET) / scale); x < right; x += 1) {
      const at = y * width + x;
      if (grey[at] >= dark || grey[at + 1] >= dark || grey[at + width] >= dark || grey[at + width + 1] >= dark)
        continue;
      count += 1;
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
    }
  }
  if (count < DUST) return null;
  // Thin ends of letters are no dark places of four pixels.
  return {
    left: Math.max(box.left + INSET, (x0 - 3) * scale),
    top: Math.max(box.top + INSET, (y0 - 3) * scale),
    right: Math.min(box.right - INSET, (x1 + 4) * scale),
    bottom: Math.min(box.bottom - INSET, (y1 + 4) * scale),
  };
}

function cut({ createCanvas }: Library, canvas: Canvas, box: Box, scale: number): Cut {
  const zoom = Math.min(MOST_ZOOM, (DOTS * scale) / 72);
  const [left, top] = [box.left / scale, box.top / scale];
  const [wide, high] = [Math.max(1, box.right / scale - left), Math.max(1, box.bottom / scale - top)];
  const made = createCanvas(Math.ceil(wide * zoom) + 2 * MARGIN, Math.ceil(high * zoom) + 2 * MARGIN);
  const context = made.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, made.width, made.height);
  context.drawImage(canvas, left, top, wide, high, MARGIN, MARGIN, wide * zoom, high * zoom);
  const pixel = scale / zoom;
  return {
    picture: new Uint8Array(made.toBuffer('image/png')),
    placing: { left: left * scale - MARGIN * pixel, top: top * scale - MARGIN * pixel, scale: pixel },
  };
}

function numberLine(
  { createCanvas }: Library,
  canvas: Canvas,
  cells: readonly CellCut[],
  scale: number,
): NumberLine | null {
  const zoom = Math.min(MOST_ZOOM, (DOTS * scale) / 72);
  const low = cells.flatMap(({ box, numbers }, cell) => (numbers && box.bottom - box.top < LOW ? [{ box, cell }] : []));
  if (low.length === 0) return null;
  const places: { readonly cell: number; readonly from: number; readonly to: number }[] = [];
  let at = MARGIN;
  for (const { box, cell } of low) {
    const to = at + ((box.right - box.left) / scale) * zoom;
    places.push({ cell, from: at, to });
    at = to + BETWEEN;
  }
  const made = createCanvas(Math.ceil(at), Math.ceil((LOW / scale) * zoom) + 2 * MARGIN);
  const context = made.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, made.width, made.height);
  low.forEach(({ box }, index) => {
    const [wide, high] = [(box.right - box.left) / scale, (box.bottom - box.top) / scale];
    // Numbers stand on one base line.
    const top = made.height - MARGIN - high * zoom;
    context.drawImage(
      canvas,
      box.left / scale,
      box.top / scale,
      wide,
      high,
      places[index].from,
      top,
      wide * zoom,
      high * zoom,
    );
  });
  return { picture: new Uint8Array(made.toBuffer('image/png')), places };
}
