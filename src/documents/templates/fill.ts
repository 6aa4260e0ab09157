/** Fills a form of Word: text only, no expressions, nothing of the data is read as markup. Every mistake of a form is listed at once. */
import Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';
import type { Language } from '#src/platform/errors.ts';
import { distance } from '#src/platform/terminal/nearest.ts';
import { refuseDocument } from '../errors.ts';
import { settled } from '../settled.ts';
import { printable } from '../words.ts';
import type { TemplateData, TemplateProblem, TemplateProblemCode, TemplateTag } from './model.ts';
import { openTemplate } from './open.ts';
import { templateProblemInWords } from './text.ts';

interface Check {
  readonly problems: readonly TemplateProblem[];
  /** Names of the tags that the form uses, in the order in which they are met. */
  readonly used: readonly string[];
}

/** @throws Refusal when the file is no form at all; mistakes in the form are the answer. */
export async function checkTemplate(template: Uint8Array, tags: readonly TemplateTag[]): Promise<Check> {
  const { problems, used } = prepare(await openTemplate(template), tags);
  return { problems, used };
}

/**
 * @param day ISO day for the properties of the file.
 * @throws Refusal of documents/errors.ts; `templateProblems` where the form has mistakes.
 */
export async function fillTemplate(
  template: Uint8Array,
  data: TemplateData,
  { tags, day, language }: { readonly tags: readonly TemplateTag[]; readonly day: string; readonly language: Language },
): Promise<Uint8Array> {
  const { engine, problems } = prepare(await openTemplate(template), tags);
  if (engine === null || problems.length > 0) throw refuseProblems(problems, language);
  try {
    engine.render(cleaned(data));
  } catch (error) {
    throw refuseProblems(problemsOf(error), language);
  }
  return settled(engine.getZip().generate({ type: 'uint8array' }), day);
}

function refuseProblems(problems: readonly TemplateProblem[], language: Language): Error {
  const first = problems[0] === undefined ? '' : templateProblemInWords(problems[0], language);
  return refuseDocument('templateProblems', { count: problems.length, first });
}

function prepare(zip: PizZip, tags: readonly TemplateTag[]): Check & { readonly engine: Docxtemplater | null } {
  const parsed: unknown[] = [];
  let engine: Docxtemplater;
  try {
    engine = new Docxtemplater(zip, {
      modules: [
        {
          name: 'tags of the form',
          set: ({ inspect }: { inspect?: { postparsed?: unknown[] } }) => parsed.push(...(inspect?.postparsed ?? [])),
        },
      ],
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
      // Only what the data itself holds: no prototypes, no expressions. A value of an outer list is found by the engine.
      parser: (tag) => ({ get: (scope) => (isData(scope) && Object.hasOwn(scope, tag) ? scope[tag] : undefined) }),
      nullGetter: () => '',
    });
  } catch (error) {
    return { engine: null, problems: problemsOf(error), used: [] };
  }
  const found = partsOf(parsed);
  const used: string[] = [];
  const problems: TemplateProblem[] = [];
  inspectParts(found, [tags], { used, problems });
  if (used.length === 0 && problems.length === 0) problems.push({ code: 'noTags', tag: '', other: '' });
  return { engine, problems, used };
}

interface FoundTag {
  readonly value: string;
  readonly kind: 'text' | 'list' | 'other';
  readonly inside: readonly FoundTag[];
}

function partsOf(parts: unknown): readonly FoundTag[] {
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((part: unknown): readonly FoundTag[] => {
    if (!isRecord(part) || part.type !== 'placeholder' || typeof part.value !== 'string') return [];
    const module = typeof part.module === 'string' ? part.module : '';
    const inside = partsOf(part.subparsed);
    const kind = module === '' ? 'text' : module === 'loop' && part.inverted !== true ? 'list' : 'other';
    return [{ value: part.value, kind, inside }];
  });
}

