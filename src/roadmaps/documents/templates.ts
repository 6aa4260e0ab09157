/** What an organisation's own form may say about a plan, an order, a list of acquaintance or a monthly report, and with which words it is filled. */
import type { TemplateData, TemplateKind } from '#src/documents/templates/model.ts';
import type {
  AcquaintanceDocument,
  MonthReportDocument,
  OrderDocument,
  PlanDocument,
  PrintedApproval,
  PrintedMeasure,
} from './model.ts';
import { ACQUAINTANCE_BLANK, ORDER_BLANK, PLAN_BLANK, REPORT_BLANK } from './blanks.ts';
import { rowsInWords } from './report.ts';
import { SAMPLE_ACQUAINTANCE, SAMPLE_ORDER, SAMPLE_PLAN, SAMPLE_REPORT } from './samples.ts';
import { ACQUAINTANCE_TAGS, ORDER_TAGS, PLAN_TAGS, REPORT_TAGS, TEMPLATE_NAMES } from './tags/text.ts';
import { capitalised, dayInPrint, initialsFirst, partyInPrint } from './words.ts';

function dayOrBlank(iso: string | null | undefined): string {
  return iso ? dayInPrint(iso) : '';
}

function approvalData({ post, person, order, date }: PrintedApproval): TemplateData {
  return {
    утвердил_должность: post ?? '',
    утвердил_имя: person === null ? '' : initialsFirst(person),
    приказ_номер: order ?? '',
    приказ_дата: dayOrBlank(date),
  };
}

function measureData({ number, text, deadline, responsible, result, state = '' }: PrintedMeasure): TemplateData {
  return {
    номер: number ?? '',
    мероприятие: text,
    срок: deadline,
    ответственные: responsible.map(partyInPrint).join('\n'),
    результат: result,
    состояние: state,
  };
}

export function planTemplateData(plan: PlanDocument): TemplateData {
  return {
    организация: plan.organisation ?? '',
    название: plan.title,
    учебный_год: plan.schoolYear,
    вступление: plan.preamble ?? '',
    ...approvalData(plan.approval),
    составил_должность: plan.signer?.post ?? '',
    составил_имя: plan.signer ? initialsFirst(plan.signer.person) : '',
    дата: dayInPrint(plan.day),
    разделы: plan.sections.map(({ title, measures }) => ({
      раздел: title ?? '',
      мероприятия: measures.map(measureData),
    })),
    мероприятия: plan.sections.flatMap(({ measures }) => measures.map(measureData)),
  };
}

export function orderTemplateData(order: OrderDocument): TemplateData {
  const { annex } = order;
  return {
    ...(annex === null ? {} : planTemplateData(annex)),
    организация: order.organisation ?? '',
    место: order.place ?? '',
    приказ_номер: order.number ?? '',
    приказ_дата: dayOrBlank(order.date),
    заголовок: order.about,
    преамбула: order.preamble,
    пункты: order.points.map(({ number, text }) => ({ пункт_номер: number, пункт: text })),
    подписал_должность: order.signer.post,
    подписал_имя: initialsFirst(order.signer.person),
    дата: dayInPrint(order.day),
  };
}

export function acquaintanceTemplateData({ organisation, subject, people, day }: AcquaintanceDocument): TemplateData {
  return {
    организация: organisation ?? '',
    предмет: subject,
    дата: dayInPrint(day),
    люди: people.map(({ name, post, date }, index) => ({
      номер: String(index + 1),
      имя: name,
      должность: post,
      дата_ознакомления: dayOrBlank(date),
    })),
  };
}

export function reportTemplateData(report: MonthReportDocument): TemplateData {
  return {
    организация: report.organisation ?? '',
    название: report.title,
    период: report.period,
    данные_на: dayInPrint(report.countedOn),
    утвердил_должность: capitalised(report.approval?.post ?? ''),
    утвердил_имя: report.approval?.person ? initialsFirst(report.approval.person) : '',
    дата_утверждения: dayOrBlank(report.approval?.date),
    разделы: report.sections.map(({ title, paragraphs }) => ({
      раздел: title,
      абзацы: paragraphs.map((абзац) => ({ абзац })),
    })),
    таблицы: report.tables.map((table) => ({
      таблица: table.title,
      строки: rowsInWords(table).map(({ name, figures }) => ({ строка: name, показатели: figures })),
    })),
    составил_должность: capitalised(report.signer?.post ?? ''),
    составил_имя: report.signer ? initialsFirst(report.signer.person) : '',
    дата: dayInPrint(report.day),
  };
}

export const PLAN_TEMPLATE: TemplateKind = {
  id: 'plan',
  name: TEMPLATE_NAMES.plan,
  tags: PLAN_TAGS,
  sample: planTemplateData(SAMPLE_PLAN),
  blank: PLAN_BLANK,
};
export const ORDER_TEMPLATE: TemplateKind = {
  id: 'order',
  name: TEMPLATE_NAMES.order,
  tags: ORDER_TAGS,
  sample: orderTemplateData(SAMPLE_ORDER),
  blank: ORDER_BLANK,
};
export const ACQUAINTANCE_TEMPLATE: TemplateKind = {
  id: 'acquaintance',
  name: TEMPLATE_NAMES.acquaintance,
  tags: ACQUAINTANCE_TAGS,
  sample: acquaintanceTemplateData(SAMPLE_ACQUAINTANCE),
  blank: ACQUAINTANCE_BLANK,
};
export const REPORT_TEMPLATE: TemplateKind = {
  id: 'monthReport',
  name: TEMPLATE_NAMES.monthReport,
  tags: REPORT_TAGS,
  sample: reportTemplateData(SAMPLE_REPORT),
  blank: REPORT_BLANK,
};

/** Kinds of document of this capability that an organisation may have its own form of. */
export const ROADMAP_TEMPLATES: readonly TemplateKind[] = [
  PLAN_TEMPLATE,
  ORDER_TEMPLATE,
  ACQUAINTANCE_TEMPLATE,
  REPORT_TEMPLATE,
];
