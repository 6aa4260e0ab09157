import { createElement, type ReactNode } from 'react';
import type { SvgNode } from './svg.ts';

/** Shows a drawing in the browser. */
export function Picture({ node }: { readonly node: SvgNode }): ReactNode {
  return build(node, 'picture');
}

function build(node: SvgNode, key: string): ReactNode {
  const props: Record<string, string | number | undefined> = { key };
  for (const [name, value] of Object.entries(node.attributes))
    props[name.startsWith('aria-') ? name : camel(name)] = value;
  return createElement(
    node.tag,
    props,
    ...node.children.map((child, index) => (typeof child === 'string' ? child : build(child, String(index)))),
  );
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
