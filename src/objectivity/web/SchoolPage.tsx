import { Link, useParams } from '@tanstack/react-router';
import { useSession } from '#src/access/web/session.tsx';
import { address, type Output } from '#src/platform/ui/api.ts';
import { ButtonHref } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { Skeleton } from '#src/platform/ui/states.tsx';
import styles from './FindingPage.module.css';
import { countUnits } from './grouping.ts';
import { PageError } from './PageError.tsx';
import { SchoolOfficial } from './SchoolOfficial.tsx';
import { SchoolWorks } from './SchoolWorks.tsx';
import { schoolText } from './school-text.ts';
import { tied } from './tied.ts';
import './api.ts';

export type SchoolDetail = Output<'GET /api/schools/:id/findings'>;

/** One school: its works beside the region, who took part, signs of the school and of its classes. */
export default function SchoolPage() {
  const { id } = useParams({ strict: false });
  const school = useContractQuery('GET /api/schools/:id/findings', { params: { id: Number(id) } });
  if (school.error) return <PageError error={school.error} onRetry={() => void school.refetch()} />;
  if (!school.data) return <Skeleton />;
  return <School detail={school.data} />;
}

function School({ detail }: { readonly detail: SchoolDetail }) {
  const t = useText(schoolText);
  const title = useTitle(detail);
  return (
    <>
      <PageHeading
        title={title}
        above={<Trail detail={detail} />}
        lead={detail.school.specialised ? t.specialised : detail.works.length ? t.lead : t.noResultsText}
        action={
          detail.works.length ? (
            <ButtonHref
              href={address('GET /api/findings.xlsx', { query: { schoolId: detail.school.id, show: 'all' } })}
              download
            >
              {t.download}
            </ButtonHref>
          ) : undefined
        }
      />
      {detail.works.length ? <SchoolWorks works={detail.works} /> : null}
      <SchoolOfficial detail={detail} />
    </>
  );
}

function useTitle({ school, works }: SchoolDetail): string {
  const t = useText(schoolText);
  const name = tied(school.name);
  if (works.length === 0) return t.noResults(name);
  const classes = works.flatMap((work) => work.classes);
  const units = works.flatMap((work) => (work.school ? [work.school] : []));
  if (classes.length + units.length === 0) return t.noAnalysis(name);
  const signalled = classes.filter((finding) => finding.signalled);
  if (signalled.length) return t.signs(name, countUnits(signalled).classes, countUnits(classes).classes);
  if ([...classes, ...units].every((finding) => finding.localFdr === null)) return t.tooFew(name);
  return units.some((finding) => finding.signalled) ? t.schoolSignsOnly(name) : t.noSigns(name);
}

function Trail({ detail }: { readonly detail: SchoolDetail }) {
  const t = useText(schoolText);
  const { organization } = useSession();
  return (
    <nav aria-label={t.place}>
      <ol className={styles.trail}>
        <li>
          <Link to="/findings">{t.list}</Link>
        </li>
        <li>
          {organization.kind === 'region' ? (
            <Link to="/findings" search={{ municipality: String(detail.municipality.id) } as never}>
              {tied(detail.municipality.name)}
            </Link>
          ) : (
            tied(detail.municipality.name)
          )}
        </li>
      </ol>
    </nav>
  );
}
