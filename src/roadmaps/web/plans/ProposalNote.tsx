import { useText } from '#src/platform/ui/language.tsx';
import type { ProposalSource } from '../../linter/model.ts';
import { linterText } from '../../linter/text.ts';
import styles from './table.module.css';
import { tableText } from './table-text.ts';

/** Beside a value that nobody has written yet: where it comes from, and what writes it. */
export function ProposalNote({ source }: { readonly source: ProposalSource }) {
  const t = useText(tableText);
  const sources = useText(linterText).sources;
  return <span className={styles.doubt}>{t.proposal(sources[source])}</span>;
}
