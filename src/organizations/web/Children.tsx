import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { address } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { CheckField, DateField, TextField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { Editing } from './Editing.tsx';
import type { OrganizationDetail } from './OrganizationPage.tsx';
import styles from './organizations.module.css';
import { text } from './text.ts';
import type { Organization } from './tree.ts';

interface ChildrenProps {
  readonly organization: OrganizationDetail;
  readonly editable: boolean;
}

/** Municipalities of a region or schools of a municipality. */
export function Children({ organization, editable }: ChildrenProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const [adding, setAdding] = useState(false);
  const organizations = useContractQuery('GET /api/organizations', undefined);
  const collator = new Intl.Collator(language, { numeric: true });
  const children = (organizations.data?.organizations ?? [])
    .filter((candidate) => candidate.parentId === organization.id)
    .sort((a, b) => collator.compare(a.shortName, b.shortName));
  const columns: Column<Organization>[] = [
    {
      key: 'name',
      header: t.name,
      value: (child) => child.shortName,
      naming: true,
      cell: (child) => (
        <Link to="/organization/$id" params={{ id: String(child.id) }}>
          {child.shortName}
        </Link>
      ),
    },
    { key: 'code', header: t.code, value: (child) => child.code, short: true },
    {
      key: 'inside',
      header: organization.kind === 'region' ? t.children.municipality : t.classes,
      value: (child) => child.children,
      figures: true,
    },
  ];
  return (
    <section aria-labelledby="children" className={styles.section}>
      <div className={styles.head}>
        <h2 id="children">{t.children[organization.kind]}</h2>
        {editable && !adding ? <Button onClick={() => setAdding(true)}>{t.addChild[organization.kind]}</Button> : null}
      </div>
      {adding ? <AddChild organization={organization} onEnd={() => setAdding(false)} /> : null}
      <DataTable
        caption={t.children[organization.kind]}
        columns={columns}
        rows={children}
        rowKey={(child) => String(child.id)}
        download={address('GET /api/organizations.xlsx')}
        sort={{ key: 'name', direction: 'ascending' }}
        empty={<p className="soft">{t.noChildren[organization.kind]}</p>}
      />
    </section>
  );
}

function AddChild({ organization, onEnd }: { readonly organization: OrganizationDetail; readonly onEnd: () => void }) {
  const t = useText(text);
  const create = useContractMutation('POST /api/organizations');
  const school = organization.kind === 'municipality';
  return (
    <Editing
      name={`add-${organization.id}`}
      title={t.addChild[organization.kind]}
      initial={{ name: '', shortName: '', code: '', specialised: false, openedOn: null as string | null }}
      submitLabel={t.add}
      busy={create.isPending}
      onEnd={onEnd}
      check={(value) => [
        ...(value.name.trim().length < 2 ? [{ field: 'name', message: t.errors.name }] : []),
        ...(value.shortName.trim() === '' ? [{ field: 'shortName', message: t.errors.shortName }] : []),
      ]}
      send={({ name, shortName, code, specialised, openedOn }, done, failed) =>
        create.mutate(
          {
            body: {
              parentId: organization.id,
              name,
              shortName,
              code: code.trim() || undefined,
              specialised,
              openedOn: openedOn ?? undefined,
            },
          },
          { onSuccess: done, onError: failed },
        )
      }
    >
      {(value, set, field) => (
        <>
          <TextField
            {...field('name')}
            label={t.fullName}
            hint={t.fullNameHint}
            width="full"
            autoComplete="off"
            value={value.name}
            onChange={(name) => set({ name })}
          />
          <TextField
            {...field('shortName')}
            label={t.shortName}
            hint={t.shortNameHint}
            autoComplete="off"
            value={value.shortName}
            onChange={(shortName) => set({ shortName })}
          />
          <TextField
            {...field('code')}
            label={t.codeLabel}
            hint={t.codeHint}
            optional
            autoComplete="off"
            value={value.code}
            onChange={(code) => set({ code })}
          />
          <DateField
            {...field('openedOn')}
            label={t.openedOn}
            optional
            value={value.openedOn}
            onChange={(openedOn) => set({ openedOn })}
          />
          {school ? (
            <CheckField
              label={t.specialisedLabel}
              checked={value.specialised}
              onChange={(specialised) => set({ specialised })}
            />
          ) : null}
        </>
      )}
    </Editing>
  );
}
