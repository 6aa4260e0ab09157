import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { inkOf } from './ink.ts';
import { skewOf } from './skew.ts';

test.each([-2.5, -0.8, 0, 0.4, 3])('a page that lies askew by %d degrees is seen so', (degrees) => {
  const canvas = createCanvas(900, 600);
  const context = canvas.getContext('2d');
  context.fillStyle = '#eee';
  context.fillRect(0, 0, 900, 600);
  context.translate(450, 300);
  context.rotate((degrees * Math.PI) / 180);
  context.fillStyle = '#333';
  for (let y = -200; y <= 200; y += 50) context.fillRect(-350, y, 700, 2);
  const ink = inkOf(900, 600, context.getImageData(0, 0, 900, 600).data);
  expect((skewOf(ink) * 180) / Math.PI).toBeCloseTo(degrees, 1);
});

test('a page without ink lies straight', () => {
  expect(skewOf(inkOf(40, 40, new Uint8ClampedArray(40 * 40 * 4).fill(255)))).toBe(0);
});
