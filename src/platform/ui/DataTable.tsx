import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { DASH, formatNumber } from './format.ts';
import { useLanguage, useText } from './language.tsx';
import { ScrollBox } from './ScrollBox.tsx';
import { sortRows, type Sort } from './sorting.ts';
import { text } from './text.ts';
import styles from './DataTable.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** Unit of the figures, printed in the header: «%», «баллов». */
  readonly unit?: string;
  /** What is compared when sorting and printed when there is no `cell`. Null is a dash. */
  readonly value: (row: Row) => string | number | null;
  /** Figures stand right in tabular digits. */
  readonly figures?: boolean;
  /** Decimal places of a number printed without `cell`. */
  readonly digits?: number;
  readonly cell?: (row: Row) => ReactNode;
  /** False: this column offers no sorting. */
  readonly sortable?: boolean;
  /** The cell that names its row: read out before the others; it should hold the row's link. */
  readonly naming?: boolean;
  /** Never breaks into lines: dates, classes, short words. */
  readonly short?: boolean;
}

export interface DataTableProps<Row> {
  /** Read out and printed; shown above the table when `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** How the rows come: shown by the arrow until a person sorts otherwise. */
  readonly sort?: Sort;
  /** Given when the server sorts; the table then keeps the order of `rows`. */
  readonly onSort?: (sort: Sort) => void;
  /** Filters as words, above the table. */
  readonly filters?: ReactNode;
  /** Rows that exist in all, where only some were sent. */
  readonly total?: number;
  /** Address of the same rows as XLSX. */
  readonly download?: string;
  /** In place of rows when there are none. */
  readonly empty?: ReactNode;
  /** A line after the count: source, note. */
  readonly note?: ReactNode;
}

const VIRTUAL_FROM = 200;
const ROW_HEIGHT = 41;
/** More columns than this stand closer together, so that the page of an old screen holds them. */
const MANY = 9;

