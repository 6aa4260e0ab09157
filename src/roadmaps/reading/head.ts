/** Title, organisation, approval and school year of a plan, from the lines around its table. */
import { isDay, iso } from '../deadline/days.ts';
import { monthOf } from '../deadline/words.ts';
import { fold } from './fold.ts';
import { joinLines } from './hyphens.ts';
import type { Line } from './lines.ts';
import type { Approval } from './model.ts';

const APPROVED =
  /^"?утвержд(?:аю|аем|ен|ена|ено|ены)(?!\p{L})|^приложени[ея].{0,12}к (?:приказу|распоряжению|постановлению)|^к (?:приказу|распоряжению)/u;
/** «(принят педсоветом, утверждён приказом от … № …)» under a title. */
const APPROVED_IN = /^\(.*утвержд(?:ен|ена|ено|ены) (?:приказом|распоряжением|постановлением)/u;
const TITLE =
  /^["']?(?:план(?:[ -]график)?(?: |$|-)|планы? |дорожная карта|"дорожная карта|циклограмма |комплекс(?:ный план| мер| мероприят)|программа |муниципальн\S+ (?:план|дорожная)|школьн\S+ (?:план|дорожная)|перечень мероприят|система мер|мероприятия .*20\d\d)/u;
const ORGANISATION =
  /^\(?(?:(?:муниципальн\S+|государственн\S+|краев\S+|областн\S+|частн\S+)\s.*(?:учрежден|организац)|(?:управлени[ея]|министерств|комитет|департамент|отдел) .*(?:образован|просвещен)|(?:управление образования|отдел образования)|(?:мбоу|маоу|моу|мкоу|гбоу|гау|мбу|мку|маудо|чоу|школа|гимназия|лицей)(?!\p{L}))/u;
const ORDER_HEAD = /^(?:от\s+)?["«]?\s*\d{1,2}/u;
const SIGNATURE =
  /^(?:и\. ?о\. )?(?:директор|начальник|заведующ\p{L}+|руководитель|глава|министр|председатель)(?!\p{L})/u;
const IS_ORDER = /^п\s?р\s?и\s?к\s?а\s?з(?!\p{L})|^распоряжение(?!\p{L})/u;
/** Notes that stand beside a title and are no part of it. */
const BESIDE =
  /^["(]?(?:утвержд|согласован|принят|рассмотрен|приложени|к приказу|к распоряжению|протокол|приказ|сроки? реализации)/u;
const NEAR = 9;

export interface Head {
  readonly title: string | null;
  readonly organisation: string | null;
  readonly approval: Approval;
}

export function headOf(lines: readonly Line[]): Head {
  const at = lines.findLastIndex(
    ({ text }) => (APPROVED.test(fold(text)) || APPROVED_IN.test(fold(text))) && text.length < 300,
  );
  const approval = at === -1 ? orderHead(lines) : signedBy(approvalOf(blockFrom(lines, at)), lines.slice(0, at));
  const behind = titleFrom(lines, at === -1 ? 0 : at);
  const title = behind ?? titleFrom(lines, 0) ?? aboutOf(lines);
  return { title, organisation: organisationOf(lines, title, approval), approval };
}

/** An office signs by its head. */
const OFFICES = /^(?:отдел|управление|комитет|департамент|министерство|администрация)(?!\p{L})/u;

/** «Приложение к приказу от … № …», «к приказу отдела образования» name nobody: the order above is signed. */
function signedBy(approval: Approval, above: readonly Line[]): Approval {
  const office = approval.by !== null && OFFICES.test(fold(approval.by));
  if ((approval.by !== null && !office) || !above.some(({ text }) => IS_ORDER.test(fold(text)))) return approval;
  return { ...approval, by: signatureIn(above) ?? approval.by };
}

function signatureIn(lines: readonly Line[]): string | null {
  const at = lines.findLastIndex(({ text }) => SIGNATURE.test(fold(text)) && text.length < 200);
  if (at === -1) return null;
  // The name stands in a cell of its own.
  const next = lines[at + 1]?.text ?? '';
  const name = /^(?:\p{Lu}\.\s?){1,2}\p{Lu}\p{Ll}+$|^\p{Lu}\p{Ll}+\s\p{Lu}\.\s?\p{Lu}\.$/u.test(next) ? ` ${next}` : '';
  return `${lines[at].text}${name}`.replace(/[\s_]+/gu, ' ').trim();
}

/** The lines of the approving note, up to the title. */
function blockFrom(lines: readonly Line[], at: number): readonly string[] {
  const block: string[] = [];
  for (const { text } of lines.slice(at, at + NEAR)) {
    const words = fold(text);
    if (block.length > 0 && (TITLE.test(words) || /^(?:согласован|принят|рассмотрен)/u.test(words))) break;
    block.push(
      block.length === 0 && APPROVED_IN.test(words) ? text.slice(Math.max(0, text.search(/утвержд/iu))) : text,
    );
  }
  return block;
}

const DATE = String.raw`["«]?\s*(\d{1,2})\s*["»]?[.\s]+(\d{1,2}|\p{L}{3,9})[.\s]+(\d{4})`;
const NUMBER = String.raw`(?:№|N)\s*([\p{L}\d][\p{L}\d/\-–.]*)`;

function approvalOf(block: readonly string[]): Approval {
  const text = block.join('\n').replace(/_{2,}/gu, ' ');
  const beside =
    new RegExp(`${NUMBER}\\s*от\\s*${DATE}`, 'iu').exec(text)?.[1] ??
    new RegExp(`${DATE}\\s*(?:г(?:ода?)?\\.?)?\\s*,?\\s*${NUMBER}`, 'iu').exec(text)?.[4] ??
    new RegExp(`(?:приказ|распоряжени|постановлени)\\p{L}*\\s*${NUMBER}`, 'iu').exec(text)?.[1];
  return { by: approvedBy(block), order: beside?.replace(/[.,]+$/u, '') ?? null, date: dateIn(text) };
}

function dateIn(text: string): string | null {
  const match = new RegExp(DATE, 'iu').exec(text);
  if (match === null) return null;
  const [, day, month, year] = match;
  const number = /^\d+$/u.test(month) ? Number(month) : monthOf(fold(month));
  if (number === null || !isDay(Number(year), number, Number(day))) return null;
  return iso(Number(year), number, Number(day));
}

const GENITIVES: readonly (readonly [RegExp, string])[] = [
  [/^(директор|начальник|министр)а(?!\p{L})/iu, '$1'],
  [/^(руководител|заместител|председател)я(?!\p{L})/iu, '$1ь'],
  [/^глав[ыой]+(?!\p{L})/iu, 'глава'],
  [/^(отдел|комитет|департамент)а(?!\p{L})/iu, '$1'],
  [/^управления(?!\p{L})/iu, 'управление'],
  [/^министерства(?!\p{L})/iu, 'министерство'],
  [/^администрации(?!\p{L})/iu, 'администрация'],
  [/^заведующего(?!\p{L})/iu, 'заведующий'],
  [/^заведующей(?!\p{L})/iu, 'заведующая'],
];

function approvedBy(block: readonly string[]): string | null {
  const text = block.join(' ').replace(/_{2,}/gu, ' ').replace(/\s+/gu, ' ');
  const order =
    /(?:приказом|распоряжением|постановлением|к приказу|к распоряжению)\s+(.+?)\s*(?=(?:от\s|№|N\s|$))/iu.exec(
      text,
    )?.[1];
  if (order !== undefined && /\p{L}{3}/u.test(order) && !/^к\s/u.test(order)) {
    for (const [ending, form] of GENITIVES) if (ending.test(order)) return order.replace(ending, form);
    return order.replace(/^по\s+/u, '');
  }
  const own: string[] = [];
  for (const line of block) {
    const words = fold(line);
    if (
      /^(?:(?:к\s+)?(?:приказ|распоряж|постановл)|протокол|от\s|["«]?\s*\d)/u.test(words) ||
      words.startsWith('приложени')
    ) {
      if (own.length > 0) break;
      continue;
    }
    const rest = line
      .replace(/^["«]?утвержд\p{L}+["»]?[\s:.]*/iu, '')
      .replace(/_{2,}/gu, ' ')
      .replace(/[/\\]/gu, ' ');
    if (/\p{L}/u.test(rest)) own.push(rest.replace(/\s+/gu, ' ').trim());
  }
  return (
    own
      .join(' ')
      .replace(/\s*\(?(?:приказ|распоряжение|протокол).*$/iu, '')
      .replace(/^(?:решением|на заседании)\s+педагогического совета/iu, 'педагогический совет')
      .trim() || null
  );
}

/** «02.11.2023 № 429» under the word ПРИКАЗ, where no note of approval stands. */
function orderHead(lines: readonly Line[]): Approval {
  const order = lines.findIndex(({ text }) => IS_ORDER.test(fold(text)));
  if (order === -1) return { by: null, order: null, date: null };
  const near = lines.slice(Math.max(0, order - 3), order + 5).map(({ text }) => text);
  const block = near.filter((text) => ORDER_HEAD.test(text) || /№/u.test(text));
  return { ...approvalOf(block), by: signatureIn(lines.slice(order)) };
}

function titleFrom(lines: readonly Line[], from: number): string | null {
  const at = lines.findIndex(({ text }, index) => index >= from && TITLE.test(fold(text)) && text.length < 400);
  if (at === -1) return null;
  const parts = [lines[at].text];
  for (const { text } of lines.slice(at + 1, at + 6)) {
    const goesOn =
      /^["«(]?\p{Ll}/u.test(text) ||
      /^(?:на|в) \d{4}/u.test(text) ||
      /(?:\s(?:на|в|во|и|по|об|для|за|с|к)|[–-])$/u.test(parts.at(-1)!) ||
      (/^[\P{Ll}]+$/u.test(text) && !/^\d/u.test(text) && /^[\P{Ll}]+$/u.test(parts[0]));
    if (!goesOn || BESIDE.test(fold(text)) || text.length > 300 || text.endsWith(':')) break;
    parts.push(text);
  }
  return parts.reduce(joinLines);
}

function aboutOf(lines: readonly Line[]): string | null {
  const about = lines.filter(({ text }) => /^об?\s\p{L}/u.test(fold(text)) && text.length < 400);
  return (about.find(({ text }) => /план|дорожн/u.test(fold(text))) ?? about[0])?.text ?? null;
}

function organisationOf(lines: readonly Line[], title: string | null, { by }: Approval): string | null {
  const at = lines.findIndex(({ text }) => ORGANISATION.test(fold(text)) && text.length < 250);
  if (at !== -1 && at < 40) {
    // «АДМИНИСТРАЦИЯ ГОРОДСКОГО ОКРУГА …» above «КОМИТЕТ ПО ОБРАЗОВАНИЮ»: whose committee it is.
    const above = at > 0 && /^администрация(?!\p{L})/u.test(fold(lines[at - 1].text)) ? [lines[at - 1].text] : [];
    const parts = [...above, lines[at].text];
    for (const { text } of lines.slice(at + 1, at + 5)) {
      const words = fold(text);
      const goesOn =
        /^["«(]/u.test(text) || /^\p{Ll}/u.test(text) || (/^[^\p{Ll}]+$/u.test(text) && /^[^\p{Ll}]+$/u.test(parts[0]));
      if (!goesOn || TITLE.test(words) || BESIDE.test(words) || IS_ORDER.test(words) || words.startsWith('распоряж'))
        break;
      parts.push(text);
    }
    return quotesClosed(
      unbracketed(parts.join(' ')).replace(/,?\s*(?:на |в )?20\d{2}\s?[/-]\s?(?:20)?\d{2}\s.*$/u, ''),
    );
  }
  const school = String.raw`(?:МБОУ|МАОУ|МОУ|МКОУ|ГБОУ|МБУ|гимнази\p{L}+|лице\p{L}+|школ\p{L}+|СОШ)`;
  for (const text of [by, title]) {
    const found =
      text === null
        ? null
        : new RegExp(`(?<!\\p{L})(${school}\\s(?:«[^»]{3,80}»|.*?(?:№\\s?\\d+|[»"])))`, 'iu').exec(text)?.[1];
    if (found) return quotesClosed(found);
  }
  return null;
}

/** «МБОУ «Средняя школа № 7» was cut before its last quote; «МБОУ «Гимназия «Росток»» closes both by one, as printed. */
function quotesClosed(name: string): string {
  return name.lastIndexOf('«') > name.lastIndexOf('»') ? `${name}»` : name;
}

/** «(МБОУ «Школа»)» under a title. */
function unbracketed(text: string): string {
  return /^\(.*\)$/u.test(text) ? text.slice(1, -1).trim() : text;
}

/** Year of the 1 September in «2023/2024 учебный год», «2023 - 2024 году»; null where two years in a row are not named. */
export function schoolYearIn(text: string): number | null {
  for (const match of text.matchAll(/(?<!\d)(20\d{2})\s*(?:[/\\–—-]|и)\s*(20\d{2}|\d{2})(?!\d)/gu)) {
    const start = Number(match[1]);
    if (Number(match[2].slice(-2)) === (start + 1) % 100) return start;
  }
  return null;
}
