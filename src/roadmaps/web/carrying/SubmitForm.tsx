import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { ApiError, upload } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DraftNote, useDraft } from '#src/platform/ui/draft.tsx';
import { ErrorSummary, type FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { percent } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { Skeleton } from '#src/platform/ui/states.tsx';
import { FurtherDates } from './FurtherDates.tsx';
import { HandedIn } from './HandedIn.tsx';
import type { MeasureOccurrence } from './MeasureDate.tsx';
import type { Measure } from './MeasurePage.tsx';
import styles from './measure.module.css';
import parts from './parts.module.css';
import { PieceFields } from './PieceFields.tsx';
import { newestOf, type Place, placesOf } from './place.ts';
import { submitText } from './submit-text.ts';
import { EMPTY_EVIDENCE, faultsOf, pieceOf, type TypedEvidence } from './typed-evidence.ts';

interface SubmitFormProps {
  readonly measure: Measure;
  readonly occurrence: MeasureOccurrence;
}

/** What is typed is kept as a draft; a file stays chosen until it is sent. Another window that was quicker is told of before anything is stored. */
export function SubmitForm({ measure, occurrence }: SubmitFormProps) {
  const t = useText(submitText);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const draft = useDraft<Partial<TypedEvidence>>(`evidence-${occurrence.id}`, EMPTY_EVIDENCE);
  const [file, setFile] = useState<File | null>(null);
  const [known] = useState(() => newestOf(occurrence.submissions));
  const [chosen, setChosen] = useState<{ readonly place: Place; readonly seen: number } | null>(null);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const [sent, setSent] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const submit = useContractMutation('POST /api/occurrences/:id/evidence');

  const typed: TypedEvidence = { ...EMPTY_EVIDENCE, ...draft.value };
  const set = (change: Partial<TypedEvidence>) => draft.setValue({ ...typed, ...change });
  const { submissions } = occurrence;
  const places = placesOf(submissions, known);
  // A choice holds for the pieces that were shown when it was made.
  const newest = newestOf(submissions);
  const place = chosen !== null && chosen.seen === newest ? chosen.place : places.usual;
  const mended = submissions.find(({ id, state }) => id === place && state === 'returned');
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const busy = share !== null || submit.isPending;
  const params = { id: String(measure.plan.id), measureId: String(measure.id) };
  const measureKey = ['GET /api/measures/:id/carrying', { params: { id: measure.id } }];

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const wrong = faultsOf(typed, file, t);
    if (place === null) wrong.push({ field: 'place', message: t.errors.place });
    setErrors(wrong);
    if (wrong.length > 0 || place === null) return;
    const replaces = place === 'beside' ? null : place;
    try {
      const answer =
        typed.kind === 'file'
          ? await sendFile(replaces)
          : await submit.mutateAsync({
              params: { id: occurrence.id },
              body: {
                piece: pieceOf(typed),
                title: typed.title,
                note: typed.note,
                replaces,
                further: [...typed.further],
                seen: newest,
              },
            });
      draft.discard();
      if (answer.beside || answer.known) setTold(answer.beside ? t.besideTold : t.known);
      else {
        // The own piece has come in meanwhile, too: nothing is asked about it on the way back to the measure.
        setSent(true);
        await client.invalidateQueries();
        await navigate({ to: '/plans/$id/measures/$measureId', params });
      }
    } catch (error) {
      const { code, message } = error instanceof ApiError ? error : { code: '', message: '' };
      const meanwhile = code === 'handedInMeanwhile';
      // What was handed in meanwhile is shown, and the person decides with it before his eyes.
      if (meanwhile || code === 'alreadyAccepted') await client.invalidateQueries({ queryKey: measureKey });
      const field = meanwhile ? 'place' : typed.kind === 'file' ? 'evidence-file' : '';
      setErrors([{ field, message: message || t.offline }]);
    } finally {
      setShare(null);
    }
  };

  const sendFile = (replaces: number | null) => {
    setShare(0);
    return upload(
      'POST /api/occurrences/:id/evidence-file',
      {
        params: { id: occurrence.id },
        files: [file!],
        fields: {
          title: typed.title,
          note: typed.note,
          seen: String(newest),
          ...(replaces === null ? {} : { replaces: String(replaces) }),
          ...(typed.further.length === 0 ? {} : { further: typed.further.join(',') }),
        },
      },
      setShare,
    );
  };

  if (sent) return <Skeleton />;
  if (told !== null) {
    return (
      <Notice title={t.sent} live>
        <p>{told}</p>
        <p>
          <Link to="/plans/$id/measures/$measureId" params={params}>
            {t.back}
          </Link>
        </p>
      </Notice>
    );
  }
  return (
    <form className={styles.submit} onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary errors={errors} />
      {mended ? (
        <Notice kind="attention" title={t.remark}>
          <p className={styles.note}>{mended.remark}</p>
        </Notice>
      ) : null}
      <HandedIn
        places={places}
        place={place}
        error={errorOf('place') === undefined ? undefined : t.errors.place}
        onPlace={(next) => setChosen({ place: next, seen: newest })}
      />
      <PieceFields
        typed={typed}
        file={file}
        busy={busy}
        errorOf={errorOf}
        onTyped={(change) => {
          set(change);
          if (change.kind !== undefined) setErrors([]);
        }}
        onFile={(next) => {
          setFile(next);
          set({ fileName: next?.name ?? null });
        }}
      />
      <FurtherDates except={occurrence.id} chosen={typed.further} onChange={(further) => set({ further })} />
      <p className={parts.small}>{t.personal}</p>
      <div className={parts.actions}>
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
  );
}
