import { useState, type FormEvent } from 'react';
import { useSession } from '#src/access/web/session.tsx';
import type { Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { NumberField, TextAreaField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import './api.ts';
import styles from './indices.module.css';
import { IndexSections } from './IndexSections.tsx';
import { settingsText } from './settings-text.ts';

type Claims = Output<'GET /api/indices/medal-claims'>;

/** The school year that ends in summer: from September on it is the next year's leavers. */
function yearOfLeavers(now: Date): number {
  return now.getMonth() >= 8 ? now.getFullYear() + 1 : now.getFullYear();
}

/** Medal claims of the school's leavers, by keys. */
export default function ClaimsPage() {
  const [filters, setFilters] = useFilters(['year']);
  const [leavers] = useState(() => yearOfLeavers(new Date()));
  const year = Number(filters.year) || leavers;
  const t = useText(settingsText);
  const ofSchool = useSession().organization.kind === 'school';
  const answer = useContractQuery('GET /api/indices/medal-claims', { query: { year } }, { enabled: ofSchool });
  if (!ofSchool) return <PageHeading above={<IndexSections />} title={t.claimsOfSchools} />;
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  return <ClaimsForm key={year} claims={answer.data} onYear={(typed) => setFilters({ year: typed })} />;
}

function ClaimsForm({ claims, onYear }: { readonly claims: Claims; readonly onYear: (year: string) => void }) {
  const t = useText(settingsText);
  const [lines, setLines] = useState(() => claims.claims.map(({ pupil, degree }) => `${pupil} ${degree}`).join('\n'));
  const [year, setYear] = useState(String(claims.year));
  const save = useContractMutation('POST /api/indices/medal-claims');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ body: { year: claims.year, lines } });
  };
  return (
    <>
      <PageHeading
        above={<IndexSections />}
        title={t.claimsTitle(claims.claims.length, claims.year)}
        lead={t.claimsLead}
      />
      <form className={styles.form} onSubmit={submit} noValidate aria-label={t.claimsLines}>
        {save.error ? (
          <Notice kind="problem" live>
            {save.error.message}
          </Notice>
        ) : null}
        {save.isSuccess ? <Notice live>{t.saved}</Notice> : null}
        <NumberField
          label={t.year}
          value={year}
          onChange={(typed) => {
            setYear(typed);
            if (/^20\d\d$/u.test(typed)) onYear(typed);
          }}
        />
        <TextAreaField label={t.claimsLines} hint={t.claimsHint} rows={12} value={lines} onChange={setLines} />
        <p>
          <Button type="submit" kind="main" busy={save.isPending}>
            {t.claimsSave}
          </Button>
        </p>
      </form>
    </>
  );
}
