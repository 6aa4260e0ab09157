import { useState } from 'react';
import { address } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { DateField, TextField } from '#src/platform/ui/Field.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { Editing } from './Editing.tsx';
import type { OrganizationDetail } from './OrganizationPage.tsx';
import styles from './organizations.module.css';
import { text } from './text.ts';

interface StaffProps {
  readonly organization: OrganizationDetail;
  readonly editable: boolean;
}

type Person = OrganizationDetail['staff'][number];

/** People and their posts; a post that ended stays in the list. */
export function Staff({ organization, editable }: StaffProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<number | null>(null);
  const edited = organization.staff.find((person) => person.id === editing);
  const columns: Column<Person>[] = [
    { key: 'name', header: t.person, value: (person) => person.fullName, naming: true },
    { key: 'post', header: t.post, value: (person) => person.post },
    {
      key: 'from',
      header: t.from,
      value: (person) => person.fromDate,
      cell: (person) => date(person.fromDate, language),
      short: true,
    },
    {
      key: 'to',
      header: t.to,
      value: (person) => person.toDate ?? '9999',
      cell: (person) => (person.toDate ? date(person.toDate, language) : t.current),
      short: true,
    },
    ...(editable
      ? [
          {
            key: 'change',
            header: t.action,
            value: () => null,
            sortable: false,
            cell: (person: Person) => (
              <Button
                kind="quiet"
                className={styles.inTable}
                aria-label={t.changeStaffOf(person.fullName)}
                onClick={() => setEditing(person.id)}
              >
                {t.changeStaff}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <section aria-labelledby="staff" className={styles.section}>
      <div className={styles.head}>
        <h2 id="staff">{t.staff}</h2>
        {editable && !adding ? <Button onClick={() => setAdding(true)}>{t.addStaff}</Button> : null}
      </div>
      {adding ? <AddPerson organization={organization} onEnd={() => setAdding(false)} /> : null}
      {edited ? <EditPerson key={edited.id} person={edited} onEnd={() => setEditing(null)} /> : null}
      <DataTable
        caption={t.staff}
        columns={columns}
        rows={organization.staff}
        rowKey={(person) => String(person.id)}
        download={address('GET /api/organizations/:id/staff.xlsx', { params: { id: organization.id } })}
        empty={<p className="soft">{t.noStaff}</p>}
      />
    </section>
  );
}

function AddPerson({ organization, onEnd }: { readonly organization: OrganizationDetail; readonly onEnd: () => void }) {
  const t = useText(text);
  const create = useContractMutation('POST /api/organizations/:id/staff');
  return (
    <Editing
      name={`staff-${organization.id}`}
      title={t.addStaff}
      initial={{ fullName: '', post: '', fromDate: null as string | null }}
      submitLabel={t.add}
      busy={create.isPending}
      onEnd={onEnd}
      check={({ fullName, post, fromDate }) => [
        ...(fullName.trim().length < 2 ? [{ field: 'fullName', message: t.errors.fullName }] : []),
        ...(post.trim().length < 2 ? [{ field: 'post', message: t.errors.post }] : []),
        ...(fromDate === null ? [{ field: 'fromDate', message: t.errors.fromDate }] : []),
      ]}
      send={({ fullName, post, fromDate }, done, failed) =>
        create.mutate(
          { params: { id: organization.id }, body: { fullName, post, fromDate: fromDate ?? '' } },
          { onSuccess: done, onError: failed },
        )
      }
    >
      {(value, set, field) => (
        <>
          <TextField
            {...field('fullName')}
            label={t.person}
            hint={t.personHint}
            autoComplete="off"
            value={value.fullName}
            onChange={(fullName) => set({ fullName })}
          />
          <TextField
            {...field('post')}
            label={t.post}
            hint={t.postHint}
            autoComplete="off"
            value={value.post}
            onChange={(post) => set({ post })}
          />
          <DateField
            {...field('fromDate')}
            label={t.fromDate}
            value={value.fromDate}
            onChange={(fromDate) => set({ fromDate })}
          />
        </>
      )}
    </Editing>
  );
}

function EditPerson({ person, onEnd }: { readonly person: Person; readonly onEnd: () => void }) {
  const t = useText(text);
  const change = useContractMutation('PATCH /api/staff/:id');
  return (
    <Editing
      name={`staff-change-${person.id}`}
      title={t.editStaffTitle(person.fullName)}
      initial={{ fullName: person.fullName, post: person.post, toDate: person.toDate }}
      submitLabel={t.save}
      busy={change.isPending}
      onEnd={onEnd}
      check={({ fullName, post }) => [
        ...(fullName.trim().length < 2 ? [{ field: 'fullName', message: t.errors.fullName }] : []),
        ...(post.trim().length < 2 ? [{ field: 'post', message: t.errors.post }] : []),
      ]}
      send={({ fullName, post, toDate }, done, failed) =>
        change.mutate(
          { params: { id: person.id }, body: { revision: person.revision, fullName, post, toDate } },
          { onSuccess: done, onError: failed },
        )
      }
    >
      {(value, set, field) => (
        <>
          <TextField
            {...field('fullName')}
            label={t.person}
            autoComplete="off"
            value={value.fullName}
            onChange={(fullName) => set({ fullName })}
          />
          <TextField
            {...field('post')}
            label={t.post}
            autoComplete="off"
            value={value.post}
            onChange={(post) => set({ post })}
          />
          <DateField
            {...field('toDate')}
            label={t.toDate}
            hint={t.toDateHint}
            optional
            value={value.toDate}
            onChange={(toDate) => set({ toDate })}
          />
        </>
      )}
    </Editing>
  );
}
