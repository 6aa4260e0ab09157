import { useState } from 'react';
import { useCan } from '#src/access/web/session.tsx';
import { address, type Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import './api.ts';
import styles from './documents.module.css';
import { TemplateUpload } from './TemplateUpload.tsx';
import { text } from './text.ts';

type Templates = Output<'GET /api/document-templates'>;

interface Row {
  readonly kind: Templates['kinds'][number];
  /** The form that holds: the organisation's own, else the nearest above it. */
  readonly template: Templates['templates'][number] | null;
}

/** Which form each document takes, and the way to bring an own one. */
export function TemplatesSection() {
  const t = useText(text);
  const { language } = useLanguage();
  const mayKeep = useCan('editPlans');
  const [asked, setAsked] = useState<number | null>(null);
  const answer = useContractQuery('GET /api/document-templates', undefined);
  const remove = useContractMutation('DELETE /api/document-templates/:id', ['GET /api/document-templates']);
  if (answer.error) return <ErrorState level={2} error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton shape="table" rows={4} />;
  const { kinds, templates } = answer.data;
  const rows = kinds.map((kind): Row => ({ kind, template: templates.find((each) => each.kind === kind.id) ?? null }));
  const removing = templates.find(({ id }) => id === asked);
  return (
    <section className={styles.section} aria-labelledby="templates">
      <h2 id="templates">{t.templates}</h2>
      <p>{t.templatesLead}</p>
      {remove.error ? (
        <Notice kind="problem" live>
          {remove.error.message}
        </Notice>
      ) : null}
      {removing === undefined ? null : (
        <Notice kind="attention" live>
          <p>{t.removeSure(removing.fileName)}</p>
          <div className={styles.row}>
            <Button
              busy={remove.isPending}
              onClick={() => remove.mutate({ params: { id: removing.id } }, { onSettled: () => setAsked(null) })}
            >
              {t.remove}
            </Button>
            <Button kind="quiet" onClick={() => setAsked(null)}>
              {t.keepIt}
            </Button>
          </div>
        </Notice>
      )}
      <DataTable
        caption={t.templates}
        rows={rows}
        rowKey={({ kind }) => kind.id}
        columns={[
          { key: 'kind', header: t.templateKind, value: ({ kind }) => kind.name[language], naming: true },
          {
            key: 'file',
            header: t.templateFile,
            value: ({ template }) => template?.fileName ?? t.noTemplate,
            cell: ({ template }) =>
              template === null ? (
                <span className="soft">{t.noTemplate}</span>
              ) : (
                <>
                  <a href={address('GET /api/document-templates/:id/file', { params: { id: template.id } })} download>
                    {template.fileName}
                  </a>
                  {' · '}
                  <a href={address('GET /api/document-templates/:id/sample', { params: { id: template.id } })} download>
                    {t.sample}
                  </a>
                </>
              ),
          },
          {
            key: 'of',
            header: t.templateOf,
            value: ({ template }) => (template === null ? null : template.own ? t.ownTemplate : template.organization),
            cell: ({ template }) =>
              template === null ? (
                '—'
              ) : template.own && mayKeep ? (
                <>
                  {t.ownTemplate} ·{' '}
                  <Button kind="quiet" onClick={() => setAsked(template.id)}>
                    {t.remove}
                  </Button>
                </>
              ) : template.own ? (
                t.ownTemplate
              ) : (
                template.organization
              ),
          },
        ]}
      />
      {mayKeep ? <TemplateUpload kinds={kinds} /> : null}
    </section>
  );
}
