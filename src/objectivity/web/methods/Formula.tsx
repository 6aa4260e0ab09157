import { createElement, useMemo, type ReactNode } from 'react';
import styles from './Formula.module.css';

/** MathML that the server typeset, as elements: no markup is inserted as text, so the content policy stays strict. */
export function Formula({ mathml }: { readonly mathml: string }) {
  const content = useMemo(() => {
    const root = new DOMParser().parseFromString(mathml, 'text/html').body.firstElementChild;
    return root === null ? null : elementOf(root, 0);
  }, [mathml]);
  return <span className={styles.formula}>{content}</span>;
}

/** Attributes of MathML that React knows by another name. */
const RENAMED: Readonly<Record<string, string>> = { class: 'className' };

function elementOf(element: Element, key: number): ReactNode {
  const attributes = [...element.attributes]
    .filter(({ name }) => name !== 'style' && !name.startsWith('on'))
    .map(({ name, value }) => [RENAMED[name] ?? name, value] as const);
  const children = [...element.childNodes].map((child, index) =>
    child instanceof Element ? elementOf(child, index) : child.textContent,
  );
  return createElement(element.localName, { ...Object.fromEntries(attributes), key }, ...children);
}
