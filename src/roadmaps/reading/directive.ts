/** The directive part of an order, and plans written as a list: numbered items, «Срок: …», and the addressee above them. */
import { oneLine } from './blocks.ts';
import { type Draft, type DraftSection, draft, warn } from './draft.ts';
import { fold } from './fold.ts';
import type { Line } from './lines.ts';
import { looksLikeDeadline, splitNumber, startsLower } from './looks.ts';

const BEGINS =
  /^(?:п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в\s?а\s?ю|р\s?а\s?с\s?п\s?о\s?р\s?я\s?ж\s?а\s?ю\s?с\s?ь|обязываю|постановля(?:ю|ет)|рекомендую)\s*:?\s*$/u;
const ENDS =
  /^(?:приложени[ея](?!\p{L})|утвержд(?:аю|аем|ен|ена|ено)(?!\p{L})|"?дорожная карта|план мероприят|с приказом ознаком|лист ознаком|исполнитель|исп\.|согласован|(?:и\.? ?о\.? )?(?:начальник|директор|заведующ\S+|глава|министр|руководитель)(?!\p{L})[^:]*$)/u;
const TERM = /^сроки?(?: исполнени\S+| выполнени\S+| реализаци\S+| проведени\S+)?\s*[:\-–—.]?\s+/iu;
const RESPONSIBLE = /^ответственн\S+(?: исполнител\S+| лиц\S+| за \S+)?\s*[:\-–—]\s*/iu;
const ADDRESSEE =
  /^(?:и\.? ?о\.? )?(?:руководител|директор|заместител|зам\.|начальник|заведующ|методист|ответственн\S+ (?:методист|специалист|за)|специалист|учител|педагог|классн|координатор|школьн\S+ координатор|председател|секретар|администрац|муниципальн\S+ координатор)/u;
const SECTION = /^(?:раздел|блок|направление|этап)\s|^[IVX]+\.\s/iu;
/** Acts that last; an appointment or an approval is made on one day, whatever year it is made for. */
const LASTING = /^(?:обеспечи|организова|осуществля|проводи|продолж|вести|обеспечива|принимать|реализов|использова)/u;
const PERIOD_AT_END =
  /(?:в|на) \d{4}\s?[/-]\s?(?:\d{4}|\d{2}) (?:учебном|учебный) год\p{L}*\.?$|в течение .{3,40}$|ежемесячно\.?$|ежеквартально\.?$|постоянно\.?$/iu;
const UNTIL =
  /(?:в срок\s+)?(?:не позднее|до)\s+\d{1,2}(?:[.\s]\s?(?:\d{1,2}|[а-я]+))(?:[.\s]+\d{4})?(?:\s?г(?:\.|ода)?)?/iu;

/** Where the directive part stands among the lines: [first item, line behind the last], or null. */
export function directiveSpan(lines: readonly Line[]): readonly [number, number] | null {
  const start = lines.findIndex(({ text }) => BEGINS.test(fold(text)));
  if (start === -1) return null;
  const length = lines.slice(start + 1).findIndex(({ text }) => ENDS.test(fold(text)));
  return [start, length === -1 ? lines.length : start + 1 + length];
}

/** A plan without a table whose items have deadlines in lines of their own. */
export function isListedPlan(lines: readonly Line[]): boolean {
  return (
    lines.filter(({ text }) => TERM.test(text)).length >= 2 &&
    lines.some(({ text }) => splitNumber(text).number !== null)
  );
}

/** Headings among the items of a listed plan begin sections; the items of an order are one. */
export function readDirective(lines: readonly Line[], title: string | null): readonly DraftSection[] {
  const sections: DraftSection[] = [];
  let open: Line[] = [];
  let name = title;
  const flush = (): void => {
    const section = readItems(open, name);
    if (section.drafts.length > 0 || sections.length === 0) sections.push(section);
    open = [];
  };
  for (const line of lines) {
    if (title === null && SECTION.test(line.text) && line.text.length < 200) {
      if (open.length > 0) flush();
      name = line.text;
    } else open.push(line);
  }
  flush();
  return sections.filter(({ drafts }, index) => drafts.length > 0 || (index === 0 && sections.length === 1));
}

function readItems(lines: readonly Line[], title: string | null): DraftSection {
  const section: DraftSection = { title, drafts: [] };
  let addressee = '';
  let item: Draft | null = null;
  for (const { text, place } of lines.flatMap(apart)) {
    const { number, rest } = splitNumber(text);
    if (number !== null) {
      const top = !number.includes('.');
      if (top) addressee = '';
      item = null;
      if (rest.endsWith(':') && ADDRESSEE.test(fold(rest)) && rest.length < 240) {
        addressee = rest.replace(/\s*:$/u, '');
        continue;
      }
      item = draft(place, { number, text: rest, responsible: nominative(addressee) });
      section.drafts.push(item);
    } else if (item === null) continue;
    else if (TERM.test(text)) item.deadline = ended(text.replace(TERM, ''));
    else if (RESPONSIBLE.test(text)) item.responsible = ended(text.replace(RESPONSIBLE, ''));
    else if (startsLower(text) || /^[-–—•·*]/u.test(text)) item.text = `${item.text} ${oneLine(text)}`;
    else item = null;
  }
  for (const one of section.drafts) complete(one);
  appointed(section.drafts);
  return section;
}

/** «… Срок: до 1 мая. Ответственный: …» in one line is three. */
function apart({ text, place, bold }: Line): readonly Line[] {
  return text
    .split(/(?<=[.;)»]|\s)\s*(?=(?:Срок(?:и)?(?: исполнения| выполнения)?\s*[:–—-]|Ответственн\S+\s*[:–—-]))/u)
    .map((part) => ({ text: part.trim(), place, bold }))
    .filter((part) => part.text !== '');
}

