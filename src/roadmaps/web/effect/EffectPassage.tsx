import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { address, type Output } from '#src/platform/ui/api.ts';
import { Button, ButtonHref } from '#src/platform/ui/Button.tsx';
import { screenPalette } from '#src/platform/ui/charts/palette.ts';
import { Picture } from '#src/platform/ui/charts/Picture.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import type { Shown } from '../../effect/model.ts';
import { figuresInWords } from '../../effect/figures-text.ts';
import { effectInWords } from '../../effect/outcome-text.ts';
import { aimTitle, COMPARED } from '../../effect/text.ts';
import { AimForm } from './AimForm.tsx';
import './api.ts';
import styles from './effect.module.css';
import parts from '../carrying/parts.module.css';
import { drawInterval } from './interval-strip.ts';
import { pageText } from './page-text.ts';

type Aims = Output<'GET /api/measures/:id/aims'>;
type Aim = Aims['aims'][number];

/** What a measure answers to: figures then and now, the difference with its interval, or why there is none. */
export function EffectPassage({ measureId }: { readonly measureId: number }) {
  const t = useText(pageText);
  const read = useContractQuery('GET /api/measures/:id/aims', { params: { id: measureId } });
  const [naming, setNaming] = useState(false);
  return (
    <section aria-labelledby="effect" className={styles.passage}>
      <h2 id="effect">{t.title}</h2>
      {read.data ? (
        <Loaded data={read.data} naming={naming} onNaming={setNaming} />
      ) : read.error ? (
        <ErrorState error={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <Skeleton />
      )}
    </section>
  );
}

interface LoadedProps {
  readonly data: Aims;
  readonly naming: boolean;
  readonly onNaming: (naming: boolean) => void;
}

function Loaded({ data, naming, onNaming }: LoadedProps) {
  const t = useText(pageText);
  const { aims, may } = data;
  const measured = aims.some(({ subject }) => subject.kind !== 'none');
  return (
    <>
      {aims.length === 0 && !naming ? <p className="soft">{may.edit ? t.empty : t.emptyReading}</p> : null}
      {aims.length > 0 ? (
        <ul className={parts.rows}>
          {aims.map((aim) => (
            <AimItem key={aim.id} aim={aim} edit={may.edit} />
          ))}
        </ul>
      ) : null}
      {naming ? (
        <AimForm measureId={data.measureId} mayBeNone={!measured} onDone={() => onNaming(false)} />
      ) : (
        <div className={`${parts.actions} no-print`}>
          {may.edit ? <Button onClick={() => onNaming(true)}>{aims.length === 0 ? t.name : t.nameMore}</Button> : null}
          {aims.length === 0 ? null : (
            <ButtonHref
              kind="quiet"
              href={address('GET /api/plans/:id/effects.xlsx', { params: { id: data.planId } })}
              download
            >
              {t.download}
            </ButtonHref>
          )}
        </div>
      )}
    </>
  );
}

function AimItem({ aim, edit }: { readonly aim: Aim; readonly edit: boolean }) {
  const t = useText(pageText);
  const { language } = useLanguage();
  const { subject, before, effect } = aim;
  const title = aimTitle(subject, aim.organization, language);
  const words = effect === null ? null : effectInWords(effect, subject, aim.reason, language);
  return (
    <li className={parts.row}>
      <h3 className={styles.name}>
        <Opening figures={before} title={title} />
      </h3>
      <div className={parts.body}>
        {aim.withheld ? <p>{t.withheld}</p> : null}
        {before === null ? null : (
          <dl className={styles.figures}>
            <dt>{t.before}</dt>
            <dd>{figuresInWords(before, language)}</dd>
            <dt>{t.after}</dt>
            <dd>{aim.after === null ? t.none : <After aim={aim} figures={aim.after} />}</dd>
          </dl>
        )}
        {words === null ? null : (
          <p className={styles.sentence}>
            <strong>{words.verdict}.</strong> {words.sentence}
          </p>
        )}
        {effect?.kind === 'measured' ? (
          <div className={styles.strip}>
            <Picture node={drawInterval({ ...effect, ...effect.interval }, t.noChange, screenPalette, language)} />
          </div>
        ) : null}
        {words?.notes.map((note) => (
          <p key={note} className={parts.small}>
            {note}
          </p>
        ))}
        <p className={parts.small}>{t.named(date(aim.namedOn, language), aim.namedBy)}</p>
        {edit ? <Removal aim={aim} title={title} /> : null}
      </div>
    </li>
  );
}

function Opening({ figures, title }: { readonly figures: Shown | null; readonly title: string }) {
  if (figures === null || figures.suppressed || figures.kind === 'index' || figures.findingId === null) return title;
  return (
    <Link to="/findings/$id" params={{ id: String(figures.findingId) }}>
      {title}
    </Link>
  );
}

function After({ aim, figures }: { readonly aim: Aim; readonly figures: Shown }) {
  const t = useText(pageText);
  const { language } = useLanguage();
  const compared = aim.compared === null ? '' : ` (${COMPARED[aim.compared][language]})`;
  const page = !figures.suppressed && figures.kind === 'unit' && figures.findingId !== null;
  return (
    <>
      {figuresInWords(figures, language)}
      {compared} {page ? <Opening figures={figures} title={t.open} /> : null}
    </>
  );
}

/** Taken away after a second press: the first figures cannot be had again. */
function Removal({ aim, title }: { readonly aim: Aim; readonly title: string }) {
  const t = useText(pageText);
  const [asking, setAsking] = useState(false);
  const remove = useContractMutation('DELETE /api/aims/:id');
  const busy = remove.isPending;
  return (
    <div className="no-print">
      {remove.error ? (
        <Notice kind="problem" live>
          {remove.error.message || t.offline}
        </Notice>
      ) : null}
      {asking ? (
        <div className={parts.actions}>
          {aim.subject.kind === 'none' ? null : <span>{t.removeSure}</span>}
          <Button busy={busy} onClick={() => remove.mutate({ params: { id: aim.id } })}>
            {t.removeYes}
          </Button>
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {t.cancel}
          </Button>
        </div>
      ) : (
        <Button kind="quiet" aria-label={t.removeFor(title)} onClick={() => setAsking(true)}>
          {t.remove}
        </Button>
      )}
    </div>
  );
}
