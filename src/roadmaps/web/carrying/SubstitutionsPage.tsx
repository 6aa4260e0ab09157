import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { address, type Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { type Column, DataTable } from '#src/platform/ui/DataTable.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { DateField, SelectField, TextField } from '#src/platform/ui/Field.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { daysInWords, shortName } from '../../carrying/text.ts';
import { PlansSections } from '../PlanNav.tsx';
import './api.ts';
import { substitutionsText } from './substitutions-text.ts';
import styles from './substitutions.module.css';

type Data = Output<'GET /api/substitutions'>;
type Substitution = Data['substitutions'][number];
type Staff = Data['staff'][number];

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
      <List data={data} />
      {data.mayManage ? (
        <section aria-labelledby="new-substitution" className={styles.section}>
          <h2 id="new-substitution">{t.newTitle}</h2>
          <NewSubstitution staff={data.staff} />
        </section>
      ) : null}
      <section aria-labelledby="staff-accounts" className={styles.section}>
        <h2 id="staff-accounts">{t.staffTitle}</h2>
        <p className="soft">{t.staffLead}</p>
        <StaffTable data={data} />
      </section>
    </>
  );
}

function List({ data }: { readonly data: Data }) {
  const t = useText(substitutionsText);
  const { language } = useLanguage();
  const end = useContractMutation('POST /api/substitutions/:id/end');
  const stateOf = (row: Substitution): string => {
    if (row.endedAt !== null) return t.ended;
    if (row.holds) return t.holds;
    return row.from > data.today ? t.ahead : t.over;
  };
  const columns: Column<Substitution>[] = [
    {
      key: 'absent',
      header: t.absent,
      naming: true,
      value: (row) => row.absent,
      cell: (row) => (
        <>
          {row.absent} <span className="soft small">{row.absentPost}</span>
        </>
      ),
    },
    { key: 'substitute', header: t.substitute, value: (row) => row.substitute },
    {
      key: 'days',
      header: t.days,
      value: (row) => row.from,
      cell: (row) => daysInWords({ opensOn: row.from, dueOn: row.to }, language),
    },
    { key: 'order', header: t.order, value: (row) => t.orderOf(row.orderNumber, date(row.orderDate, language)) },
    { key: 'state', header: t.state, short: true, value: stateOf },
    ...(data.mayManage
      ? [
          {
            key: 'end',
            header: '',
            sortable: false,
            value: () => null,
            cell: (row: Substitution) =>
              row.endedAt === null && stateOf(row) !== t.over ? (
                <Button
                  kind="quiet"
                  aria-label={t.endOf(shortName(row.absent))}
                  busy={end.isPending}
                  onClick={() => end.mutate({ params: { id: row.id } })}
                >
                  {t.end}
                </Button>
              ) : (
                ''
              ),
          } satisfies Column<Substitution>,
        ]
      : []),
  ];
  return (
    <>
      {end.error ? (
        <Notice kind="problem" live>
          {end.error.message || t.offline}
        </Notice>
      ) : null}
      <DataTable
        caption={t.listTitle}
        columns={columns}
        rows={data.substitutions}
        rowKey={(row) => String(row.id)}
        empty={<p className="soft">{t.none}</p>}
        download={address('GET /api/substitutions.xlsx')}
      />
    </>
  );
}

interface Typed {
  readonly absent: string;
  readonly substitute: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly orderNumber: string;
  readonly orderDate: string | null;
}

const EMPTY: Typed = { absent: '', substitute: '', from: null, to: null, orderNumber: '', orderDate: null };

function NewSubstitution({ staff }: { readonly staff: readonly Staff[] }) {
  const t = useText(substitutionsText);
  const create = useContractMutation('POST /api/substitutions');
  const [typed, setTyped] = useState(EMPTY);
  // Date fields hold what is typed themselves: a new key empties them after saving.
  const [round, setRound] = useState(0);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const people = staff.map(({ id, fullName, post }) => ({ value: String(id), label: `${fullName}, ${post}` }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const fields = ['absent', 'substitute', 'from', 'orderNumber', 'orderDate'] as const;
    const wrong = fields.filter((field) => !typed[field]).map((field) => ({ field, message: t.errors[field] }));
    setErrors(wrong);
    const { from, orderDate } = typed;
    if (wrong.length > 0 || from === null || orderDate === null || create.isPending) return;
    create.mutate(
      {
        body: {
          absentId: Number(typed.absent),
          substituteId: Number(typed.substitute),
          from,
          to: typed.to,
          orderNumber: typed.orderNumber,
          orderDate,
        },
      },
      {
        onSuccess: () => {
          setTyped(EMPTY);
          setRound(round + 1);
        },
        onError: (error) => setErrors([{ field: '', message: error.message || t.offline }]),
      },
    );
  };
  return (
    <form key={round} className={styles.form} onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <SelectField
        id="absent"
        label={t.absent}
        value={typed.absent}
        placeholder={t.choose}
        width="full"
        options={people}
        error={errorOf('absent')}
        onChange={(absent) => set({ absent })}
      />
      <SelectField
        id="substitute"
        label={t.substitute}
        value={typed.substitute}
        placeholder={t.choose}
        width="full"
        options={people.filter(({ value }) => value !== typed.absent)}
        error={errorOf('substitute')}
        onChange={(substitute) => set({ substitute })}
      />
      <div className={styles.row}>
        <DateField
          id="from"
          label={t.from}
          value={typed.from}
          error={errorOf('from')}
          onChange={(from) => set({ from })}
        />
        <DateField label={t.to} hint={t.toHint} optional value={typed.to} onChange={(to) => set({ to })} />
      </div>
      <div className={styles.row}>
        <TextField
          id="orderNumber"
          label={t.orderNumber}
          width="short"
          maxLength={60}
          value={typed.orderNumber}
          error={errorOf('orderNumber')}
          onChange={(orderNumber) => set({ orderNumber })}
        />
        <DateField
          id="orderDate"
          label={t.orderDate}
          value={typed.orderDate}
          error={errorOf('orderDate')}
          onChange={(orderDate) => set({ orderDate })}
        />
      </div>
      <div>
        <Button type="submit" kind="main" busy={create.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

function StaffTable({ data }: { readonly data: Data }) {
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
