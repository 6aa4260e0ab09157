import { useCan } from '#src/access/web/session.tsx';
import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import styles from './FindingsPage.module.css';
import { isNarrowed, type FilterChanges, type FindingFilters } from './filters.ts';
import { text } from './text.ts';

export interface NoFindingsProps {
  readonly filters: FindingFilters;
  readonly analysed: boolean;
  readonly onChange: (changes: FilterChanges) => void;
}

/** Why the list is empty: no analysis, conditions too narrow, no small samples, or no sign; and what that means. */
export function NoFindings({ filters, analysed, onChange }: NoFindingsProps) {
  const t = useText(text);
  const canImport = useCan('importResults');
  if (!analysed)
    return (
      <div className={styles.empty}>
        <p>{t.notAnalysed}</p>
        {canImport ? (
          <ButtonLink kind="main" to="/results/upload">
            {t.toImports}
          </ButtonLink>
        ) : null}
      </div>
    );
  if (isNarrowed(filters))
    return (
      <div className={styles.empty}>
        <p>{t.noMatch}</p>
        <Button
          onClick={() => onChange({ work: undefined, municipality: undefined, sign: undefined, search: undefined })}
        >
          {t.clear}
        </Button>
      </div>
    );
  if (filters.show === 'insufficient')
    return (
      <div className={styles.empty}>
        <p>{t.nothingSmall}</p>
      </div>
    );
  return (
    <div className={styles.empty}>
      <p>{t.nothingMeans}</p>
      <p>{t.nothingDoesNotMean}</p>
      {filters.show === 'signalled' ? <Button onClick={() => onChange({ show: 'all' })}>{t.showAll}</Button> : null}
    </div>
  );
}
