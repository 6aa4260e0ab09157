import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { ApiError, upload } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { RadioField, TextAreaField, TextField } from '#src/platform/ui/Field.tsx';
import { percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import type { RecordKind } from '../../carrying/model.ts';
import { EVIDENCE_MEGABYTES } from '../../carrying/rules.ts';
import { daysInWords } from '../../carrying/text.ts';
import { PlanNav } from '../PlanNav.tsx';
import './api.ts';
import { FileChoice } from './FileChoice.tsx';
import { FurtherDates } from './FurtherDates.tsx';
import type { Measure } from './MeasurePage.tsx';
import styles from './measure.module.css';
import { ExistingPick, RecordPick } from './picks.tsx';
import { text as texts } from './text.ts';

const KINDS = ['file', 'link', 'record', 'note', 'existing'] as const;
type Kind = (typeof KINDS)[number];

interface Typed {
  readonly kind: Kind;
  readonly url: string;
  readonly title: string;
  readonly note: string;
  readonly recordKind: RecordKind;
}

const EMPTY: Typed = { kind: 'file', url: '', title: '', note: '', recordKind: 'work' };

/** One thing: evidence for one date of a measure. What is typed is kept as a draft; a file stays chosen until it is sent. */
export default function SubmitPage() {
  const { measureId } = useParams({ strict: false }) as { measureId: string };
  const [{ occurrence }] = useFilters(['occurrence']);
  const id = Number(measureId);
  const measure = useContractQuery('GET /api/measures/:id/carrying', { params: { id } });
  if (!measure.data && measure.error)
    return <ErrorState error={measure.error} onRetry={() => void measure.refetch()} />;
  if (!measure.data) return <Skeleton />;
  const takes = measure.data.occurrences.filter(({ state }) => ['open', 'returned', 'submitted'].includes(state));
  const chosen =
    takes.find((one) => String(one.id) === occurrence) ?? (occurrence === undefined ? takes[0] : undefined);
  return <Form key={chosen?.id ?? 0} measure={measure.data} occurrence={chosen} />;
}

interface FormProps {
  readonly measure: Measure;
  readonly occurrence: Measure['occurrences'][number] | undefined;
}

function Form({ measure, occurrence }: FormProps) {
  const t = useText(texts).submit;
  const m = useText(texts).measure;
  const { language } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const draft = useDraft<Typed>(`evidence-${occurrence?.id ?? 0}`, EMPTY);
  const [file, setFile] = useState<File | null>(null);
  const [recordId, setRecordId] = useState<number | null>(null);
  const [existingId, setExistingId] = useState<number | null>(null);
  const [further, setFurther] = useState<readonly number[]>([]);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const submit = useContractMutation('POST /api/occurrences/:id/evidence');
  const [told, setTold] = useState<string | null>(null);
  const returned = occurrence?.submissions.find(({ state }) => state === 'returned');
  const params = { id: String(measure.plan.id), measureId: String(measure.id) };
  const goBack = async (): Promise<void> => {
    await client.invalidateQueries();
    await navigate({ to: '/plans/$id/measures/$measureId', params });
  };
  const typed = draft.value;
  const set = (change: Partial<Typed>) => draft.setValue({ ...typed, ...change });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const busy = share !== null || submit.isPending;

  const faults = (): FieldError[] => {
    const { kind } = typed;
    if (kind === 'file') {
      if (file === null) return [{ field: 'evidence-file', message: t.errors.file }];
      if (file.size === 0) return [{ field: 'evidence-file', message: t.errors.empty(file.name) }];
      // Two hundred megabytes are not sent only to be refused.
      if (file.size > EVIDENCE_MEGABYTES * 1_048_576)
        return [{ field: 'evidence-file', message: t.errors.tooLarge(file.name, EVIDENCE_MEGABYTES) }];
    }
    if (kind === 'link' && !/^https?:\/\/\S+\.\S+/u.test(typed.url.trim()))
      return [{ field: 'url', message: t.errors.url }];
    if (kind === 'record' && recordId === null) return [{ field: 'record', message: t.errors.record }];
    if (kind === 'existing' && existingId === null) return [{ field: 'existing', message: t.errors.existing }];
    if (kind === 'note' && typed.note.trim() === '') return [{ field: 'note', message: t.errors.note }];
    return [];
  };

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !occurrence) return;
    const wrong = faults();
    setErrors(wrong);
    if (wrong.length > 0) return;
    const replaces = returned?.id ?? null;
    try {
      const answer =
        typed.kind === 'file'
          ? await sendFile(occurrence.id, replaces)
          : await submit.mutateAsync({
              params: { id: occurrence.id },
              body: { piece: pieceOf(), title: typed.title, note: typed.note, replaces, further: [...further] },
            });
      draft.discard();
      if (answer.beside || answer.known) setTold(answer.beside ? t.beside : t.known);
      else await goBack();
    } catch (error) {
      const message = error instanceof ApiError ? error.message : '';
      setErrors([{ field: typed.kind === 'file' ? 'evidence-file' : '', message: message || t.offline }]);
    } finally {
      setShare(null);
    }
  };

  const sendFile = (id: number, replaces: number | null) => {
    setShare(0);
    return upload(
      'POST /api/occurrences/:id/evidence-file',
      {
        params: { id },
        files: [file!],
        fields: {
          title: typed.title,
          note: typed.note,
          ...(replaces === null ? {} : { replaces: String(replaces) }),
          ...(further.length === 0 ? {} : { further: further.join(',') }),
        },
      },
      setShare,
    );
  };

  const pieceOf = () => {
    if (typed.kind === 'link') return { kind: 'link', url: typed.url.trim() } as const;
    if (typed.kind === 'record') return { kind: 'record', recordKind: typed.recordKind, recordId: recordId! } as const;
    if (typed.kind === 'existing') return { kind: 'existing', evidenceId: existingId! } as const;
    return { kind: 'note' } as const;
  };

  return (
    <>
      <PlanNav planId={measure.plan.id} kind={measure.plan.organizationKind} />
      <PageHeading
        above={
          <Link to="/plans/$id/measures/$measureId" params={params}>
            {m.titleOf(measure.number, measure.text)}
          </Link>
        }
        title={returned ? t.titleMend : t.title}
        lead={occurrence ? `${t.due}: ${daysInWords(occurrence, language)}` : undefined}
      />
      {!occurrence || !measure.may.submit ? (
        <Notice kind="attention">
          <p>{t.notOpen}</p>
          <p>
            <Link to="/plans/$id/measures/$measureId" params={params}>
              {t.back}
            </Link>
          </p>
        </Notice>
      ) : told === null ? (
        <form className={styles.submit} onSubmit={(event) => void send(event)} noValidate>
          <ErrorSummary errors={errors} />
          {returned ? (
            <Notice kind="attention" title={t.remark}>
              <p className={styles.note}>{returned.remark}</p>
            </Notice>
          ) : null}
          <RadioField
            legend={t.kindLegend}
            value={typed.kind}
            options={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind], hint: t.kindHints[kind] }))}
            onChange={(kind) => {
              set({ kind });
              setErrors([]);
            }}
          />
          {typed.kind === 'file' ? (
            <FileChoice file={file} error={errorOf('evidence-file')} disabled={busy} onFile={setFile} />
          ) : null}
          {typed.kind === 'link' ? (
            <TextField
              id="url"
              label={t.url}
              hint={t.urlHint}
              inputMode="url"
              width="full"
              value={typed.url}
              error={errorOf('url')}
              onChange={(url) => set({ url })}
            />
          ) : null}
          {typed.kind === 'record' ? (
            <RecordPick
              kind={typed.recordKind}
              onKind={(recordKind) => {
                set({ recordKind });
                setRecordId(null);
              }}
              value={recordId}
              onChange={setRecordId}
              error={errorOf('record')}
            />
          ) : null}
          {typed.kind === 'existing' ? (
            <ExistingPick value={existingId} onChange={setExistingId} error={errorOf('existing')} />
          ) : null}
          {typed.kind === 'existing' ? null : (
            <>
              <TextAreaField
                id="note"
                label={typed.kind === 'note' ? t.noteOfNote : t.note}
                hint={typed.kind === 'note' ? undefined : t.noteHint}
                optional={typed.kind !== 'note'}
                rows={4}
                maxLength={4000}
                value={typed.note}
                error={errorOf('note')}
                onChange={(note) => set({ note })}
              />
              <TextField
                label={t.titleField}
                hint={t.titleHint}
                optional
                width="full"
                maxLength={300}
                value={typed.title}
                onChange={(title) => set({ title })}
              />
            </>
          )}
          <FurtherDates except={occurrence.id} chosen={further} onChange={setFurther} />
          <p className={styles.small}>{t.personal}</p>
          <div className={styles.actions}>
            <Button type="submit" kind="main" busy={busy}>
              {t.send}
            </Button>
            {share === null ? null : (
              <output>
                <progress max={1} value={share} aria-label={t.sending('')} />{' '}
                <span className="figures">{t.sending(percent(share, language))}</span>
              </output>
            )}
            <DraftNote draft={draft} />
          </div>
        </form>
      ) : (
        <Notice title={t.sent} live>
          <p>{told}</p>
          <p>
            <Link to="/plans/$id/measures/$measureId" params={params}>
              {t.back}
            </Link>
          </p>
        </Notice>
      )}
    </>
  );
}
