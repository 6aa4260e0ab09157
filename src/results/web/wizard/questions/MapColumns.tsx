import { useState, type FormEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { NumberField, SelectField, TextField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import type { TableMapping } from '../../../model.ts';
import { COLUMN_ROLE } from '../../../text.ts';
import { SUBJECTS } from '../../../rules.ts';
import type { ImportDetail } from '../steps.ts';
import type { Answering } from '../useAnswer.ts';
import styles from '../wizard.module.css';
import { ColumnRoles } from './ColumnRoles.tsx';
import { type Content, type MappingFault, type MappingForm, mappingForm, NEEDED, readMappingForm } from './mapping.ts';
import { tablesText } from '../tables-text.ts';
import { text } from './text.ts';

interface MapColumnsProps {
  readonly fileId: number;
  readonly table: NonNullable<ImportDetail['table']>;
  /** A person has confirmed the columns already; the form is folded away then. */
  readonly confirmed: boolean;
  readonly answering: Answering;
}

/** What each column of an unknown table is; the answer may be saved under a name and used again. */
export function MapColumns({ fileId, table, confirmed, answering }: MapColumnsProps) {
  const t = useText(text);
  const [open, setOpen] = useState(!confirmed);
  if (!open) {
    return (
      <p>
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t.remap}
        </Button>
      </p>
    );
  }
  return (
    <section className={styles.question} aria-labelledby="map-columns">
      <div>
        <h2 id="map-columns">{t.mapTitle}</h2>
        <p className={styles.hint}>{t.mapHint}</p>
      </div>
      {table.saved.length ? <SavedMapping table={table} answering={answering} /> : null}
      <Form fileId={fileId} table={table} answering={answering} />
    </section>
  );
}

function SavedMapping({ table, answering }: Pick<MapColumnsProps, 'table' | 'answering'>) {
  const t = useText(text);
  const [chosen, setChosen] = useState('');
  const [missing, setMissing] = useState(false);
  const apply = () => {
    setMissing(chosen === '');
    if (chosen !== '') answering.answer({ useMappingId: Number(chosen) });
  };
  return (
    <div className={styles.question}>
      <SelectField
        label={t.saved}
        hint={t.savedHint}
        error={missing ? t.mapErrors.saved : null}
        placeholder={t.chooseSaved}
        value={chosen}
        onChange={setChosen}
        options={table.saved.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Button busy={answering.busy} onClick={apply}>
        {t.apply}
      </Button>
    </div>
  );
}

function Form({ fileId, table, answering }: Omit<MapColumnsProps, 'confirmed'>) {
  const t = useText(text);
  const tables = useText(tablesText);
  const { language } = useLanguage();
  const base: TableMapping = table.mapping;
  const [initial] = useState(() => mappingForm(base));
  const draft = useDraft<MappingForm>(`mapping-${fileId}`, initial);
  const form = draft.value;
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const set = (change: Partial<MappingForm>) => draft.setValue({ ...form, ...change });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const message = (fault: MappingFault): FieldError => {
    switch (fault.kind) {
      case 'noParticipant':
      case 'noTasks':
        return { field: 'map-role-0', message: t.mapErrors[fault.kind] };
      case 'noColumn':
        return { field: 'map-role-0', message: tables.mapErrors.noColumn(COLUMN_ROLE[fault.role][language]) };
      case 'year':
      case 'grade':
        return { field: `map-${fault.kind}`, message: t.errors[fault.kind] };
      case 'task':
      case 'max':
        return {
          field: `map-${fault.kind}-${fault.column}`,
          message: t.mapErrors[fault.kind](form.columns[fault.column].header || t.noHeader(fault.column + 1)),
        };
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readMappingForm(form, base);
    if ('faults' in read) {
      setErrors(read.faults.map(message));
      return;
    }
    setErrors([]);
    const saveMappingAs = form.saveAs.trim() || undefined;
    answering.answer(
      { mapping: { ...read.mapping, columns: [...read.mapping.columns] }, saveMappingAs },
      draft.discard,
    );
  };
  return (
    <form className={styles.question} onSubmit={submit} noValidate aria-labelledby="map-columns">
      <ErrorSummary errors={errors} />
      <SelectField
        id="map-content"
        label={tables.content}
        hint={tables.contentHint}
        width="full"
        value={form.content}
        onChange={(content) => set({ content: content as Content })}
        options={(Object.keys(NEEDED) as Content[]).map((value) => ({ value, label: tables.contents[value] }))}
      />
      <ColumnRoles columns={form.columns} rows={table.rows} errors={errors} onChange={(columns) => set({ columns })} />
      <div>
        <h3>{t.constants}</h3>
        <p className="soft">{t.constantsHint}</p>
      </div>
      <TextField
        id="map-procedure"
        label={t.procedure}
        hint={t.procedureHint}
        autoComplete="off"
        value={form.procedure}
        onChange={(procedure) => set({ procedure })}
      />
      <NumberField
        id="map-year"
        label={t.year}
        error={errorOf('map-year')}
        value={form.year}
        onChange={(year) => set({ year })}
      />
      <SelectField
        id="map-subject"
        label={t.subject}
        placeholder={t.chooseSubject}
        value={form.subject}
        onChange={(subject) => set({ subject })}
        options={SUBJECTS.map((subject) => ({ value: subject, label: subject }))}
      />
      <NumberField
        id="map-grade"
        label={t.grade}
        error={errorOf('map-grade')}
        value={form.grade}
        onChange={(grade) => set({ grade })}
      />
      <TextField
        id="map-class"
        label={t.className}
        hint={t.classNameHint}
        autoComplete="off"
        width="short"
        value={form.className}
        onChange={(className) => set({ className })}
      />
      <TextField
        id="map-save-as"
        label={t.saveAs}
        hint={t.saveAsHint}
        optional
        autoComplete="off"
        value={form.saveAs}
        onChange={(saveAs) => set({ saveAs })}
      />
      <div className={styles.actions}>
        <Button type="submit" kind="main" busy={answering.busy}>
          {t.read}
        </Button>
        <DraftNote draft={draft} />
      </div>
    </form>
  );
}
