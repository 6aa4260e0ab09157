/** Verbs of documents: issue one, keep a form, take it out of use. */
import { createHash } from 'node:crypto';
import { requirePermission } from '#src/access/actions.ts';
import { audit } from '#src/access/audit.ts';
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import { toDocx } from './docx/render.ts';
import { refuseDocument } from './errors.ts';
import { fileNameOf } from './file-name.ts';
import type { DocumentFormat, OfficeDocument } from './model.ts';
import { toPdf } from './pdf/render.ts';
import * as store from './store.ts';
import { checkTemplate, fillTemplate } from './templates/fill.ts';
import type { TemplateData, TemplateKind, TemplateProblem } from './templates/model.ts';
import { toXlsx } from './xlsx/render.ts';

export interface DocumentToIssue {
  readonly organizationId: number;
  /** «plan», «order»: the key of its kind. */
  readonly kind: string;
  readonly title: string;
  readonly format: DocumentFormat;
  readonly document: OfficeDocument;
  readonly planId?: number | null;
  readonly reportId?: number | null;
  /** Kind and words for the organisation's own form; it is taken for DOCX where there is one. */
  readonly form?: { readonly kind: TemplateKind; readonly data: TemplateData } | null;
}

export interface IssuedFile {
  readonly id: number;
  readonly fileName: string;
  readonly content: Buffer;
}

/**
 * Sets a document, keeps its bytes for ever and returns them; what was issued before with the same bytes is not kept twice. The caller
 * has decided that the person may.
 *
 * @throws Refusal templateProblems where the organisation's form has mistakes.
 */
export async function issueDocument(tx: Tx, person: Actor, issue: DocumentToIssue): Promise<IssuedFile> {
  const { organizationId, kind, title, format, planId = null, reportId = null } = issue;
  const content = Buffer.from(await bytesOf(tx, person, issue));
  const fileName = fileNameOf(title, format);
  const fileHash = hashOf(content);
  const same = await store.findSame(tx, { organizationId, kind, format, fileHash, planId, reportId });
  if (same !== undefined) return { ...same, content };
  const id = await store.insertDocument(tx, {
    organizationId,
    kind,
    title,
    format,
    fileName,
    content,
    fileHash,
    planId,
    reportId,
    accountId: person.accountId,
  });
  await audit(tx, person, {
    kind: 'change',
    action: 'document.issue',
    subjectKind: 'document',
    subjectId: id,
    organizationId,
    details: { kind, format, title },
  });
  return { id, fileName, content };
}

/** The bytes of a document, in the organisation's own form where it is DOCX and there is one. Nothing is kept. */
export async function bytesOf(
  tx: Tx,
  person: Actor,
  issue: Pick<DocumentToIssue, 'organizationId' | 'format' | 'document' | 'form'>,
): Promise<Uint8Array> {
  const { document, form = null } = issue;
  if (issue.format === 'pdf') return toPdf(document);
  if (issue.format === 'xlsx') return toXlsx(document);
  const own = form === null ? undefined : await store.templateFor(tx, form.kind.id, issue.organizationId);
  if (form === null || own === undefined) return toDocx(document);
  return fillTemplate(own.content, form.data, { tags: form.kind.tags, day: document.day, language: person.language });
}

export interface ReceivedTemplate {
  readonly name: string;
  readonly content: Buffer;
  /** Check and try it, and keep nothing. */
  readonly checkOnly: boolean;
}

/** @throws Refusal when the file is no form at all; mistakes in it are the answer, and it is kept when there are none. */
export async function keepTemplate(
  tx: Tx,
  person: Actor,
  kind: TemplateKind,
  { name, content, checkOnly }: ReceivedTemplate,
): Promise<{ problems: readonly TemplateProblem[]; used: readonly string[]; id: number | null }> {
  requirePermission(person, 'editPlans');
  const { problems, used } = await checkTemplate(content, kind.tags);
  if (problems.length > 0) return { problems, used, id: null };
  // A form that passes the check may still break when it is filled: it is tried before it is relied on.
  await fillTemplate(content, kind.sample, { tags: kind.tags, day: '2026-01-01', language: person.language });
  if (checkOnly) return { problems, used, id: null };
  const id = await store.replaceTemplate(tx, {
    organizationId: person.organizationId,
    kind: kind.id,
    fileName: name,
    content,
    fileHash: hashOf(content),
    accountId: person.accountId,
  });
  await audit(tx, person, {
    kind: 'change',
    action: 'documentTemplate.keep',
    subjectKind: 'documentTemplate',
    subjectId: id,
    details: { kind: kind.id, fileName: name },
  });
  return { problems, used, id };
}

export async function removeTemplate(tx: Tx, person: Actor, id: number): Promise<void> {
  requirePermission(person, 'editPlans');
  const template = await store.findTemplate(tx, id);
  if (template === undefined) throw refuseCommon('notFound');
  if (template.organizationId !== person.organizationId) throw refuseCommon('forbidden');
  await store.removeTemplate(tx, id);
  await audit(tx, person, {
    kind: 'change',
    action: 'documentTemplate.remove',
    subjectKind: 'documentTemplate',
    subjectId: id,
    details: { kind: template.kind, fileName: template.fileName },
  });
}

/** @throws Refusal templateKindUnknown. */
export function requireKind(kinds: readonly TemplateKind[], id: string): TemplateKind {
  const kind = kinds.find((each) => each.id === id);
  if (kind === undefined) throw refuseDocument('templateKindUnknown');
  return kind;
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
