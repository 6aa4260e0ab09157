import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { SelectField } from '#src/platform/ui/Field.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { methodsText } from '../methods/methods-text.ts';
import { Passage } from '../Passage.tsx';
import { referencesText } from '../../references/text.ts';
import '../api.ts';

type Answer = Output<'GET /api/references'>;
type Region = Answer['regions'][number];

/** Frozen references: what is in force, what can be frozen, and what it says of the region as a whole. */
export default function ReferencesPage() {
  const t = useText(referencesText);
  const m = useText(methodsText);
  const answer = useContractQuery('GET /api/references', {});
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  return (
    <>
      <PageHeading above={<Link to="/methods">{m.title}</Link>} title={t.title} lead={t.lead} />
      <References answer={answer.data} />
      {answer.data.canChange ? <Freeze observed={answer.data.observed} /> : null}
      <Passage title={t.regionTitle}>
        <p className="soft">{t.regionLead}</p>
        {answer.data.regions.length === 0 ? <p>{t.noRegions}</p> : <Regions regions={answer.data.regions} />}
      </Passage>
    </>
  );
}

function References({ answer }: { readonly answer: Answer }) {
  const t = useText(referencesText);
  const { language } = useLanguage();
  const retire = useContractMutation('POST /api/references/:id/retire', ['GET /api/references']);
  const current = answer.references.find((reference) => reference.current);
  return (
    <Passage title={t.current}>
      {retire.error ? (
        <Notice kind="problem" live>
          {retire.error.message}
        </Notice>
      ) : null}
      <DataTable
        caption={t.caption}
        rows={answer.references}
        rowKey={({ id }) => String(id)}
        empty={t.none}
        columns={[
          { key: 'name', header: t.name, value: ({ name }) => name, naming: true },
          {
            key: 'made',
            header: t.made,
            value: ({ madeAt }) => madeAt,
            cell: ({ madeAt }) => date(madeAt, language),
            short: true,
          },
          { key: 'by', header: t.by, value: ({ madeBy }) => madeBy },
          { key: 'units', header: t.units, value: ({ units }) => units, figures: true },
          { key: 'papers', header: t.papers, value: ({ papers }) => papers, figures: true },
          { key: 'engine', header: t.engine, value: ({ engineVersion }) => engineVersion, short: true },
          { key: 'state', header: t.state, value: (row) => (row.current ? t.inForce : t.retired), short: true },
        ]}
      />
      {answer.canChange && current ? (
        <div>
          <Button busy={retire.isPending} onClick={() => retire.mutate({ params: { id: current.id } })}>
            {t.retire}
          </Button>
        </div>
      ) : null}
    </Passage>
  );
}

function Freeze({ observed }: { readonly observed: Answer['observed'] }) {
  const t = useText(referencesText);
  const [chosen, setChosen] = useState('');
  const freeze = useContractMutation('POST /api/references', ['GET /api/references']);
  return (
    <Passage title={t.freezeTitle}>
      <p className="soft">{t.freezeLead}</p>
      {freeze.error ? (
        <Notice kind="problem" live>
          {freeze.error.message}
        </Notice>
      ) : null}
      {freeze.isSuccess ? (
        <Notice live>
          {t.begun} <Link to="/jobs">{t.jobs}</Link>.
        </Notice>
      ) : null}
      {observed.length === 0 ? (
        <p>
          {t.noObserved} <Link to="/results/works">{t.works}</Link>
        </p>
      ) : (
        <>
          <SelectField
            label={t.procedure}
            value={chosen}
            onChange={setChosen}
            options={[
              { value: '', label: t.choose },
              ...observed.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
          <div>
            <Button
              disabled={chosen === ''}
              busy={freeze.isPending}
              onClick={() => freeze.mutate({ body: { procedureId: Number(chosen) } })}
            >
              {t.freeze}
            </Button>
          </div>
        </>
      )}
    </Passage>
  );
}

function Regions({ regions }: { readonly regions: readonly Region[] }) {
  const t = useText(referencesText);
  const words = ({ kind, above }: Region): string => {
    if (kind === 'otherWork') return t.otherWork;
    return above.length === 0 ? t.clean : t.above(above.map((each) => t.comparisons[each]).join(', '));
  };
  return (
    <DataTable
      caption={t.regionTitle}
      rows={regions}
      rowKey={({ workId }) => String(workId)}
      columns={[
        { key: 'work', header: t.work, value: ({ subject, grade }) => `${subject}, ${grade}`, naming: true },
        { key: 'procedure', header: t.name, value: ({ procedure }) => procedure },
        { key: 'answer', header: t.answer, value: words },
      ]}
    />
  );
}
