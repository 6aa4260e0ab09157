import type { WordTable } from '#src/objectivity/validation/tables.ts';
import { ScrollBox } from '#src/platform/ui/ScrollBox.tsx';
import styles from './Validation.module.css';

/** A table of words with figures to the right; the caption is for those who do not see where it stands. */
export function WordsTable({ caption, table }: { readonly caption: string; readonly table: WordTable }) {
  return (
    <ScrollBox label={caption} className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...figures]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {figures.map((figure, column) => (
                <td key={table.columns[column + 1]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
