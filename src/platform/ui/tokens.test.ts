import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0];
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));
}

/** Relative luminance and contrast of WCAG 2.1. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

for (const [theme, selector] of [
  ['light', ':root'],
  ['dark', ":root[data-mantine-color-scheme='dark']"],
] as const) {
  const token = tokens(css.includes(selector) ? selector : selector.replaceAll("'", '"'));
  const grounds = ['paper', 'surface', 'wash'];

  test(`in the ${theme} theme text is at least 7:1 on every ground`, () => {
    for (const ground of grounds) {
      for (const ink of ['ink', 'ink-soft']) expect(contrast(token[ink], token[ground])).toBeGreaterThanOrEqual(7);
    }
    for (const ground of ['accent-wash', 'amber-wash', 'brick-wash']) {
      expect(contrast(token.ink, token[ground])).toBeGreaterThanOrEqual(7);
    }
  });

  test(`in the ${theme} theme what can be pressed and what has meaning is at least 4.5:1`, () => {
    for (const ground of grounds) {
      for (const ink of ['accent', 'amber', 'brick']) {
        expect(contrast(token[ink], token[ground])).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(token.accent, token['accent-wash'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token.accent, token['brick-wash'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token['on-accent'], token.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token['on-accent'], token['accent-strong'])).toBeGreaterThanOrEqual(4.5);
  });

  test(`in the ${theme} theme the edges of controls are at least 3:1`, () => {
    for (const ground of grounds) expect(contrast(token['line-strong'], token[ground])).toBeGreaterThanOrEqual(3);
  });
}
