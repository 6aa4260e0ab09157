import { useDeferredValue, useState, type FormEvent } from 'react';
import { INDEX_NAME } from '#src/indices/text.ts';
import type { Input, Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { RadioField, TextAreaField, TextField } from '#src/platform/ui/Field.tsx';
import { count } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { type AimKind, NO_MEASURE_REASONS, type NoMeasureReason } from '../../effect/model.ts';
import { countedIn, NO_MEASURE, papersInWords, signInWords, unitName } from '../../effect/text.ts';
import './api.ts';
import styles from './effect.module.css';
import parts from '../carrying/parts.module.css';
import { pageText } from './page-text.ts';

type Candidates = Output<'GET /api/measures/:id/aim-candidates'>;
type Body = Input<'POST /api/measures/:id/aims'>['body'];

interface AimFormProps {
  readonly measureId: number;
  /** «Cannot be measured» is said only where nothing is. */
  readonly mayBeNone: boolean;
  readonly onDone: () => void;
}

/** From the single to the general, and last where there is nothing. */
const ORDER: readonly AimKind[] = ['finding', 'class', 'index', 'none'];

/** Names what a measure answers to: a kind, then one of what there is; figures are never typed. */
export function AimForm({ measureId, mayBeNone, onDone }: AimFormProps) {
  const t = useText(pageText);
  const { language } = useLanguage();
  const [kind, setKind] = useState<AimKind>('finding');
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const name = useContractMutation('POST /api/measures/:id/aims');
  const unclear = kind === 'none' && chosen === 'other' && words.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.isPending) return;
    if (chosen === null || unclear) setMissing(true);
    else name.mutate({ params: { id: measureId }, body: bodyOf(kind, chosen, words.trim()) }, { onSuccess: onDone });
  };
  const error = missing && chosen === null ? t.choose : null;
  const choose = (value: string): void => {
    setChosen(value);
    setMissing(false);
  };
  return (
    <form className={parts.form} onSubmit={submit} noValidate>
      {name.error ? (
        <Notice kind="problem" live>
          {name.error.message || t.offline}
        </Notice>
      ) : null}
      <RadioField
        legend={t.kind}
        value={kind}
        options={ORDER.filter((one) => one !== 'none' || mayBeNone).map((value) => ({
          value,
          label: t.kinds[value],
          hint: t.kindHints[value],
        }))}
        onChange={(value) => {
          setKind(value);
          setChosen(null);
          setMissing(false);
        }}
      />
      {kind === 'none' ? (
        <>
          <RadioField
            legend={t.reason}
            value={chosen}
            error={error}
            options={NO_MEASURE_REASONS.map((value) => ({ value, label: NO_MEASURE[value][language] }))}
            onChange={choose}
          />
          <TextAreaField
            label={t.words}
            optional={chosen !== 'other'}
            rows={2}
            maxLength={1000}
            value={words}
            error={missing && unclear ? t.write : null}
            onChange={setWords}
          />
        </>
      ) : (
        <Found key={kind} measureId={measureId} kind={kind} value={chosen} error={error} onChange={choose} />
      )}
      {kind === 'none' ? null : <p className={parts.small}>{t.snapshot}</p>}
      <div className={parts.actions}>
        <Button type="submit" kind="main" busy={name.isPending}>
          {t.save}
        </Button>
        <Button onClick={onDone}>{t.cancel}</Button>
      </div>
    </form>
  );
}

function bodyOf(kind: AimKind, chosen: string, words: string): Body {
  if (kind === 'none') return { kind, reason: chosen as NoMeasureReason, words };
  if (kind === 'index') return { kind, index: chosen as Candidates['indices'][number]['index'] };
  return { kind, findingId: Number(chosen) };
}

interface FoundProps {
  readonly measureId: number;
  readonly kind: 'finding' | 'class' | 'index';
  readonly value: string | null;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

function Found({ measureId, kind, value, error, onChange }: FoundProps) {
  const t = useText(pageText);
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const found = useContractQuery(
    'GET /api/measures/:id/aim-candidates',
    { params: { id: measureId }, query: { kind, search: wanted } },
    { keepPrevious: true },
  );
  const options =
    kind === 'index'
      ? (found.data?.indices ?? []).map(({ index, year, denominator }) => ({
          value: index as string,
          label: t.indexOption(INDEX_NAME[index][language], year),
          hint: count(denominator, language, countedIn(index, language)),
        }))
      : (found.data?.units ?? []).map((unit) => ({
          value: String(unit.findingId),
          label: `${unitName(unit.subject, language)}${unit.own ? '' : `, ${unit.organization}`}`,
          hint: hintOf(unit, language),
        }));
  return (
    <>
      {kind === 'index' ? null : (
        <TextField label={t.search} hint={t.searchHint} value={search} maxLength={100} onChange={setSearch} />
      )}
      {found.error ? (
        <Notice kind="problem" live>
          {found.error.message || t.offline}
        </Notice>
      ) : null}
      {found.data && options.length === 0 ? (
        <p className="soft">{kind === 'index' ? t.noIndices : t.nothing}</p>
      ) : (
        <div className={styles.found}>
          <RadioField legend={t.found} value={value} error={error} options={options} onChange={onChange} />
        </div>
      )}
    </>
  );
}

function hintOf(unit: Candidates['units'][number], language: Language): string {
  const sign = signInWords(unit.signalled, unit.strength, language);
  return `${unit.procedure}: ${sign}, ${papersInWords(unit.participants, language)}`;
}
