import { useCan } from '#src/access/web/session.tsx';
import { CheckField, SelectField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { PROCEDURE_KINDS, type ProcedureKind } from '../../model.ts';
import { PROCEDURE_KIND } from '../../text.ts';
import { Facts } from '../Facts.tsx';
import { text } from './text.ts';
import type { WorkDetail } from './WorkPage.tsx';
import styles from './works.module.css';

/** What kind of procedure the work belongs to and whether outside observers were present; both hold for all its works. */
export function WorkProcedure({ work }: { readonly work: WorkDetail }) {
  const t = useText(text);
  const { language } = useLanguage();
  const may = useCan('editWorks');
  const update = useContractMutation('PATCH /api/procedures/:id', ['GET /api/works', 'GET /api/works/:id']);
  const change = (body: { kind?: ProcedureKind; observed?: boolean }) =>
    update.mutate({ params: { id: work.procedureId }, body });
  return (
    <section aria-labelledby="procedure" className={styles.section}>
      <h2 id="procedure">{t.procedureTitle}</h2>
      {update.error ? (
        <Notice kind="problem" live>
          {update.error.message}
        </Notice>
      ) : null}
      {may ? (
        <>
          <SelectField
            label={t.procedureKind}
            hint={t.procedureKindHint}
            value={work.kind}
            onChange={(kind) => change({ kind: kind as ProcedureKind })}
            options={PROCEDURE_KINDS.map((value) => ({ value, label: PROCEDURE_KIND[value][language] }))}
          />
          <CheckField
            label={t.observed}
            hint={t.observedHint}
            checked={work.observed}
            onChange={(observed) => change({ observed })}
          />
        </>
      ) : (
        <Facts
          label={t.procedureTitle}
          facts={[
            [t.procedureKind, PROCEDURE_KIND[work.kind][language]],
            [t.observed, work.observed ? t.yes : t.no],
          ]}
        />
      )}
    </section>
  );
}
