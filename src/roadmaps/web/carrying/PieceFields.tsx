import { RadioField, TextAreaField, TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { FileChoice } from './FileChoice.tsx';
import { ExistingPick, RecordPick } from './picks.tsx';
import { submitText } from './submit-text.ts';
import { PIECE_KINDS, type TypedEvidence } from './typed-evidence.ts';

interface PieceFieldsProps {
  readonly typed: TypedEvidence;
  readonly file: File | null;
  readonly busy: boolean;
  readonly errorOf: (field: string) => string | undefined;
  readonly onTyped: (change: Partial<TypedEvidence>) => void;
  readonly onFile: (file: File | null) => void;
}

/** What the evidence is, the fields of that kind, and the words beside it. */
export function PieceFields({ typed, file, busy, errorOf, onTyped, onFile }: PieceFieldsProps) {
  const t = useText(submitText);
  const { kind } = typed;
  return (
    <>
      <RadioField
        legend={t.kindLegend}
        value={kind}
        options={PIECE_KINDS.map((one) => ({ value: one, label: t.kinds[one], hint: t.kindHints[one] }))}
        onChange={(next) => onTyped({ kind: next })}
      />
      {kind === 'file' ? (
        <FileChoice
          file={file}
          chosenBefore={typed.fileName}
          error={errorOf('evidence-file')}
          disabled={busy}
          onFile={onFile}
        />
      ) : null}
      {kind === 'link' ? (
        <TextField
          id="url"
          label={t.url}
          hint={t.urlHint}
          inputMode="url"
          width="full"
          value={typed.url}
          error={errorOf('url')}
          onChange={(url) => onTyped({ url })}
        />
      ) : null}
      {kind === 'record' ? (
        <RecordPick
          kind={typed.recordKind}
          onKind={(recordKind) => onTyped({ recordKind, recordId: null })}
          value={typed.recordId}
          onChange={(recordId) => onTyped({ recordId })}
          error={errorOf('record')}
        />
      ) : null}
      {kind === 'existing' ? (
        <ExistingPick
          value={typed.existingId}
          onChange={(existingId) => onTyped({ existingId })}
          error={errorOf('existing')}
        />
      ) : (
        <>
          <TextAreaField
            id="note"
            label={kind === 'note' ? t.noteOfNote : t.note}
            hint={kind === 'note' ? undefined : t.noteHint}
            optional={kind !== 'note'}
            rows={4}
            value={typed.note}
            error={errorOf('note')}
            onChange={(note) => onTyped({ note })}
          />
          <TextField
            label={t.titleField}
            hint={t.titleHint}
            optional
            width="full"
            maxLength={300}
            value={typed.title}
            onChange={(title) => onTyped({ title })}
          />
        </>
      )}
    </>
  );
}
