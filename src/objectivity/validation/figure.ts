/**
 * The validation in one picture: above, AUC by manipulation and method with 95 % intervals; below, what the signals found
 * against the share of false ones among them. Shapes tell the methods apart, not colours: full circle, square, diamond.
 */
import { formatNumber, percent } from '#src/platform/ui/format.ts';
import { type Drawing, label, linear, picture, textWidth } from '#src/platform/ui/charts/drawing.ts';
import { el, type SvgNode } from '#src/platform/ui/charts/svg.ts';
import type { MethodName, ValidationCell } from './report.ts';
import { kindWords, methodsOf, targetsOf } from './tables.ts';
import { validationText } from './text.ts';

const ROW = 40;
const TOP = 78;
const AXIS = 52;
const SQUARE = 300;
const LEFT = 62;
/** Names of points nearer than this would run into each other. */
const NAME_WIDTH = 150;
const NAME_HEIGHT = 16;

/** Pixels below which names and axis have no place beside each other. */
export const FIGURE_LEAST = 560;

export function drawValidation(cell: ValidationCell, drawing: Drawing): SvgNode {
  const t = validationText[drawing.language];
  const auc = aucPanel(cell, drawing);
  const power = powerPanel(cell, drawing, auc.height + 36);
  return picture(
    drawing.width,
    auc.height + 36 + power.height,
    t.figureTitle(kindWords(cell, drawing.language)),
    auc.nodes,
    power.nodes,
  );
}

interface Panel {
  readonly height: number;
  readonly nodes: readonly SvgNode[];
}

function aucPanel(cell: ValidationCell, { width, language, palette }: Drawing): Panel {
  const t = validationText[language];
  const rows = [
    ...targetsOf(cell).map((target) => ({
      name: t.manipulations[target],
      of: (method: MethodName) => cell.methods[method]?.aucBy[target],
    })),
    { name: t.allTargets, of: (method: MethodName) => cell.methods[method]?.auc },
  ];
  // Wherever the file is opened, letters may be wider than ours.
  const left = 1.16 * Math.max(...rows.map(({ name }) => textWidth(name))) + 16;
  const right = 16;
  const lowest = Math.min(0.5, ...rows.flatMap(({ of }) => methodsOf(cell).map((method) => of(method)?.low ?? 0.5)));
  const from = Math.floor(lowest * 10) / 10;
  const x = linear([from, 1], [left, width - right]);
  const bottom = TOP + rows.length * ROW;
  const grid = steps(from, 1, 0.1).flatMap((value) => [
    el('line', { x1: x(value), x2: x(value), y1: TOP - 8, y2: bottom, stroke: palette.line }),
    label(x(value), bottom + 18, formatNumber(value, language, { digits: 1 }), {
      fill: palette.soft,
      anchor: 'middle',
    }),
  ]);
  const marks = rows.flatMap(({ name, of }, index) => {
    const middle = TOP + (index + 0.5) * ROW;
    return [
      label(left - 12, middle + 4, name, {
        fill: palette.ink,
        anchor: 'end',
        weight: index === rows.length - 1 ? 600 : undefined,
      }),
      ...methodsOf(cell).flatMap((method, position) => {
        const estimate = of(method);
        if (estimate === undefined) return [];
        const y = middle + (position - (methodsOf(cell).length - 1) / 2) * 10;
        return [
          span(x(Math.max(from, estimate.low)), x(Math.min(1, estimate.high)), y, palette.soft),
          shape(method, x(estimate.mean), y, palette),
        ];
      }),
    ];
  });
  return {
    height: bottom + AXIS,
    nodes: [
      label(0, 18, t.aucHeading, { fill: palette.ink, weight: 600, size: 15 }),
      ...legend(cell, language, palette),
      ...grid,
      ...marks,
      label(width - right, bottom + 38, t.aucAxis, { fill: palette.soft, anchor: 'end' }),
    ],
  };
}

