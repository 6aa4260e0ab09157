import type { WordTable } from '#src/objectivity/validation/tables.ts';
import { PlainTable } from '#src/platform/ui/PlainTable.tsx';
import { ScrollBox } from '#src/platform/ui/ScrollBox.tsx';
import styles from './Validation.module.css';

/** A table of words with figures to the right; the caption is for those who do not see where it stands. */
export function WordsTable({ caption, table }: { readonly caption: string; readonly table: WordTable }) {
  return (
    <ScrollBox label={caption} className={styles.box}>
      <PlainTable caption={caption} columns={table.columns} rows={table.rows} className={styles.table} />
    </ScrollBox>
  );
}
