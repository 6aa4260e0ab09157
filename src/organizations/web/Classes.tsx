import { useState } from 'react';
import { useSession } from '#src/access/web/session.tsx';
import { address } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { NumberField, TextField } from '#src/platform/ui/Field.tsx';
import { FilterLine, FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { Editing } from './Editing.tsx';
import type { OrganizationDetail } from './OrganizationPage.tsx';
import styles from './organizations.module.css';
import { text } from './text.ts';

interface ClassesProps {
  readonly organization: OrganizationDetail;
  readonly editable: boolean;
}

interface Parallel {
  readonly grade: number;
  readonly names: readonly string[];
}

/** Classes of a school by grade, one school year at a time. */
export function Classes({ organization, editable }: ClassesProps) {
  const t = useText(text);
  const { schoolYear } = useSession();
  const [adding, setAdding] = useState(false);
  const [{ year }, setFilters] = useFilters(['year']);
  const years = [...new Set([schoolYear, ...organization.classes.map((item) => item.schoolYear)])].sort(
    (a, b) => b - a,
  );
  const newest = organization.classes.reduce((latest, item) => Math.max(latest, item.schoolYear), 0) || schoolYear;
  const chosen = year ? Number(year) : newest;
  const byGrade = new Map<number, string[]>();
  for (const item of organization.classes.filter((candidate) => candidate.schoolYear === chosen)) {
    byGrade.set(item.grade, [...(byGrade.get(item.grade) ?? []), item.name]);
  }
  const rows: Parallel[] = [...byGrade].map(([grade, names]) => ({ grade, names })).sort((a, b) => a.grade - b.grade);
  const columns: Column<Parallel>[] = [
    { key: 'grade', header: t.parallel, value: ({ grade }) => grade, sortable: false, naming: true, short: true },
    {
      key: 'names',
      header: t.classNames,
      value: ({ names }) => names.join(', '),
      sortable: false,
      cell: ({ names }) => (
        <span className={styles.classes}>
          {names.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </span>
      ),
    },
  ];
  return (
    <section aria-labelledby="classes" className={styles.section}>
      <div className={styles.head}>
        <h2 id="classes">{t.classes}</h2>
        {editable && !adding ? <Button onClick={() => setAdding(true)}>{t.addClass}</Button> : null}
      </div>
      {adding ? <AddClass organization={organization} schoolYear={chosen} onEnd={() => setAdding(false)} /> : null}
      <div className={styles.narrow}>
        <DataTable
          caption={t.classes}
          columns={columns}
          rows={rows}
          rowKey={({ grade }) => String(grade)}
          download={address('GET /api/organizations/:id/classes.xlsx', { params: { id: organization.id } })}
          empty={<p className="soft">{t.noClasses}</p>}
          filters={
            <FilterLine>
              <FilterWord
                label={t.schoolYear}
                all=""
                required
                value={String(chosen)}
                options={years.map((value) => ({ value: String(value), label: yearName(value) }))}
                onChange={(value) => setFilters({ year: value })}
              />
            </FilterLine>
          }
        />
      </div>
    </section>
  );
}

function yearName(start: number): string {
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}

/** A whole number as typed; 0, which fits nowhere, for anything else. */
function numberOf(typed: string): number {
  return /^\d+$/.test(typed.trim()) ? Number(typed) : 0;
}

interface AddClassProps {
  readonly organization: OrganizationDetail;
  readonly schoolYear: number;
  readonly onEnd: () => void;
}

function AddClass({ organization, schoolYear, onEnd }: AddClassProps) {
  const t = useText(text);
  const create = useContractMutation('POST /api/organizations/:id/classes');
  return (
    <Editing
      name={`class-${organization.id}`}
      title={t.addClass}
      initial={{ startYear: String(schoolYear), grade: '', letter: '' }}
      submitLabel={t.add}
      busy={create.isPending}
      onEnd={onEnd}
      check={({ startYear, grade, letter }) => [
        ...(numberOf(startYear) < 2000 || numberOf(startYear) > 2100
          ? [{ field: 'startYear', message: t.errors.startYear }]
          : []),
        ...(numberOf(grade) < 1 || numberOf(grade) > 11 ? [{ field: 'grade', message: t.errors.grade }] : []),
        ...(letter.trim() === '' ? [{ field: 'letter', message: t.errors.letter }] : []),
      ]}
      send={({ startYear, grade, letter }, done, failed) =>
        create.mutate(
          {
            params: { id: organization.id },
            body: { schoolYear: numberOf(startYear), grade: numberOf(grade), letter: letter.trim().toUpperCase() },
          },
          { onSuccess: done, onError: failed },
        )
      }
    >
      {(value, set, field) => (
        <>
          <NumberField {...field('grade')} label={t.grade} value={value.grade} onChange={(grade) => set({ grade })} />
          <TextField
            {...field('letter')}
            label={t.letter}
            hint={t.letterHint}
            width="short"
            autoComplete="off"
            value={value.letter}
            onChange={(letter) => set({ letter })}
          />
          <NumberField
            {...field('startYear')}
            label={t.startYear}
            value={value.startYear}
            onChange={(startYear) => set({ startYear })}
          />
        </>
      )}
    </Editing>
  );
}