function powerPanel(cell: ValidationCell, { width, language, palette }: Drawing, offset: number): Panel {
  const t = validationText[language];
  const top = offset + 52;
  const bottom = top + SQUARE;
  const right = Math.min(width - 16, LEFT + 1.5 * SQUARE);
  const x = linear([0, 1], [LEFT, right]);
  const y = linear([0, 1], [bottom, top]);
  const grid = steps(0, 1, 0.25).flatMap((value) => [
    el('line', { x1: LEFT, x2: right, y1: y(value), y2: y(value), stroke: value === 0 ? palette.ink : palette.line }),
    label(LEFT - 8, y(value) + 4, percent(value, language), { fill: palette.soft, anchor: 'end' }),
    label(x(value), bottom + 18, percent(value, language), { fill: palette.soft, anchor: 'middle' }),
  ]);
  const asked = [
    el('line', { x1: x(0.05), x2: x(0.05), y1: top, y2: bottom, stroke: palette.ink, 'stroke-dasharray': '4 3' }),
    label(x(0.05) + 6, top + 12, t.asked, { fill: palette.soft }),
  ];
  const named: { readonly x: number; readonly y: number }[] = [];
  // The higher point is named first, so that names which have to give way keep the order of the points.
  const byHeight = [...methodsOf(cell)].sort((a, b) => cell.methods[b]!.power.mean - cell.methods[a]!.power.mean);
  const points = byHeight.flatMap((method) => {
    const { power, falseShare } = cell.methods[method]!;
    if (power.regions === 0) return [];
    const at = { x: x(falseShare.mean), y: y(power.mean) };
    const name = { x: at.x + 12, y: at.y - 9 };
    while (named.some((other) => Math.abs(other.x - name.x) < NAME_WIDTH && Math.abs(other.y - name.y) < NAME_HEIGHT)) {
      name.y += NAME_HEIGHT;
    }
    named.push(name);
    return [
      span(x(Math.max(0, falseShare.low)), x(Math.min(1, falseShare.high)), at.y, palette.soft),
      rise(at.x, y(Math.max(0, power.low)), y(Math.min(1, power.high)), palette.soft),
      shape(method, at.x, at.y, palette),
      label(name.x, name.y, t.methods[method], { fill: palette.ink }),
    ];
  });
  return {
    height: bottom + AXIS - offset,
    nodes: [
      label(0, offset + 16, t.powerHeading, { fill: palette.ink, weight: 600, size: 15 }),
      label(0, offset + 38, t.powerAxis, { fill: palette.soft }),
      ...grid,
      ...asked,
      ...points,
      label(right, bottom + 38, t.falseAxis, { fill: palette.soft, anchor: 'end' }),
    ],
  };
}

function legend(cell: ValidationCell, language: Drawing['language'], palette: Drawing['palette']): SvgNode[] {
  const t = validationText[language];
  let at = 6;
  return methodsOf(cell).flatMap((method) => {
    const start = at;
    at += 18 + textWidth(t.methods[method]) + 24;
    return [shape(method, start, 44, palette), label(start + 12, 48, t.methods[method], { fill: palette.ink })];
  });
}

function shape(method: MethodName, x: number, y: number, palette: Drawing['palette']): SvgNode {
  const stroke = { stroke: palette.ink, 'stroke-width': 1.5 };
  if (method === 'engine') return el('circle', { cx: x, cy: y, r: 5, fill: palette.ink, ...stroke });
  if (method === 'rules') {
    return el('rect', { x: x - 4.5, y: y - 4.5, width: 9, height: 9, fill: palette.paper, ...stroke });
  }
  const corners = `M${round(x)} ${round(y - 6)}L${round(x + 6)} ${round(y)}L${round(x)} ${round(y + 6)}L${round(x - 6)} ${round(y)}Z`;
  return el('path', { d: corners, fill: palette.region, ...stroke });
}

function span(from: number, to: number, y: number, stroke: string): SvgNode {
  return el('line', { x1: from, x2: to, y1: y, y2: y, stroke, 'stroke-width': 1.5 });
}

function rise(x: number, from: number, to: number, stroke: string): SvgNode {
  return el('line', { x1: x, x2: x, y1: from, y2: to, stroke, 'stroke-width': 1.5 });
}

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
