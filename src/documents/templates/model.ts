/** An organisation's own form: a document of Word with tags in braces that the system fills. */

import type { OfficeDocument } from '../model.ts';

/** A tag that a form may use. With `inside` it is a list: what stands between {#name} and {/name} is repeated for each. */
export interface TemplateTag {
  readonly name: string;
  readonly meaning: { readonly ru: string; readonly en: string };
  readonly inside?: readonly TemplateTag[];
}

export type TemplateValue = string | readonly TemplateData[];

export interface TemplateData {
  readonly [tag: string]: TemplateValue;
}

/** A kind of document that an organisation may have its own form of. */
export interface TemplateKind {
  /** Key in storage and addresses: «plan». */
  readonly id: string;
  readonly name: { readonly ru: string; readonly en: string };
  readonly tags: readonly TemplateTag[];
  /** What a form is tried with before it is kept. */
  readonly sample: TemplateData;
  /** A form to begin with; null where none is offered. */
  readonly blank: OfficeDocument | null;
}

export const TEMPLATE_PROBLEMS = [
  'tagNotClosed',
  'tagNotOpened',
  'listNotClosed',
  'listNotOpened',
  'listClosedByAnother',
  'tagUnknown',
  'listExpected',
  'textExpected',
  'tagOutsideList',
  'tagKindUnknown',
  'noTags',
  'templateBroken',
] as const;
export type TemplateProblemCode = (typeof TEMPLATE_PROBLEMS)[number];

export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  /** The tag as it stands in the form, without its braces; empty where there is none. */
  readonly tag: string;
  /** What was probably meant, the list it belongs to, or what closes it. */
  readonly other: string;
}
