/** Short invented documents with which a form is tried before it is kept. */
import type { AcquaintanceDocument, MonthReportDocument, OrderDocument, PlanDocument } from './model.ts';
import { SAMPLE } from './samples/text.ts';

export const SAMPLE_PLAN: PlanDocument = {
  organisation: SAMPLE.organisation,
  title: SAMPLE.title,
  schoolYear: '2026/2027',
  preamble: SAMPLE.preamble,
  approval: { post: SAMPLE.head, person: SAMPLE.headName, order: '112-о', date: '2026-08-31' },
  sections: [
    {
      title: SAMPLE.section,
      measures: SAMPLE.measures.map(([number, text, deadline, post, result]) => ({
        number,
        text,
        deadline,
        responsible: [{ post, person: null, organisation: null }],
        result,
        state: SAMPLE.state,
      })),
    },
  ],
  signer: { post: SAMPLE.deputy, person: SAMPLE.deputyName },
  day: '2026-08-31',
};

export const SAMPLE_ORDER: OrderDocument = {
  organisation: SAMPLE.organisation,
  place: SAMPLE.place,
  number: '112-о',
  date: '2026-08-31',
  about: SAMPLE.about,
  preamble: SAMPLE.preamble,
  points: SAMPLE.points.map((text, index) => ({ number: `${index + 1}.`, text })),
  signer: { post: SAMPLE.head, person: SAMPLE.headName },
  annex: SAMPLE_PLAN,
  day: '2026-08-31',
};

export const SAMPLE_ACQUAINTANCE: AcquaintanceDocument = {
  organisation: SAMPLE.organisation,
  subject: SAMPLE.subject,
  people: [
    { name: SAMPLE.headName, post: SAMPLE.head, date: '2026-09-01' },
    { name: SAMPLE.deputyName, post: SAMPLE.deputy, date: null },
  ],
  day: '2026-08-31',
};

export const SAMPLE_REPORT: MonthReportDocument = {
  organisation: SAMPLE.organisation,
  title: SAMPLE.reportTitle,
  period: SAMPLE.period,
  countedOn: '2026-11-30',
  approval: { post: SAMPLE.head, person: SAMPLE.headName, order: null, date: '2026-11-30' },
  sections: [{ title: SAMPLE.section, paragraphs: [SAMPLE.preamble] }],
  tables: [
    {
      title: SAMPLE.table,
      columns: [{ header: SAMPLE.columns[0] }, { header: SAMPLE.columns[1], type: 'integer' }],
      rows: SAMPLE.schools.map((school, index) => [school, index + 1]),
    },
  ],
  signer: SAMPLE_PLAN.signer ?? null,
  day: '2026-11-30',
};
