import { useEffect, useRef, useState, type ReactNode } from 'react';

export interface ScrollBoxProps {
  /** What scrolls, as it is read out on arrival by the keyboard. */
  readonly label: string;
  /** Class that lets the box scroll. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** A box that the keyboard reaches, to be scrolled by arrows, only while something in it lies outside. */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  const box = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const look = (): void => {
      const { overflowX } = getComputedStyle(element);
      setScrolls(overflowX !== 'visible' && element.scrollWidth > element.clientWidth);
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={box}
      className={className}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard
      tabIndex={scrolls ? 0 : undefined}
      aria-label={scrolls ? label : undefined}
    >
      {children}
    </section>
  );
}
