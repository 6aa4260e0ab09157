/** What the measures of a plan answer to and what has changed, as a spreadsheet: one row for each thing named. */
import { requirePermission } from '#src/access/actions.ts';
import type { Actor, OrganizationKind } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { FileAnswer } from '#src/platform/http/server.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import { refusePlan } from '../errors.ts';
import { figuresInWords } from './figures-text.ts';
import { effectInWords } from './outcome-text.ts';
import { aimAnswer } from './read.ts';
import { SHEET } from './sheet-text.ts';
import * as store from './store.ts';
import { aimTitle } from './text.ts';

export async function effectsXlsx(tx: Tx, actor: Actor, planId: number): Promise<FileAnswer> {
  requirePermission(actor, 'readPlans');
  const plan = await store.findPlan(tx, planId);
  if (!plan) throw refusePlan('planNotFound');
  const { language } = actor;
  const t = SHEET[language];
  const organization = {
    id: plan.organizationId,
    path: plan.path,
    kind: plan.organizationKind as OrganizationKind,
    name: plan.organization,
  };
  const measures = new Map((await store.listMeasures(tx, planId)).map((measure) => [measure.id, measure]));
  const rows = [];
  for (const aim of await store.listAims(tx, { measureIds: [...measures.keys()] })) {
    const measure = measures.get(aim.measureId)!;
    const { subject, before, after, effect, ...answer } = await aimAnswer(tx, actor, aim, organization);
    const words = effect === null ? null : effectInWords(effect, subject, answer.reason, language);
    rows.push([
      measure.number,
      measure.text,
      aimTitle(subject, answer.organization, language),
      answer.namedOn,
      answer.withheld ? t.withheld : before === null ? null : figuresInWords(before, language),
      after === null ? null : figuresInWords(after, language),
      words?.verdict ?? null,
      words === null ? null : [words.sentence, ...words.notes].join(' '),
    ]);
  }
  const content = await writeTableXlsx({
    title: t.title,
    columns: [
      { header: t.number, width: 8 },
      { header: t.measure, width: 50 },
      { header: t.aim, width: 30 },
      { header: t.named, type: 'date', width: 13 },
      { header: t.before, width: 45 },
      { header: t.after, width: 45 },
      { header: t.answer, width: 18 },
      { header: t.words, width: 70 },
    ],
    rows,
    parameters: [
      [t.plan, plan.title],
      [t.organization, plan.organization],
      [t.by, actor.displayName],
      [t.on, new Date()],
    ],
    language,
  });
  return { content, name: t.file };
}