/**
 * A real table: sticky header with units, figures right-aligned, a dash for what is missing, sorting announced by aria-sort,
 * the count and the download below. Long tables draw only the rows in view; when printed, all of them.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, onSort, filters, total, download, empty, note } = props;
  const t = useText(text);
  const { language } = useLanguage();
  const [ownSort, setOwnSort] = useState<Sort | undefined>(props.sort);
  const sort = onSort ? props.sort : ownSort;
  const sorted = useMemo(
    () => (onSort || !ownSort ? rows : sortRows(rows, columns, ownSort, language)),
    [rows, columns, ownSort, onSort, language],
  );
  const noteId = useId();

  const press = (column: Column<Row>): void => {
    const direction = sort?.key === column.key && sort.direction === 'ascending' ? 'descending' : 'ascending';
    const next: Sort = { key: column.key, direction };
    if (onSort) onSort(next);
    else setOwnSort(next);
  };

  return (
    <section className={styles.block}>
      {filters ? <div className={styles.filters}>{filters}</div> : null}
      {rows.length === 0 ? (
        (empty ?? <p className={styles.nothing}>{t.nothingMatches}</p>)
      ) : (
        <ScrollBox label={props.caption} className={styles.scroll}>
          <table
            className={styles.table}
            data-many={columns.length > MANY}
            aria-describedby={noteId}
            aria-rowcount={(total ?? rows.length) + 1}
          >
            <caption className={props.captionShown ? styles.caption : 'visually-hidden'}>{props.caption}</caption>
            <thead>
              <tr aria-rowindex={1}>
                {columns.map((column) => (
                  <HeaderCell key={column.key} column={column} sort={sort} onPress={() => press(column)} />
                ))}
              </tr>
            </thead>
            <Body rows={sorted} columns={columns} rowKey={rowKey} />
          </table>
        </ScrollBox>
      )}
      <p className={styles.below} id={noteId}>
        {rows.length ? (
          <output>
            {total !== undefined && total !== rows.length
              ? t.rowsOf(rows.length, formatNumber(total, language))
              : t.rows(rows.length)}
          </output>
        ) : null}
        {download && rows.length ? (
          <a href={download} download className="no-print">
            {t.download}
          </a>
        ) : null}
        {note ? <span>{note}</span> : null}
      </p>
    </section>
  );
}

function HeaderCell<Row>({
  column,
  sort,
  onPress,
}: {
  column: Column<Row>;
  sort: Sort | undefined;
  onPress: () => void;
}) {
  const direction = sort?.key === column.key ? sort.direction : undefined;
  const label = (
    <>
      {column.header}
      {column.unit ? (
        <>
          , <span className={styles.unit}>{column.unit}</span>
        </>
      ) : null}
    </>
  );
  return (
    <th scope="col" aria-sort={direction} className={column.figures ? styles.figures : undefined}>
      {column.sortable === false ? (
        label
      ) : (
        <button type="button" className={styles.sort} onClick={onPress}>
          <span>{label}</span>
          <svg
            width="8"
            height="12"
            viewBox="0 0 8 12"
            aria-hidden="true"
            className={styles.arrow}
            data-direction={direction ?? 'none'}
          >
            <path d="M4 1v10M1 8l3 3 3-3" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </button>
      )}
    </th>
  );
}

interface BodyProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
}

function Body<Row>(props: BodyProps<Row>) {
  const printing = usePrinting();
  return props.rows.length >= VIRTUAL_FROM && !printing ? <VirtualBody {...props} /> : <WholeBody {...props} />;
}

function WholeBody<Row>({ rows, columns, rowKey }: BodyProps<Row>) {
  return (
    <tbody ref={useRowKeys()}>
      {rows.map((row, index) => (
        <TableRow key={rowKey(row)} row={row} columns={columns} index={index} />
      ))}
    </tbody>
  );
}

function VirtualBody<Row>({ rows, columns, rowKey }: BodyProps<Row>) {
  const body = useRowKeys();
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    if (body.current) setMargin(body.current.getBoundingClientRect().top + window.scrollY);
  }, [body]);
  // oxlint-disable-next-line react/incompatible-library -- its functions change with the scroll, and nothing here is memoised on them
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: margin,
  });
  const items = virtual.getVirtualItems();
  const before = items.length ? items[0].start - margin : 0;
  const after = items.length ? virtual.getTotalSize() - (items[items.length - 1].end - margin) : 0;
  return (
    <tbody ref={body}>
      {before > 0 ? <Gap columns={columns.length} height={before} /> : null}
      {items.map((item) => (
        <TableRow
          key={rowKey(rows[item.index])}
          row={rows[item.index]}
          columns={columns}
          index={item.index}
          measure={virtual.measureElement}
        />
      ))}
      {after > 0 ? <Gap columns={columns.length} height={after} /> : null}
    </tbody>
  );
}

/** The room of rows that are not drawn. */
function Gap({ columns, height }: { readonly columns: number; readonly height: number }) {
  return (
    <tr aria-hidden="true" className={styles.gap}>
      <td colSpan={columns} style={{ height }}>
        {/* A cell must not be empty for those who read by cells; the row is hidden from them. */}
        {'\u00a0'}
      </td>
    </tr>
  );
}

interface TableRowProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly index: number;
  readonly measure?: (element: HTMLTableRowElement | null) => void;
}

function TableRow<Row>({ row, columns, index, measure }: TableRowProps<Row>) {
  const { language } = useLanguage();
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      {columns.map((column) => {
        const className =
          [column.figures ? styles.figures : '', column.short ? styles.short : ''].join(' ').trim() || undefined;
        const value = column.value(row);
        const content = column.cell
          ? column.cell(row)
          : typeof value === 'number'
            ? formatNumber(value, language, { digits: column.digits ?? 0 })
            : (value ?? DASH);
        return column.naming ? (
          <th key={column.key} scope="row" className={className}>
            {content}
          </th>
        ) : (
          <td key={column.key} className={className}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

function useRowKeys() {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const element = body.current;
    element?.addEventListener('keydown', moveBetweenRows);
    return () => element?.removeEventListener('keydown', moveBetweenRows);
  }, []);
  return body;
}

/** Up and down arrows go to the link of the next row, so that a list is walked without Tab through every cell. */
function moveBetweenRows(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = (event.target as HTMLElement).closest('tr');
  if (!row || event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
  let next = row;
  do {
    next = (event.key === 'ArrowDown' ? next.nextElementSibling : next.previousElementSibling) as HTMLTableRowElement;
  } while (next && !next.querySelector('a, button'));
  const target = next?.querySelector<HTMLElement>('a, button');
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(() => window.matchMedia('print').matches);
  useLayoutEffect(() => {
    const query = window.matchMedia('print');
    const change = () => setPrinting(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return printing;
}
