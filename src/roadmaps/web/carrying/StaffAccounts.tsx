import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import type { Substitutions } from './SubstitutionsPage.tsx';
import styles from './substitutions.module.css';
import { substitutionsText } from './substitutions-text.ts';

type Staff = Substitutions['staff'][number];

/** Which account each member of staff works under. */
export function StaffAccounts({ data }: { readonly data: Substitutions }) {
  const t = useText(substitutionsText);
  const link = useContractMutation('PUT /api/staff/:id/account');
  const columns: Column<Staff>[] = [
    { key: 'name', header: t.name, naming: true, value: (row) => row.fullName },
    { key: 'post', header: t.post, value: (row) => row.post },
    {
      key: 'account',
      header: t.account,
      value: (row) => row.account,
      cell: (row) =>
        data.mayManage ? (
          <select
            className={styles.account}
            aria-label={t.accountOf(row.fullName)}
            value={row.accountId ?? ''}
            disabled={link.isPending}
            onChange={(event) =>
              link.mutate({
                params: { id: row.id },
                body: { accountId: event.target.value === '' ? null : Number(event.target.value) },
              })
            }
          >
            <option value="">{t.noAccount}</option>
            {data.accounts.map((account) => (
              <option key={account.id} value={account.id}>
                {account.name}
              </option>
            ))}
          </select>
        ) : (
          (row.account ?? t.noAccount)
        ),
    },
    { key: 'measures', header: t.measures, figures: true, value: (row) => row.measures },
  ];
  return (
    <>
      {link.error ? (
        <Notice kind="problem" live>
          {link.error.message || t.offline}
        </Notice>
      ) : null}
      <DataTable caption={t.staffTitle} columns={columns} rows={data.staff} rowKey={(row) => String(row.id)} />
    </>
  );
}
