/** A document written and read again by the reader of plans: what has to be the same, side by side. */
import { openPlan } from '../reading/open.ts';
import { readRoadmap } from '../reading/read.ts';
import type { PlanDocument, PrintedParty } from './model.ts';
import { initialsFirst } from './words.ts';

interface SameMeasure {
  readonly number: string | null;
  readonly text: string;
  readonly deadline: string;
  readonly responsible: readonly PrintedParty[];
  readonly result: string;
}

export interface SamePlan {
  readonly title: string | null;
  readonly organisation: string | null;
  readonly schoolYear: string;
  readonly approval: unknown;
  readonly sections: readonly { readonly title: string | null; readonly measures: readonly SameMeasure[] }[];
}

export async function readBack(bytes: Uint8Array): Promise<SamePlan> {
  const { title, organisation, schoolYear, approval, sections } = readRoadmap(await openPlan(bytes), {
    presentYear: 2026,
  });
  return {
    title,
    organisation,
    schoolYear,
    approval,
    sections: sections.map((section) => ({
      title: section.title,
      measures: section.measures.map(({ number, text, deadline, responsible, result }) => ({
        number,
        text,
        deadline: deadline.verbatim,
        responsible,
        result: result ?? '',
      })),
    })),
  };
}

/** What the reader has to give: the approver as post and name in one. */
export function asRead({ title, organisation, schoolYear, approval, sections }: PlanDocument): SamePlan {
  const by = [approval.post, approval.person === null ? null : initialsFirst(approval.person)].filter(
    (part) => part !== null,
  );
  return {
    title,
    organisation,
    schoolYear,
    approval: { by: by.length === 0 ? null : by.join(' '), order: approval.order, date: approval.date },
    sections: sections.map((section) => ({
      title: section.title,
      measures: section.measures.map(({ number, text, deadline, responsible, result }) => ({
        number,
        text,
        deadline,
        responsible,
        result,
      })),
    })),
  };
}
