/** Which way letters read, and pages turned so that most of them stand upright. */
import type { Mark, Page, Rule } from './model.ts';

/** Direction of reading and the places along and across it. */
export function along(x0: number, y0: number, x1: number, y1: number): Pick<Mark, 'turn' | 'from' | 'to' | 'base'> {
  const [dx, dy] = [x1 - x0, y1 - y0];
  if (Math.abs(dx) >= Math.abs(dy)) {
    return dx >= 0 ? { turn: 0, from: x0, to: x1, base: y0 } : { turn: 2, from: -x0, to: -x1, base: -y0 };
  }
  return dy < 0 ? { turn: 1, from: -y0, to: -y1, base: x0 } : { turn: 3, from: y0, to: y1, base: -x0 };
}

/** Turns a page whose letters mostly stand on their side. */
export function upright(page: Page): Page {
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
