import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import styles from './Button.module.css';

/** `main` once a page; `plain` beside it; `quiet` inside text and tables. */
export type ButtonKind = 'main' | 'plain' | 'quiet';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  /** The work has begun: pressing again does nothing, and a screen reader hears it. */
  readonly busy?: boolean;
}

/** A button says a verb: «Загрузить протокол». */
export function Button({ kind = 'plain', busy = false, type = 'button', onClick, className, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- the default is `button`, a form's own says `submit`
      type={type}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={[styles.button, styles[kind], className].filter(Boolean).join(' ')}
    />
  );
}

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly kind?: ButtonKind;
}

function ButtonAnchor({ kind = 'plain', className, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={[styles.button, styles[kind], className].filter(Boolean).join(' ')}>
      {children}
    </a>
  );
}

/** A link to another page that looks like a button; `to` and `params` are checked against the site's pages. */
export const ButtonLink: LinkComponent<typeof ButtonAnchor> = createLink(ButtonAnchor);

/** A download or an address outside the site's pages. */
export const ButtonHref = ButtonAnchor;
