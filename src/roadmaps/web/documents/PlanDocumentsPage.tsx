import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { address, type Output } from '#src/platform/ui/api.ts';
import { Button } from '#src/platform/ui/Button.tsx';
import { DataTable } from '#src/platform/ui/DataTable.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import '#src/documents/web/api.ts';
import { PLAN_DOCUMENTS, type PlanDocumentKind } from '../../documents/model.ts';
import '../api.ts';
import { PlanNav } from '../PlanNav.tsx';
import './api.ts';
import styles from './documents.module.css';
import { text } from './text.ts';

const FORMATS = ['docx', 'pdf', 'xlsx'] as const;
type Issued = Output<'POST /api/plans/:id/documents'>;

/** What a plan can be printed as: each document in the formats that offices ask for. */
export default function PlanDocumentsPage() {
  const t = useText(text);
  const planId = Number(useParams({ strict: false }).id);
  const answer = useContractQuery('GET /api/plans/:id', { params: { id: planId } });
  const issue = useContractMutation('POST /api/plans/:id/documents', ['GET /api/documents']);
  const [issued, setIssued] = useState<Issued | null>(null);
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton shape="table" rows={5} />;
  const take = (kind: PlanDocumentKind, format: (typeof FORMATS)[number]): void => {
    setIssued(null);
    issue.mutate(
      { params: { id: planId }, body: { kind, format } },
      {
        onSuccess: (done) => {
          setIssued(done);
          window.location.assign(fileOf(done));
        },
      },
    );
  };
  return (
    <>
      <PageHeading
        above={<PlanNav planId={planId} kind={answer.data.organization.kind} />}
        title={t.title}
        lead={t.lead}
      />
      <div className={styles.page}>
        {issue.error ? (
          <Notice kind="problem" live>
            {issue.error.message}
          </Notice>
        ) : null}
        {issued === null ? null : (
          <Notice live>
            {t.issued(issued.fileName)}{' '}
            <a href={fileOf(issued)} download>
              {t.again}
            </a>
          </Notice>
        )}
        <DataTable
          caption={t.caption}
          rows={PLAN_DOCUMENTS}
          rowKey={(kind) => kind}
          columns={[
            { key: 'document', header: t.document, value: (kind) => t.names[kind], naming: true, sortable: false },
            { key: 'what', header: t.what, value: (kind) => t.contents[kind], sortable: false },
            {
              key: 'take',
              header: t.take,
              value: () => null,
              sortable: false,
              cell: (kind) => (
                <span className={styles.formats}>
                  {FORMATS.map((format) => (
                    <Button
                      key={format}
                      kind="quiet"
                      busy={
                        issue.isPending && issue.variables.body.kind === kind && issue.variables.body.format === format
                      }
                      aria-label={t.takeAs(t.names[kind], t.formats[format])}
                      onClick={() => take(kind, format)}
                    >
                      {t.formats[format]}
                    </Button>
                  ))}
                </span>
              ),
            },
          ]}
          note={
            <>
              {t.templates} <Link to="/documents">{t.archive}</Link>
            </>
          }
        />
      </div>
    </>
  );
}

function fileOf({ id }: Issued): string {
  return address('GET /api/documents/:id/file', { params: { id } });
}
