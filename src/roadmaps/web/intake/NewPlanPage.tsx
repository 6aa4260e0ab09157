import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan, useSession } from '#src/access/web/session.tsx';
import { schoolYearOf } from '#src/platform/clock.ts';
import { ApiError, upload } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { SelectField } from '#src/platform/ui/Field.tsx';
import { FileDrop } from '#src/platform/ui/FileDrop.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { Forbidden } from '#src/platform/ui/states.tsx';
import { STARTER_KINDS } from '../../starters/model.ts';
import { starterText } from '../../starters/text.ts';
import { PlansSections } from '../PlanNav.tsx';
import type { Intake } from './api.ts';
import { Begun } from './Begun.tsx';
import styles from './new-plan.module.css';
import { PasteBox } from './PasteBox.tsx';
import { text } from './text.ts';

/** The ways to a plan: the file that the office has, what can be pasted, a ready plan, and what was begun before. */
export default function NewPlanPage() {
  const t = useText(text);
  const starters = useText(starterText);
  const navigate = useNavigate();
  const may = useCan('editPlans');
  const { organization } = useSession();
  const [present] = useState(() => schoolYearOf(new Date()));
  const [year, setYear] = useState('');
  const [share, setShare] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [received, setReceived] = useState(0);
  const [known, setKnown] = useState<{ intake: Intake; file: File; pasted: boolean } | null>(null);
  const begun = useContractQuery('GET /api/plan-intakes', undefined, {
    enabled: may,
    every: (answer) => (answer?.intakes.some(({ state }) => state === 'received') ? 1_500 : false),
  });
  const starter = useContractMutation('POST /api/plan-intakes/starter');
  if (!may) return <Forbidden />;

  const open = (id: number): void => void navigate({ to: '/plans/intake/$id', params: { id: String(id) } });
  /** Sends one; null: it was refused, and why is shown. */
  const take = async (file: File, options: { pasted: boolean; again?: boolean }) => {
    setShare(0);
    try {
      const fields = {
        ...(year === '' ? {} : { schoolYear: year }),
        ...(options.pasted ? { pasted: 'yes' } : {}),
        ...(options.again ? { again: 'yes' } : {}),
      };
      return await upload('POST /api/plan-intakes', { files: [file], fields }, setShare);
    } catch (error) {
      setRefused(error instanceof ApiError && error.code !== 'offline' ? error.message : t.offline);
      return null;
    } finally {
      setShare(null);
    }
  };
  const send = async (file: File, options: { pasted: boolean; again?: boolean }): Promise<void> => {
    setRefused(null);
    setKnown(null);
    const answer = await take(file, options);
    if (answer === null) return;
    if (answer.known) setKnown({ intake: answer.intake, file, pasted: options.pasted });
    else open(answer.intake.id);
  };
  /** One file is opened at once; several are read and wait in the list below. */
  const sendAll = async (files: readonly File[]): Promise<void> => {
    const [first] = files;
    if (files.length === 1 && first !== undefined) return send(first, { pasted: false });
    setRefused(null);
    setKnown(null);
    let count = 0;
    for (const file of files) if ((await take(file, { pasted: false })) !== null) count += 1;
    setReceived(count);
    await begun.refetch();
  };
  const years = [present + 1, present, present - 1, present - 2];
  const kinds = [...STARTER_KINDS].sort((a, b) => rank(a) - rank(b));
  function rank(kind: (typeof STARTER_KINDS)[number]): number {
    return (kind === 'district') === (organization.kind !== 'school') ? 0 : 1;
  }
  return (
    <>
      <PageHeading above={<PlansSections />} title={t.title} lead={t.lead} />
      <div className={styles.ways}>
        <div className={styles.main}>
          {refused === null ? null : <Notice kind="problem" title={refused} live />}
          {received > 0 ? <Notice title={t.severalReceived(received)} live /> : null}
          {known === null ? null : (
            <Notice kind="attention" title={t.known(known.intake.fileName)} live>
              <p>{t.knownNote}</p>
              <p className={styles.line}>
                <Button onClick={() => open(known.intake.id)}>{t.goOn}</Button>
                <Button kind="quiet" onClick={() => void send(known.file, { pasted: known.pasted, again: true })}>
                  {t.again}
                </Button>
              </p>
            </Notice>
          )}
          <FileDrop
            label={t.drop}
            hint={t.dropHint}
            accept=".docx,.xlsx,.pdf,.html,.htm,.txt,.tsv,.csv,.doc,.rtf,.odt,.xls,.png,.jpg,.jpeg,.tif,.tiff"
            disabled={share !== null}
            onFiles={(files) => void sendAll(files)}
          />
          {share === null ? null : (
            <output className={styles.line}>
              {t.sending} <progress aria-label={t.sending} max={1} value={share} />
            </output>
          )}
          <SelectField
            label={t.year}
            hint={t.yearHint}
            width="medium"
            value={year}
            placeholder={t.yearOfDocument}
            options={years.map((each) => ({ value: String(each), label: `${each}/${each + 1}` }))}
            onChange={setYear}
          />
          <PasteBox busy={share !== null} onPasted={(file) => void send(file, { pasted: true })} />
        </div>
        <section className={styles.starters} aria-labelledby="starters">
          <h2 id="starters">{t.starterTitle}</h2>
          <p className="soft">{t.starterLead}</p>
          <ul>
            {kinds.map((kind) => (
              <li key={kind}>
                <h3>{starters[kind].name}</h3>
                <p className="soft small">{starters[kind].about}</p>
                <Button
                  aria-label={t.starterTakeOf(starters[kind].name)}
                  busy={starter.isPending}
                  onClick={() =>
                    starter.mutate(
                      { body: { kind, schoolYear: year === '' ? present : Number(year) } },
                      { onSuccess: ({ id }) => open(id), onError: (error) => setRefused(error.message || t.offline) },
                    )
                  }
                >
                  {t.starterTake}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {begun.data ? <Begun intakes={begun.data.intakes} /> : null}
    </>
  );
}
