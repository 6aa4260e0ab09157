import { useState, type ClipboardEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { SelectField, TextAreaField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { Skeleton } from '#src/platform/ui/states.tsx';
import { partyInWords } from '../../plans/text.ts';
import type { Problem } from '../../reading/model.ts';
import { problemInWords } from '../../reading/text.ts';
import type { Output } from '#src/platform/ui/api.ts';
import '../api.ts';
import type { Edit, Plan } from './merge.ts';
import { Panel } from './Panel.tsx';
import styles from './plan.module.css';
import { panelText } from './panel-text.ts';
import { tableText } from './table-text.ts';
import type { PlanEditing } from './usePlanEditing.ts';

type Pasted = Output<'POST /api/plans/:id/pasted'>;
type NewRow = Pasted['sections'][number]['measures'][number];

const AS_IS = 'asIs';

/** A table pasted from Excel or Word: read, shown, and only then added, as one gesture. */
export function PastePanel({
  plan,
  editing,
  onClose,
}: {
  readonly plan: Plan;
  readonly editing: PlanEditing;
  readonly onClose: () => void;
}) {
  const t = useText(panelText).paste;
  const head = useText(tableText);
  const { language } = useLanguage();
  const read = useContractMutation('POST /api/plans/:id/pasted', []);
  const [typed, setTyped] = useState('');
  const [target, setTarget] = useState(String(plan.sections.at(-1)?.id ?? AS_IS));
  const [failure, setFailure] = useState<string | null>(null);
  const send = (content: string, html: boolean): void =>
    read.mutate({ params: { id: plan.id }, body: { content, html } });
  const paste = (event: ClipboardEvent): void => {
    // Office keeps the cells in the page's form of the clipboard; the text of it loses merged ones.
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    if (/<table/iu.test(html)) {
      event.preventDefault();
      setTyped(text);
      send(html, true);
    } else if (text.includes('\t')) {
      event.preventDefault();
      setTyped(text);
      send(text, false);
    }
  };
  const found = read.data?.sections.flatMap(({ measures }) => measures) ?? [];

  const add = async (): Promise<void> => {
    if (!read.data) return;
    const edits: Edit[] =
      target === AS_IS
        ? read.data.sections.flatMap(({ title, measures }): Edit[] => [
            { op: 'addSection', title },
            ...measures.map((measure): Edit => ({ op: 'addMeasure', sectionId: 'added', measure })),
          ])
        : found.map((measure) => ({ op: 'addMeasure', sectionId: Number(target), measure }));
    const sent = await editing.send(edits);
    if (sent.kind === 'saved') onClose();
    else if (sent.kind === 'failed') setFailure(sent.error.message);
  };

  const columns: Column<NewRow & { at: number }>[] = [
    { key: 'number', header: head.number, value: (row) => row.number, sortable: false, short: true },
    { key: 'text', header: head.text, value: (row) => row.text, sortable: false },
    { key: 'deadline', header: head.deadline, value: (row) => row.deadline || null, sortable: false },
    {
      key: 'parties',
      header: head.parties,
      value: (row) => row.parties.map(partyInWords).join('; ') || null,
      sortable: false,
    },
    { key: 'result', header: head.result, value: (row) => row.result || null, sortable: false },
  ];
  return (
    <Panel title={t.title} lead={read.data ? undefined : t.lead} onClose={onClose}>
      {read.isPending ? <Skeleton shape="table" rows={3} /> : null}
      {read.error ? <Notice kind="problem" title={read.error.message} live /> : null}
      {failure ? <Notice kind="problem" title={failure} live /> : null}
      {read.data ? (
        found.length === 0 ? (
          <Notice kind="attention" title={t.nothing} live />
        ) : (
          <>
            <output>{t.preview(found.length)}</output>
            {read.data.problems.length ? (
              <Notice kind="attention">
                {read.data.problems.map((problem) => (
                  <p key={`${problem.code}${problem.place}${problem.words}`}>
                    {problemInWords(problem as Problem, language)}
                  </p>
                ))}
              </Notice>
            ) : null}
            <DataTable
              caption={t.caption}
              columns={columns}
              rows={found.map((row, at) => ({ ...row, at }))}
              rowKey={(row) => String(row.at)}
            />
            <SelectField
              label={t.section}
              value={target}
              options={[
                ...plan.sections.map(({ id, title }) => ({ value: String(id), label: title || head.unsectioned })),
                { value: AS_IS, label: t.asIs },
              ]}
              onChange={setTarget}
              width="full"
            />
          </>
        )
      ) : (
        <TextAreaField label={t.area} rows={5} value={typed} onChange={setTyped} onPaste={paste} />
      )}
      <span className={styles.ways}>
        {found.length ? (
          <Button kind="main" busy={editing.busy} onClick={() => void add()}>
            {t.add(found.length)}
          </Button>
        ) : read.data ? null : (
          <Button kind="main" busy={read.isPending} onClick={() => typed.trim() && send(typed, false)}>
            {t.read}
          </Button>
        )}
        {read.data ? (
          <Button
            kind="quiet"
            onClick={() => {
              read.reset();
              setTyped('');
            }}
          >
            {t.again}
          </Button>
        ) : null}
      </span>
    </Panel>
  );
}
