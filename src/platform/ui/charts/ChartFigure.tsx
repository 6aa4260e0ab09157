import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useText } from '../language.tsx';
import { PlainTable } from '../PlainTable.tsx';
import { ScrollBox } from '../ScrollBox.tsx';
import { text } from '../text.ts';
import styles from './ChartFigure.module.css';
import type { ChartTable } from './drawing.ts';
import { text as chartText } from './text.ts';

export interface ChartFigureProps {
  /** The finding in words. */
  readonly title: string;
  /** One line below the title: of whom, when. */
  readonly note?: ReactNode;
  /** Level of the title among the headings of the page; 2 by default. */
  readonly level?: 2 | 3;
  readonly table: ChartTable;
  /** Pixels that the labels need to stand apart: in a narrower place the chart scrolls. */
  readonly least?: number;
  /** Draws the chart for a width in pixels. */
  readonly children: (width: number) => ReactNode;
}

/** A chart with its title and, one key (T) away, the table of the same figures. */
export function ChartFigure({ title, note, level = 2, table, least = 0, children }: ChartFigureProps) {
  const t = useText(text);
  const Heading = level === 2 ? 'h2' : 'h3';
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  useEffect(() => {
    const element = figure.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyT' || event.ctrlKey || event.metaKey || event.altKey) return;
      setAsTable((before) => !before);
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, []);
  return (
    <figure ref={figure} className={styles.figure} aria-labelledby={id}>
      <figcaption className={styles.head}>
        <Heading id={id} className={styles.title}>
          {title}
        </Heading>
        {note ? <p className={styles.note}>{note}</p> : null}
      </figcaption>
      <div ref={place} className={styles.place}>
        {asTable ? (
          <FiguresTable title={title} table={table} />
        ) : width > 0 ? (
          <ScrollBox label={title} className={width < least ? styles.wide : undefined}>
            {children(Math.max(width, least))}
          </ScrollBox>
        ) : null}
      </div>
      <button type="button" className={styles.toggle} aria-keyshortcuts="T" onClick={() => setAsTable(!asTable)}>
        {asTable ? t.showChart : t.showTable}
        <kbd className={styles.key}>T</kbd>
      </button>
    </figure>
  );
}

function FiguresTable({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  const t = useText(chartText);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls has to be reached by the keyboard, and nothing in it can be
    <section className={styles.scroll} tabIndex={0} aria-label={t.tableOf(title)}>
      <PlainTable caption={title} columns={table.columns} rows={table.rows} className={styles.table} />
    </section>
  );
}

/** The width of the chart's place, followed as the window changes. */
function useWidth(place: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
