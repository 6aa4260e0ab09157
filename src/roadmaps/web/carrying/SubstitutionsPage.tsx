import { Link } from '@tanstack/react-router';
import type { Output } from '#src/platform/ui/api.ts';
import { useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { PlansSections } from '../PlanNav.tsx';
import './api.ts';
import { NewSubstitution } from './NewSubstitution.tsx';
import { StaffAccounts } from './StaffAccounts.tsx';
import { SubstitutionsList } from './SubstitutionsList.tsx';
import styles from './substitutions.module.css';
import { substitutionsText } from './substitutions-text.ts';

export type Substitutions = Output<'GET /api/substitutions'>;

/** Who stands in for whom by which order, and which account a member of staff works under. */
export default function SubstitutionsPage() {
  const t = useText(substitutionsText);
  const found = useContractQuery('GET /api/substitutions', undefined);
  if (!found.data && found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton />;
  const { data } = found;
  const holding = data.substitutions.filter(({ holds }) => holds).length;
  return (
    <>
      <PlansSections />
      <PageHeading above={<Link to="/week">{t.back}</Link>} title={t.title(holding)} lead={t.lead} />
      <SubstitutionsList data={data} />
      {data.mayManage ? (
        <section aria-labelledby="new-substitution" className={styles.section}>
          <h2 id="new-substitution">{t.newTitle}</h2>
          <NewSubstitution staff={data.staff} />
        </section>
      ) : null}
      <section aria-labelledby="staff-accounts" className={styles.section}>
        <h2 id="staff-accounts">{t.staffTitle}</h2>
        <p className="soft">{t.staffLead}</p>
        <StaffAccounts data={data} />
      </section>
    </>
  );
}
