/**
 * A picture as plain data: the same drawing is shown by the browser and written into a document as text, with no browser and no
 * rendering library on the server, and is the same to the byte for the same figures.
 */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly (SvgNode | string)[];
}

type Child = SvgNode | string | null | undefined | false | readonly (SvgNode | null | undefined | false)[];

/** One element; numbers are rounded to hundredths of a pixel, empty children are left out. */
export function el(tag: string, attributes: SvgNode['attributes'], ...children: readonly Child[]): SvgNode {
  const rounded: Record<string, string | number | undefined> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) rounded[name] = typeof value === 'number' ? Math.round(value * 100) / 100 : value;
  }
  const kept: (SvgNode | string)[] = [];
  for (const child of children) {
    if (Array.isArray(child)) kept.push(...(child as readonly SvgNode[]).filter(Boolean));
    else if (child) kept.push(child as SvgNode | string);
  }
  return { tag, attributes: rounded, children: kept };
}

/** The picture as text, for documents and tests. */
export function toMarkup(node: SvgNode): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');
  if (node.children.length === 0) return `<${node.tag}${attributes}/>`;
  const children = node.children.map((child) => (typeof child === 'string' ? escape(child) : toMarkup(child))).join('');
  return `<${node.tag}${attributes}>${children}</${node.tag}>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
