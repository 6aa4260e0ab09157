import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCan } from '#src/access/web/session.tsx';
import type { Output } from '#src/platform/ui/api.ts';
import { ButtonLink } from '#src/platform/ui/Button.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import './api.ts';
import { Children } from './Children.tsx';
import { Classes } from './Classes.tsx';
import { History } from './History.tsx';
import styles from './organizations.module.css';
import { Staff } from './Staff.tsx';
import { text } from './text.ts';

export type OrganizationDetail = Output<'GET /api/organizations/:id'>;

/** One organisation: what is below it, classes, staff with posts, history. */
export default function OrganizationPage() {
  const id = Number((useParams({ strict: false }) as { id: string }).id);
  const organization = useContractQuery('GET /api/organizations/:id', { params: { id } });
  if (!organization.data && organization.error) {
    return <ErrorState error={organization.error} onRetry={() => void organization.refetch()} />;
  }
  if (!organization.data) return <Skeleton />;
  return <Detail key={id} organization={organization.data} />;
}

function Detail({ organization }: { readonly organization: OrganizationDetail }) {
  const t = useText(text);
  const { language } = useLanguage();
  const mayEditTree = useCan('editOrganizations');
  const mayEditStaff = useCan('editStaff');
  const open = organization.closedOn === null;
  const lead = [
    organization.name === organization.shortName ? '' : organization.name,
    organization.code ? t.codeOf(organization.code) : '',
    organization.specialised ? t.specialised : '',
  ].filter(Boolean);
  return (
    <>
      <PageHeading
        above={<Trail organization={organization} />}
        title={titleOf(organization, t)}
        lead={lead.length ? `${lead.join(', ')}.` : undefined}
        action={
          organization.kind === 'school' ? (
            <ButtonLink to="/schools/$id" params={{ id: String(organization.id) }}>
              {t.signs}
            </ButtonLink>
          ) : null
        }
      />
      <div className={styles.page}>
        {open ? null : <Closed organization={organization} on={date(organization.closedOn, language)} />}
        {organization.kind === 'school' ? (
          <>
            <Classes organization={organization} editable={mayEditStaff && open} />
            <Staff organization={organization} editable={mayEditStaff && open} />
          </>
        ) : (
          <>
            <Children organization={organization} editable={mayEditTree && open} />
            <Staff organization={organization} editable={mayEditStaff && open} />
          </>
        )}
        <History organization={organization} editable={mayEditTree && open} />
      </div>
    </>
  );
}

function Trail({ organization }: { readonly organization: OrganizationDetail }): ReactNode {
  const t = useText(text);
  return (
    <>
      <Link to="/organization">{t.toTree}</Link>
      {organization.trail
        .filter((step) => step.id !== organization.id)
        .map((step) => (
          <span key={step.id}>
            {' · '}
            <Link to="/organization/$id" params={{ id: String(step.id) }}>
              {step.name}
            </Link>
          </span>
        ))}
    </>
  );
}

function Closed({ organization, on }: { readonly organization: OrganizationDetail; readonly on: string }) {
  const t = useText(text);
  const successor = organization.history.find((event) => event.other?.id === organization.successorId)?.other;
  return (
    <Notice kind="attention" title={t.closedTitle(on)}>
      {t.closedHint}{' '}
      {successor ? (
        <>
          {t.successor}{' '}
          <Link to="/organization/$id" params={{ id: String(successor.id) }}>
            {successor.name}
          </Link>
          .
        </>
      ) : null}
    </Notice>
  );
}

function titleOf(organization: OrganizationDetail, t: (typeof text)['ru']): string {
  const { kind, shortName, children, staff } = organization;
  if (kind === 'region') return t.regionTitle(shortName, children);
  if (kind === 'municipality') return t.municipalityTitle(shortName, children);
  return t.schoolTitle(shortName, children, staff.filter((person) => person.toDate === null).length);
}
