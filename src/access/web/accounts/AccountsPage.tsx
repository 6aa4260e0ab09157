import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { address } from '#src/platform/ui/api.ts';
import type { Output } from '#src/platform/ui/api.ts';
import { ButtonLink } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { TextField } from '#src/platform/ui/Field.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { ErrorState, Forbidden, Skeleton } from '#src/platform/ui/states.tsx';
import { ROLES } from '../../model.ts';
import { accessText } from '../../text.ts';
import '../api.ts';
import { useCan } from '../session.tsx';
import styles from './accounts.module.css';
import { text } from './text.ts';

export type Account = Output<'GET /api/accounts'>['accounts'][number];

/** People who may sign in, with their roles. */
export default function AccountsPage() {
  const t = useText(text);
  const { language } = useLanguage();
  const roles = accessText[language].roles;
  const may = useCan('editAccounts');
  const accounts = useContractQuery('GET /api/accounts', undefined, { enabled: may });
  const [filters, setFilters] = useFilters(['search', 'role', 'state']);
  const [typed, setTyped] = useState(filters.search ?? '');
  if (!may) return <Forbidden />;
  if (accounts.error) return <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />;
  if (!accounts.data) return <Skeleton />;
  const all = accounts.data.accounts;
  const wanted = (filters.search ?? '').trim().toLowerCase();
  const shown = all.filter(
    (account) =>
      `${account.displayName} ${account.login}`.toLowerCase().includes(wanted) &&
      (!filters.role || account.grants.some((grant) => grant.role === filters.role)) &&
      (!filters.state || (filters.state === 'off') === account.disabled),
  );
  const off = all.filter((account) => account.disabled).length;
  const columns: Column<Account>[] = [
    {
      key: 'name',
      header: t.name,
      value: (account) => account.displayName,
      naming: true,
      cell: (account) => (
        <Link to="/accounts/$id" params={{ id: String(account.id) }}>
          {account.displayName}
        </Link>
      ),
    },
    { key: 'login', header: t.login, value: (account) => account.login },
    {
      key: 'roles',
      header: t.roles,
      value: (account) =>
        account.grants.map((grant) => `${roles[grant.role]}, ${grant.organization}`).join('; ') || null,
      cell: (account) =>
        account.grants.length ? (
          <ul className={styles.roles}>
            {account.grants.map((grant) => (
              <li key={grant.id}>
                {roles[grant.role]}, {grant.organization}
                {grant.classIds ? `: ${t.ofClasses(grant.classIds.length)}` : null}
              </li>
            ))}
          </ul>
        ) : (
          t.noRole
        ),
    },
    { key: 'state', header: t.state, value: (account) => (account.disabled ? t.off : t.on) },
  ];
  const used = new Set(all.flatMap((account) => account.grants.map((grant) => grant.role)));
  return (
    <>
      <PageHeading
        title={off ? t.titleDisabled(all.length, off) : t.title(all.length)}
        lead={t.lead}
        action={
          <ButtonLink to="/accounts/new" kind="main">
            {t.create}
          </ButtonLink>
        }
      />
      <DataTable
        caption={t.caption}
        columns={columns}
        rows={shown}
        rowKey={(account) => String(account.id)}
        total={all.length}
        download={address('GET /api/accounts.xlsx')}
        sort={{ key: 'name', direction: 'ascending' }}
        empty={<p>{t.nothing}</p>}
        filters={
          <div className={styles.filters}>
            <TextField
              label={t.search}
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
                Object.keys(filters).length
                  ? () => {
                      setTyped('');
                      setFilters({ search: undefined, role: undefined, state: undefined });
                    }
                  : undefined
              }
            >
              <FilterWord
                label={t.role}
                all={t.allRoles}
                value={filters.role}
                options={ROLES.filter((role) => used.has(role)).map((value) => ({ value, label: roles[value] }))}
                onChange={(role) => setFilters({ role })}
              />
              <FilterWord
                label={t.show}
                all={t.allStates}
                value={filters.state}
                options={[
                  { value: 'on', label: t.on },
                  { value: 'off', label: t.off },
                ]}
                onChange={(state) => setFilters({ state })}
              />
            </FilterLine>
          </div>
        }
      />
    </>
  );
}
