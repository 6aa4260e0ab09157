import { memo, useEffect, useMemo, useRef } from 'react';
import { useText } from '#src/platform/ui/language.tsx';
import type { PlanDraft } from '../../intake/model.ts';
import { keysByPlace, type SourceView } from '../../reading/source-view.ts';
import styles from './review.module.css';
import { text } from './text.ts';

interface SourcePanelProps {
  readonly view: SourceView;
  readonly name: string;
  readonly draft: PlanDraft;
  /** What is shown: its row is marked and scrolled to. */
  readonly place: string | null;
  readonly onPlace: (place: string) => void;
}

/** The file as it stands, never changed: the row of the chosen measure is marked, a press on a row chooses its measure. */
export function SourcePanel({ view, name, draft, place, onPlace }: SourcePanelProps) {
  const t = useText(text);
  const box = useRef<HTMLElement>(null);
  const keys = useMemo(() => keysByPlace(view), [view]);
  const { measures } = draft;
  const read = useMemo(() => new Set(Object.values(measures).flatMap((one) => one.place ?? [])), [measures]);
  const key = place === null ? undefined : keys.get(place);
  useEffect(() => {
    const panel = box.current;
    const row = key === undefined ? null : document.getElementById(`source-${key}`);
    if (panel === null || row === null) return;
    // The panel alone is scrolled: the page stays where the person works.
    const offset = row.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    panel.scrollTo({ top: panel.scrollTop + offset - panel.clientHeight / 3 });
  }, [key]);
  return (
    <section
      ref={box}
      className={styles.source}
      aria-label={t.sourceOf(name)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard
      tabIndex={0}
    >
      <Blocks view={view} marked={key} read={read} onPlace={onPlace} />
    </section>
  );
}

interface BlocksProps {
  readonly view: SourceView;
  readonly marked: string | undefined;
  /** Places that became measures. */
  readonly read: ReadonlySet<string>;
  readonly onPlace: (place: string) => void;
}

function Blocks({ view, marked, read, onPlace }: BlocksProps) {
  return view.blocks.map((block) =>
    block.kind === 'paragraph' ? (
      <p
        key={block.key}
        id={`source-${block.key}`}
        className={block.bold ? styles.boldParagraph : undefined}
        data-marked={block.key === marked}
        data-read={read.has(block.place)}
      >
        {block.text}
      </p>
    ) : (
      <table key={block.key} id={`source-${block.key}`}>
        <tbody>
          {block.rows.map((row) => (
            <Row key={row.key} row={row} marked={row.key === marked} read={read.has(row.place)} onPlace={onPlace} />
          ))}
        </tbody>
      </table>
    ),
  );
}

interface RowProps {
  readonly row: Extract<SourceView['blocks'][number], { kind: 'table' }>['rows'][number];
  readonly marked: boolean;
  readonly read: boolean;
  readonly onPlace: (place: string) => void;
}

/** A row is drawn again only when its own mark changes: a long document stays quick. */
const Row = memo(
  function Row({ row, marked, read, onPlace }: RowProps) {
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a convenience of the mouse: the keyboard walks the measures themselves
      <tr id={`source-${row.key}`} data-marked={marked} data-read={read} onClick={() => onPlace(row.place)}>
        {row.cells.map((cell, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- cells have no other name and never move
          <td key={index} colSpan={cell.colspan} rowSpan={cell.rowspan} data-bold={cell.bold}>
            {cell.text}
          </td>
        ))}
      </tr>
    );
  },
  (a, b) => a.row === b.row && a.marked === b.marked && a.read === b.read,
);