/** «2. Назначить ответственным …» and «2.1. Подготовить отчёт»: the one appointed does it. */
function appointed(drafts: readonly Draft[]): void {
  for (const one of drafts) {
    if (one.responsible !== '' || one.number === null) continue;
    const above = one.number.replace(/\.\d+$/u, '');
    const parent = drafts.find(({ number }) => number === above);
    if (parent === undefined || parent === one || !fold(parent.text).startsWith('назначить ответственн')) continue;
    one.responsible = parent.responsible;
    if (one.responsible !== '') warn(one, 'inherited', 'responsible');
  }
}

function ended(text: string): string {
  return text.replace(/(?<!(?:^|\s|\d)г|(?:^|[\s.])\p{Lu})\.\s*$/u, '').trim();
}

/** Deadlines and parties that stand inside the sentence. */
function complete(one: Draft): void {
  if (one.deadline === '') {
    const words =
      UNTIL.exec(one.text)?.[0] ?? (LASTING.test(fold(one.text)) ? PERIOD_AT_END.exec(one.text)?.[0] : undefined);
    const deadline = words === undefined ? '' : ended(words);
    if (deadline !== '' && looksLikeDeadline(deadline)) {
      one.deadline = deadline;
      warn(one, 'deadlineFromText', deadline);
    }
  }
  if (one.responsible !== '') return;
  const charged = /(?:возложить|возлагаю) на\s+(.+)$/u.exec(one.text)?.[1];
  const named = /^назначить\s.*?(?:,\s*|\s)(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\.\s?\p{Lu}\.(?:,?\s.*)?)$/u.exec(
    one.text.replace(/^Н/u, 'н'),
  )?.[1];
  const asked = ADDRESSEE.test(fold(one.text))
    ? /^(.{5,120}?)\s+\p{Ll}+(?:ть|ти|чь|ться)(?!\p{L})/u.exec(one.text)?.[1]
    : undefined;
  if (charged !== undefined) one.responsible = ended(charged);
  else if (named !== undefined) one.responsible = ended(named);
  else if (asked !== undefined) one.responsible = nominative(asked);
}

const DATIVES: readonly (readonly [RegExp, string])[] = [
  [/^классным руководителям(?!\p{L})/iu, 'Классные руководители'],
  [/^классному руководителю(?!\p{L})/iu, 'Классный руководитель'],
  [/^(школьн|муниципальн)ому координатору(?!\p{L})/iu, '$1ый координатор'],
  [/^педагогу-психологу(?!\p{L})/iu, 'Педагог-психолог'],
  [/^заведующему(?!\p{L})/iu, 'Заведующий'],
  [/^заведующим(?!\p{L})/iu, 'Заведующие'],
  [/^секретарю(?!\p{L})/iu, 'Секретарь'],
  [/^учителям-предметникам(?!\p{L})/iu, 'Учителя-предметники'],
  [/^(руководител|заместител|преподавател)ям(?!\p{L})/iu, '$1и'],
  [/^(учител)ям(?!\p{L})/iu, '$1я'],
  [/^(руководител|заместител|председател|учител)ю(?!\p{L})/iu, '$1ь'],
  [/^(директор)ам(?!\p{L})/iu, '$1а'],
  [/^(педагог|начальник)ам(?!\p{L})/iu, '$1и'],
  [/^(методист|специалист|координатор)ам(?!\p{L})/iu, '$1ы'],
  [/^(директор|начальник|методист|специалист|координатор|педагог)у(?!\p{L})/iu, '$1'],
];

/** «Руководителям ОО» is who has to do it: «Руководители ОО». Only the first word; the rest stays as printed. */
function nominative(text: string): string {
  for (const [ending, form] of DATIVES) if (ending.test(text)) return text.replace(ending, form);
  return text;
}
