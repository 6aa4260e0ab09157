import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#src/access/web/session.tsx';
import { address } from '#src/platform/ui/api.ts';
import { ButtonLink } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { TextField } from '#src/platform/ui/Field.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { EmptyState, ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import './api.ts';
import styles from './organizations.module.css';
import { text } from './text.ts';
import { matching, treeRows, type TreeRow } from './tree.ts';

/** The visible part of the tree as one indented table. */
export default function OrganizationsPage() {
  const t = useText(text);
  const { language } = useLanguage();
  const session = useSession();
  const [{ district, show, search }, setFilters] = useFilters(['district', 'show', 'search']);
  const [typed, setTyped] = useState(search ?? '');
  const organizations = useContractQuery(
    'GET /api/organizations',
    show === 'all' ? { query: { includeClosed: 'true' } } : undefined,
    { keepPrevious: true },
  );
  if (organizations.error) {
    return <ErrorState error={organizations.error} onRetry={() => void organizations.refetch()} />;
  }
  if (!organizations.data) return <Skeleton />;
  const all = organizations.data.organizations;
  const rows = treeRows(all, language);
  const districts = rows.filter(({ organization }) => organization.kind === 'municipality');
  const schools = rows.filter(({ organization }) => organization.kind === 'school' && !organization.closedOn);
  const own = session.organization;
  const ownName = session.trail.at(-1)?.name ?? own.name;
  // Of what stands above the person sees the name only; its counts would be of the visible part.
  const above = new Set(session.trail.map((step) => step.id).filter((id) => id !== own.id));
  const ofDistrict = district
    ? rows.filter(
        ({ organization: { id, parentId, kind } }) =>
          kind === 'region' || String(id) === district || String(parentId) === district,
      )
    : rows;
  const shown = matching(ofDistrict, search ?? '');
  const title =
    own.kind === 'school'
      ? t.treeOwn(ownName)
      : t.treeTitle(ownName, own.kind === 'region' ? districts.length : 0, schools.length);

  const columns: Column<TreeRow>[] = [
    {
      key: 'name',
      header: t.name,
      value: ({ organization }) => organization.shortName,
      naming: true,
      sortable: false,
      cell: ({ organization, depth }) => (
        <span className={styles.indented} data-depth={Math.min(depth, 2)}>
          <Link to="/organization/$id" params={{ id: String(organization.id) }}>
            {organization.shortName}
          </Link>
        </span>
      ),
    },
    { key: 'code', header: t.code, value: ({ organization }) => organization.code, sortable: false, short: true },
    {
      key: 'inside',
      header: t.inside,
      value: ({ organization }) =>
        above.has(organization.id) ? null : t.insideOf[organization.kind](organization.children),
      sortable: false,
    },
    ...(show === 'all'
      ? [
          {
            key: 'state',
            header: t.state,
            value: ({ organization }: TreeRow) =>
              organization.closedOn ? t.closed(date(organization.closedOn, language)) : t.works,
            sortable: false,
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeading title={title} />
      {rows.length === 1 && own.kind === 'region' ? (
        <EmptyState
          title={t.onlyRegionTitle}
          action={
            <ButtonLink to="/organization/$id" params={{ id: String(own.id) }} kind="main">
              {t.openRegion}
            </ButtonLink>
          }
        >
          <p>{t.onlyRegion}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t.caption}
          columns={columns}
          rows={shown}
          rowKey={({ organization }) => String(organization.id)}
          total={rows.length}
          download={address('GET /api/organizations.xlsx')}
          empty={<p>{t.nothing}</p>}
          filters={
            own.kind === 'school' ? null : (
              <div className={styles.filters}>
                <TextField
                  label={t.find}
                  type="search"
                  autoComplete="off"
                  value={typed}
                  onChange={(value) => {
                    setTyped(value);
                    setFilters({ search: value });
                  }}
                />
                <FilterLine
                  onClear={
                    district || show || search
                      ? () => {
                          setTyped('');
                          setFilters({ district: undefined, show: undefined, search: undefined });
                        }
                      : undefined
                  }
                >
                  <FilterWord
                    label={t.show}
                    all={t.open}
                    value={show}
                    options={[{ value: 'all', label: t.all }]}
                    onChange={(value) => setFilters({ show: value })}
                  />
                  {districts.length > 1 ? (
                    <FilterWord
                      label={t.district}
                      all={t.allDistricts}
                      value={district}
                      options={districts.map(({ organization }) => ({
                        value: String(organization.id),
                        label: organization.shortName,
                      }))}
                      onChange={(value) => setFilters({ district: value })}
                    />
                  ) : null}
                </FilterLine>
              </div>
            )
          }
        />
      )}
    </>
  );
}
