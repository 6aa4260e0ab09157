import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { address, type Output, upload } from '#src/platform/ui/api.ts';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { SelectField } from '#src/platform/ui/Field.tsx';
import { FileDrop } from '#src/platform/ui/FileDrop.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import './api.ts';
import styles from './documents.module.css';
import { text } from './text.ts';

type Kind = Output<'GET /api/document-templates'>['kinds'][number];
type Answer = Output<'POST /api/document-templates'>;

interface TagRow {
  readonly written: string;
  readonly meaning: string;
}

/** A form is chosen, checked with everything that is wrong with it told at once, and kept when nothing is. */
export function TemplateUpload({ kinds }: { readonly kinds: readonly Kind[] }) {
  const t = useText(text);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [kindId, setKindId] = useState(kinds[0]?.id ?? '');
  const [sending, setSending] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const kind = kinds.find(({ id }) => id === kindId);
  const send = async (file: File): Promise<void> => {
    setSending(true);
    setAnswer(null);
    setRefusal(null);
    try {
      setAnswer(await upload('POST /api/document-templates', { files: [file], fields: { kind: kindId } }));
      await client.invalidateQueries({ queryKey: ['GET /api/document-templates'] });
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <h3>{t.addTitle}</h3>
      <div className={styles.form}>
        <SelectField
          label={t.forKind}
          hint={t.replaces}
          value={kindId}
          onChange={(value) => {
            setKindId(value);
            setAnswer(null);
          }}
          options={kinds.map(({ id, name }) => ({ value: id, label: name[language] }))}
        />
        {kind?.blank ? (
          <p>
            <a href={address('GET /api/document-kinds/:kind/blank', { params: { kind: kind.id } })} download>
              {t.blank}
            </a>
            <br />
            <span className="soft small">{t.blankHint}</span>
          </p>
        ) : null}
        <FileDrop
          label={t.drop}
          hint={t.dropHint}
          accept=".docx"
          disabled={sending}
          onFiles={([file]) => {
            if (file !== undefined) void send(file);
          }}
        />
        {sending ? <output>{t.checking}</output> : null}
        {refusal === null ? null : (
          <Notice kind="problem" live>
            {refusal}
          </Notice>
        )}
        {answer === null ? null : <Told answer={answer} />}
      </div>
      {kind === undefined ? null : (
        <>
          <DataTable
            caption={t.tags(kind.name[language])}
            captionShown
            rows={tagRows(kind.tags, language)}
            rowKey={({ written }) => written}
            columns={[
              {
                key: 'tag',
                header: t.tag,
                value: ({ written }) => written,
                cell: ({ written }) => <code className={styles.tag}>{written}</code>,
                naming: true,
                sortable: false,
              },
              { key: 'meaning', header: t.meaning, value: ({ meaning }) => meaning, sortable: false },
            ]}
            note={t.listNote}
          />
        </>
      )}
    </>
  );
}

function Told({ answer }: { readonly answer: Answer }) {
  const t = useText(text);
  const { problems, template, used } = answer;
  if (template === null) {
    return (
      <Notice kind="problem" title={t.problems(problems.length)} live>
        <ul className={styles.list}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <Notice title={t.kept(template.fileName)} live>
      {t.used(used.map((name) => `{${name}}`).join(' '))}
    </Notice>
  );
}

interface Tag {
  readonly name: string;
  readonly meaning: { readonly ru: string; readonly en: string };
  readonly inside?: readonly Tag[] | undefined;
}

/** Tags as they are typed; what stands inside a list is shown with the list around it. */
function tagRows(tags: readonly Tag[], language: 'ru' | 'en', around = ''): readonly TagRow[] {
  return tags.flatMap(({ name, meaning, inside }): readonly TagRow[] =>
    inside === undefined
      ? [{ written: `${around}{${name}}`, meaning: meaning[language] }]
      : [
          { written: `${around}{#${name}} … {/${name}}`, meaning: meaning[language] },
          ...tagRows(inside, language, `${around}{#${name}} `),
        ],
  );
}
