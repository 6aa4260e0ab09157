/**
 * Formulas as MathML, typeset on the server: browsers draw it themselves, a screen reader speaks it, and neither a script nor a
 * font is loaded for it. Styles and classes are left out, since the content policy allows no inline style.
 */
import temml from 'temml';

const known = new Map<string, string>();

/** @throws where the TeX is not understood: a fault of the page's source. */
export function typeset(tex: string, display: boolean): string {
  const key = `${display} ${tex}`;
  let mathml = known.get(key);
  if (mathml === undefined) {
    mathml = temml
      .renderToString(tex, { displayMode: display, throwOnError: true, strict: true })
      .replaceAll(/ (?:style|class)="[^"]*"/gu, '');
    known.set(key, mathml);
  }
  return mathml;
}