/** @param scopes lists of tags that may be named here, the innermost last. */
function inspectParts(
  parts: readonly FoundTag[],
  scopes: readonly (readonly TemplateTag[])[],
  report: { readonly used: string[]; readonly problems: TemplateProblem[] },
): void {
  const say = (code: TemplateProblemCode, tag: string, other = ''): void => {
    if (!report.problems.some((each) => each.code === code && each.tag === tag))
      report.problems.push({ code, tag, other });
  };
  for (const { value, kind, inside } of parts) {
    const known = scopes.flat().find(({ name }) => name === value);
    if (kind === 'other') say('tagKindUnknown', value);
    else if (known === undefined) {
      const list = listWith(scopes[0], value);
      if (list === null) say('tagUnknown', value, probably(value, scopes[0]));
      else say('tagOutsideList', value, list);
    } else if (kind === 'list' && known.inside === undefined) say('textExpected', value);
    else if (kind === 'text' && known.inside !== undefined) say('listExpected', value);
    else {
      if (!report.used.includes(value)) report.used.push(value);
      inspectParts(inside, [...scopes, known.inside ?? []], report);
    }
  }
}

/** The list that a tag belongs to. */
function listWith(tags: readonly TemplateTag[], name: string): string | null {
  for (const tag of tags) {
    if (tag.inside?.some((each) => each.name === name)) return tag.name;
    const deeper = tag.inside === undefined ? null : listWith(tag.inside, name);
    if (deeper !== null) return deeper;
  }
  return null;
}

/** Slips of the finger in a tag that are still taken for it. */
const MOST_SLIPS = 3;

function probably(typed: string, tags: readonly TemplateTag[]): string {
  const names = allNames(tags);
  const [best] = names
    .map((name) => ({ name, slips: distance(typed.toLowerCase(), name) }))
    .toSorted((a, b) => a.slips - b.slips);
  return best !== undefined && best.slips <= Math.min(MOST_SLIPS, Math.ceil(typed.length / 3)) ? best.name : '';
}

function allNames(tags: readonly TemplateTag[]): readonly string[] {
  return tags.flatMap(({ name, inside }) => [name, ...allNames(inside ?? [])]);
}

const CODES: Readonly<Record<string, TemplateProblemCode>> = {
  unclosed_tag: 'tagNotClosed',
  duplicate_open_tag: 'tagNotClosed',
  unopened_tag: 'tagNotOpened',
  duplicate_close_tag: 'tagNotOpened',
  unclosed_loop: 'listNotClosed',
  unopened_loop: 'listNotOpened',
  closing_tag_does_not_match_opening_tag: 'listClosedByAnother',
};

function problemsOf(error: unknown): readonly TemplateProblem[] {
  const properties = isRecord(error) && isRecord(error.properties) ? error.properties : {};
  const errors = Array.isArray(properties.errors) ? properties.errors : [error];
  return errors.map((one: unknown): TemplateProblem => {
    const details = isRecord(one) && isRecord(one.properties) ? one.properties : null;
    if (details === null) throw error;
    const code = CODES[String(details.id)] ?? 'templateBroken';
    if (code === 'listClosedByAnother') {
      return { code, tag: nameIn(details.openingtag), other: nameIn(details.closingtag) };
    }
    return { code, tag: nameIn(details.xtag), other: code === 'templateBroken' ? String(details.id ?? '') : '' };
  });
}

/** Longest piece of a form that is quoted back. */
const LONGEST_QUOTE = 60;

function nameIn(tag: unknown): string {
  return typeof tag === 'string'
    ? tag
        .replace(/^[{#/]+|[}]+$/gu, '')
        .trim()
        .slice(0, LONGEST_QUOTE)
    : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' || typeof value === 'function') && value !== null;
}

function isData(value: unknown): value is TemplateData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Characters that XML cannot hold may not reach the form. */
function cleaned(data: TemplateData): TemplateData {
  return Object.fromEntries(
    Object.entries(data).map(([tag, value]) => [
      tag,
      typeof value === 'string' ? printable(value) : value.map(cleaned),
    ]),
  );
}
