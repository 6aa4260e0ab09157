import { useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { CheckField, SelectField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { partyInWords, shortName } from '../../carrying/text.ts';
import type { Measure } from './MeasurePage.tsx';
import styles from './measure.module.css';
import parts from './parts.module.css';
import { measureText } from './measure-text.ts';

type Party = Measure['parties'][number];

/** Who answers, who takes part, who stands in now; where a post is tied to nobody, a person is named here. */
export function MeasurePeople({ measure }: { readonly measure: Measure }) {
  const t = useText(measureText);
  const parts = [
    [t.responsible, measure.parties.filter(({ part }) => part === 'responsible')],
    [t.coExecutor, measure.parties.filter(({ part }) => part === 'coExecutor')],
  ] as const;
  const shown = parts.filter(([, parties]) => parties.length > 0);
  if (shown.length === 0) return <div />;
  return (
    <div className={styles.people}>
      {shown.map(([title, parties]) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {parties.map((party) => (
              <PartyLine key={party.id} party={party} measure={measure} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PartyLine({ party, measure }: { readonly party: Party; readonly measure: Measure }) {
  const t = useText(measureText);
  const [asking, setAsking] = useState(false);
  const own = measure.plan.own && measure.may.manage;
  return (
    <li>
      {partyInWords(party)}
      {party.person !== null && party.holder !== null && shortName(party.holder) !== party.person ? (
        <span className={parts.small}> ({shortName(party.holder)})</span>
      ) : null}
      {party.standIn === null ? null : <p className={parts.small}>{t.standIn(shortName(party.standIn))}</p>}
      {own && party.staffPostId === null && !asking ? <p className={parts.small}>{t.holderHint}</p> : null}
      {own && !asking ? (
        <p>
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {party.staffPostId === null ? t.holderAsk : t.holderChange}
          </Button>
        </p>
      ) : null}
      {asking ? <HolderForm party={party} planId={measure.plan.id} onDone={() => setAsking(false)} /> : null}
    </li>
  );
}

interface HolderFormProps {
  readonly party: Party;
  readonly planId: number;
  readonly onDone: () => void;
}

function HolderForm({ party, planId, onDone }: HolderFormProps) {
  const t = useText(measureText);
  const plan = useContractQuery('GET /api/plans/:id/carrying', { params: { id: planId } });
  const [chosen, setChosen] = useState(String(party.staffPostId ?? ''));
  const [everywhere, setEverywhere] = useState(party.staffPostId === null);
  const set = useContractMutation('PUT /api/parties/:id/holder');
  return (
    <div className={parts.form}>
      {set.error ? <p role="alert">{set.error.message || t.offline}</p> : null}
      <SelectField
        label={t.holder}
        value={chosen}
        placeholder={t.holderChoose}
        width="full"
        onChange={setChosen}
        options={(plan.data?.staff ?? []).map(({ id, fullName, post }) => ({
          value: String(id),
          label: `${fullName}, ${post}`,
        }))}
      />
      <CheckField label={t.holderEverywhere} checked={everywhere} onChange={setEverywhere} />
      <div className={parts.actions}>
        <Button
          kind="main"
          busy={set.isPending}
          onClick={() =>
            set.mutate(
              {
                params: { id: party.id },
                body: { staffPostId: chosen === '' ? null : Number(chosen), everywhere },
              },
              { onSuccess: onDone },
            )
          }
        >
          {t.holderSave}
        </Button>
        <Button onClick={onDone}>{t.cancel}</Button>
      </div>
    </div>
  );
}
