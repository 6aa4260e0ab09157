import { expect, test } from 'vitest';
import { MARKERS } from '../markers/registry.ts';
import { SUPPORT_MARKERS } from '../markers/support.ts';
import { METHODS, methodOf } from './list.ts';
import { methodOfMarker } from './method-of-marker.ts';
import { typeset } from './typeset.ts';

test('every marker of the registry has a page of its own', () => {
  for (const { id } of [...MARKERS, ...SUPPORT_MARKERS]) expect(methodOf(methodOfMarker(id))?.marker).toBe(id);
  expect(new Set(METHODS.map(({ id }) => id)).size).toBe(METHODS.length);
});

test('a page says as much in English as in Russian', () => {
  for (const { words } of METHODS) {
    for (const part of ['why', 'assumptions', 'wrong', 'limits'] as const) {
      expect(words.en[part].length).toBe(words.ru[part].length);
      for (const sentence of words.ru[part]) expect(sentence).toMatch(/[а-я].*[.]$/u);
      for (const sentence of words.en[part]) expect(sentence).not.toMatch(/[а-я]/u);
    }
  }
});

test('every formula and symbol is typeset without style, class, script or picture', () => {
  for (const { formulas, symbols } of METHODS) {
    expect(formulas.length).toBeGreaterThan(0);
    for (const tex of [...formulas, ...symbols.map((symbol) => symbol.tex)]) {
      const mathml = typeset(tex, true);
      expect(mathml).toMatch(/^<math display="block"/u);
      expect(mathml).not.toMatch(/ style=| class=|merror|<img|<script/u);
    }
  }
});

test('nothing accuses and nothing ranks', () => {
  expect(JSON.stringify(METHODS)).not.toMatch(/наруш|виновн|подозр|рейтинг/iu);
});
