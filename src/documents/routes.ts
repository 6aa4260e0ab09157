/** contract -> action. Kinds come from the rooms below: this one knows none. */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor } from '#src/access/model.ts';
import type { Db } from '#src/platform/db/connect.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { DOCX_MEDIA_TYPE, toDocx } from './docx/render.ts';
import { fileNameOf } from './file-name.ts';
import { refuseDocument } from './errors.ts';
import { MEDIA_TYPES } from './media-types.ts';
import type { DocumentFormat } from './model.ts';
import * as store from './store.ts';
import { fillTemplate } from './templates/fill.ts';
import type { TemplateKind, TemplateTag } from './templates/model.ts';
import { LARGEST_TEMPLATE_BYTES } from './templates/open.ts';
import { documentsText } from './text.ts';
import { templateProblemInWords } from './templates/text.ts';

type KindNames = Readonly<Record<string, { readonly ru: string; readonly en: string }>>;

/** Documents on one page of the list. */
const PAGE = 100;
const MEGABYTE = 1024 * 1024;

/** @param names of all kinds that the rooms issue, by their keys. @param kinds those that may have a form of the organisation's own. */
export function registerDocuments(
  server: HttpServer<Actor>,
  db: Db,
  { names, kinds }: { readonly names: KindNames; readonly kinds: readonly TemplateKind[] },
): void {
  server.operation(contract.listDocuments, async (tx, { person, query }) => {
    requirePermission(person, 'readPlans');
    const { before, ...filter } = query;
    const rows = await store.listDocuments(tx, filter, { before, limit: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    return {
      documents: shown.map((row) => ({
        ...row,
        format: row.format as DocumentFormat,
        createdAt: row.createdAt.toISOString(),
      })),
      total: await store.countDocuments(tx, filter),
      next: rows.length > PAGE ? shown.at(-1)!.id : null,
      kinds: Object.entries(names).map(([id, { ru, en }]) => ({ id, name: { ru, en } })),
    };
  });
  server.operation(contract.downloadDocument, async (tx, { person, params }) => {
    requirePermission(person, 'readPlans');
    const row = await store.findDocument(tx, params.id);
    if (row === undefined) throw refuseCommon('notFound');
    return { content: row.content, name: row.fileName, type: MEDIA_TYPES[row.format as DocumentFormat] };
  });
  server.operation(contract.listTemplates, async (tx, { person }) => {
    requirePermission(person, 'readPlans');
    const rows = await store.listTemplates(tx, person.organizationPath);
    return {
      kinds: kinds.map(({ id, name, tags, blank }) => ({ id, name, tags: tags.map(tagOf), blank: blank !== null })),
      templates: rows.map((row) => templateOf(row, person)),
    };
  });
  server.rawOperation(contract.uploadTemplate, async ({ person, request }) => {
    requirePermission(person, 'editPlans');
    if (!request.isMultipart()) throw refuseDocument('noTemplateFile');
    const fields: Record<string, string> = {};
    let received: { name: string; content: Buffer } | null = null;
    try {
      for await (const part of request.parts({ limits: { fileSize: LARGEST_TEMPLATE_BYTES, files: 1 } })) {
        if (part.type === 'field') fields[part.fieldname] = String(part.value);
        else received = { name: part.filename, content: await part.toBuffer() };
      }
    } catch (error) {
      if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
        throw refuseDocument('templateTooLarge', { allowed: LARGEST_TEMPLATE_BYTES / MEGABYTE });
      throw error;
    }
    if (received === null) throw refuseDocument('noTemplateFile');
    const template = { ...received, checkOnly: fields.check === 'yes' };
    const kind = actions.requireKind(kinds, fields.kind ?? '');
    return inScope(db, person.scope, async (tx) => {
      const { problems, used, id } = await actions.keepTemplate(tx, person, kind, template);
      return {
        problems: problems.map((problem) => templateProblemInWords(problem, person.language)),
        used: [...used],
        template: id === null ? null : templateOf(await requireTemplate(tx, id), person),
      };
    });
  });
  server.operation(contract.downloadTemplate, async (tx, { person, params }) => {
    requirePermission(person, 'readPlans');
    const { content, fileName } = await requireTemplate(tx, params.id);
    return { content, name: fileName, type: DOCX_MEDIA_TYPE };
  });
  server.operation(contract.tryTemplate, async (tx, { person, params }) => {
    requirePermission(person, 'readPlans');
    const { content, fileName, kind } = await requireTemplate(tx, params.id);
    const { tags, sample } = actions.requireKind(kinds, kind);
    const day = new Date().toISOString().slice(0, 10);
    const filled = await fillTemplate(content, sample, { tags, day, language: person.language });
    return { content: Buffer.from(filled), name: fileName, type: DOCX_MEDIA_TYPE };
  });
  server.operation(contract.downloadBlank, async (_tx, { person, params }) => {
    requirePermission(person, 'readPlans');
    const { blank, name } = actions.requireKind(kinds, params.kind);
    if (blank === null) throw refuseCommon('notFound');
    const title = `${name[person.language]} (${documentsText[person.language].blank})`;
    return { content: Buffer.from(await toDocx(blank)), name: fileNameOf(title, 'docx'), type: DOCX_MEDIA_TYPE };
  });
  server.operation(contract.removeTemplate, (tx, { person, params }) => actions.removeTemplate(tx, person, params.id));
}

async function requireTemplate(tx: Tx, id: number) {
  const template = await store.findTemplate(tx, id);
  if (template === undefined) throw refuseCommon('notFound');
  return template;
}

type TemplateRow = Awaited<ReturnType<typeof store.listTemplates>>[number];

function templateOf(row: TemplateRow, person: Actor): contract.StoredTemplate {
  const { id, kind, fileName, byteSize, organizationId, organization, by, createdAt } = row;
  const own = organizationId === person.organizationId;
  return { id, kind, fileName, byteSize, organizationId, organization, own, by, createdAt: createdAt.toISOString() };
}

interface TagAnswer {
  name: string;
  meaning: { ru: string; en: string };
  inside?: TagAnswer[];
}

function tagOf({ name, meaning, inside }: TemplateTag): TagAnswer {
  return { name, meaning: { ...meaning }, ...(inside === undefined ? {} : { inside: inside.map(tagOf) }) };
}
