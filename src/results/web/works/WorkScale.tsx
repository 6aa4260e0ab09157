import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '#src/access/web/session.tsx';
import { Button } from '#src/platform/ui/Button.tsx';
import { SelectField } from '#src/platform/ui/Field.tsx';
import { points } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { MARKS, rangesOf } from '../../scales/scale.ts';
import { text as shared } from '../text.ts';
import { Facts } from '../Facts.tsx';
import { text } from './text.ts';
import type { WorkDetail } from './WorkPage.tsx';
import styles from './works.module.css';

/** The scale that turns scores of this work into marks: ranges, where it was printed, and a change of it. */
export function WorkScale({ work }: { readonly work: WorkDetail }) {
  const t = useText(text);
  const may = useCan('editWorks');
  const [choosing, setChoosing] = useState(false);
  const { scale } = work;
  return (
    <section aria-labelledby="scale" className={styles.section}>
      <div className={styles.head}>
        <h2 id="scale">{t.scaleTitle}</h2>
        {may && !choosing ? (
          <Button kind="quiet" onClick={() => setChoosing(true)}>
            {scale ? t.changeScale : t.chooseScale}
          </Button>
        ) : null}
      </div>
      {choosing ? <ChooseScale work={work} onEnd={() => setChoosing(false)} /> : null}
      {scale ? (
        <>
          <Ranges scale={scale} />
          <Facts
            label={t.scaleTitle}
            facts={[
              [t.scaleVersion, t.scaleYear(scale.year, scale.version)],
              [t.scaleSource, scale.source],
              [t.scaleNote, scale.note],
            ]}
          />
        </>
      ) : (
        <Notice kind="attention" title={t.noScaleTitle}>
          {t.noScaleHint}
        </Notice>
      )}
    </section>
  );
}

type Scale = NonNullable<WorkDetail['scale']>;

/** «Отметка 3: 6–9 баллов», as four columns. */
function Ranges({ scale }: { readonly scale: Scale }) {
  const t = useText(text);
  const ranges = rangesOf(scale.thresholds, scale.maxScore);
  return (
    <table className={styles.ranges}>
      <caption className="visually-hidden">{t.scaleTitle}</caption>
      <tbody>
        <tr>
          <th scope="row">{t.mark}</th>
          {MARKS.map((mark) => (
            <td key={mark}>{mark}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t.scores}</th>
          {MARKS.map((mark) => (
            <td key={mark}>{ranges[mark].join('–')}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function ChooseScale({ work, onEnd }: { readonly work: WorkDetail; readonly onEnd: () => void }) {
  const t = useText(text);
  const words = useText(shared);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState(work.scale ? String(work.scale.id) : '');
  const save = useContractMutation('PATCH /api/works/:id');
  const conflict = save.error?.code === 'changedMeanwhile';
  const submit = () =>
    save.mutate(
      {
        params: { id: work.id },
        body: { revision: work.revision, scaleId: chosen === '' ? null : Number(chosen) },
      },
      { onSuccess: onEnd },
    );
  return (
    <div className={styles.section}>
      {save.error ? (
        <Notice kind={conflict ? 'attention' : 'problem'} title={conflict ? words.changedMeanwhile : undefined} live>
          {conflict ? words.changedKept : save.error.message || t.offline}
        </Notice>
      ) : null}
      <SelectField
        label={t.scaleField}
        hint={
          <>
            {work.suitableScales.length ? t.scaleFieldHint(points(work.maxScore, language)) : t.noSuitable}{' '}
            <Link
              to="/results/scales/new"
              search={
                {
                  year: work.year,
                  grade: work.grade,
                  subject: work.subject,
                  level: work.level,
                  max: work.maxScore,
                } as never
              }
            >
              {t.addScale}
            </Link>
          </>
        }
        value={chosen}
        onChange={setChosen}
        placeholder={t.withoutScale}
        width="full"
        options={work.suitableScales.map((scale) => ({
          value: String(scale.id),
          label: `${t.scaleYear(scale.year, scale.version)}: «3» ${scale.thresholds[3]}, «4» ${scale.thresholds[4]}, «5» ${scale.thresholds[5]}. ${scale.source}`,
        }))}
      />
      <div className={styles.actions}>
        <Button kind="main" busy={save.isPending} onClick={submit}>
          {t.save}
        </Button>
        <Button kind="quiet" onClick={onEnd}>
          {t.cancel}
        </Button>
      </div>
    </div>
  );
}
