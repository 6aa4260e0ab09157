/** The directive part of an order, and plans written as a list: numbered items, «Срок: …», and the addressee above them. */
import { oneLine } from './blocks.ts';
import { type Draft, type DraftSection, draft, type Field, warn } from './draft.ts';
import { fold } from './fold.ts';
import type { Line } from './lines.ts';
import { endsSentence, looksLikeDeadline, splitNumber, startsLower } from './looks.ts';
import type { Problem } from './model.ts';

const BEGINS =
  /^(?:п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в\s?а\s?ю|р\s?а\s?с\s?п\s?о\s?р\s?я\s?ж\s?а\s?ю\s?с\s?ь|обязываю|постановля(?:ю|ет)|рекомендую)\s*:?\s*$/u;
const ENDS =
  /^(?:приложени[ея](?!\p{L})|утвержд(?:аю|аем|ен|ена|ено)(?!\p{L})|"?дорожная карта|план мероприят|с приказом ознаком|лист ознаком|исполнитель|исп\.|согласован|(?:и\.? ?о\.? )?(?:начальник|директор|заведующ\S+|глава|министр|руководитель)(?!\p{L})[^:]*$)/u;
const TERM = /^сроки?(?: исполнени\S+| выполнени\S+| реализаци\S+| проведени\S+)?\s*[:\-–—.]?\s+/iu;
const RESPONSIBLE =
  /^(?:ответственн\S+(?: исполнител\S+| лиц\S+| за \S+)?|отв\.|исполнител[ьи])\s*(?:(?<=\.)|[:\-–—])\s*/iu;
const RESULT =
  /^(?:(?:ожидаем\S+ |планируем\S+ )?(?:результат\S*|итог)(?: \S+)?|подтверждение|форма (?:отч|представлени|завершени)\S*)\s*[:–—]\s*/iu;
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
    lines.flatMap(apart).filter(({ text }) => TERM.test(text)).length >= 2 &&
    lines.some(({ text }) => splitNumber(text).number !== null)
  );
}

/**
 * Headings among the items of a listed plan begin sections; the items of an order are one.
 *
 * @param problems takes the lines below the first item of a listed plan that belong to nothing.
 */
export function readDirective(
  lines: readonly Line[],
  title: string | null,
  problems: Problem[] = [],
): readonly DraftSection[] {
  const sections: DraftSection[] = [];
  let open: Line[] = [];
  let name = title;
  const flush = (): void => {
    const section = readItems(open, name, title === null ? problems : null);
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

/** @param problems null for an order, whose items have narrative among them. */
function readItems(lines: readonly Line[], title: string | null, problems: Problem[] | null): DraftSection {
  const section: DraftSection = { title, drafts: [] };
  let addressee = '';
  let item: Draft | null = null;
  let field: Field = 'text';
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
      field = 'text';
    } else if (item === null) continue;
    else if (TERM.test(text)) [item.deadline, field] = [ended(text.replace(TERM, '')), 'deadline'];
    else if (RESPONSIBLE.test(text)) [item.responsible, field] = [ended(text.replace(RESPONSIBLE, '')), 'responsible'];
    else if (RESULT.test(text)) [item.result, field] = [ended(text.replace(RESULT, '')), 'result'];
    else if (startsLower(text)) item[field] = `${item[field]} ${oneLine(text)}`;
    else if (/^[-–—•·*]/u.test(text)) item.text = `${item.text} ${oneLine(text)}`;
    else if (problems === null) item = null;
    else if (field === 'text' && !endsSentence(item.text)) item.text = `${item.text} ${oneLine(text)}`;
    else problems.push({ code: 'rowNotUnderstood', place, words: text.slice(0, 200) });
  }
  for (const one of section.drafts) complete(one);
  appointed(section.drafts);
  return section;
}

/** «… Срок: до 1 мая. Ответственный: … Результат: …» in one line is four. */
function apart({ text, place, bold }: Line): readonly Line[] {
  return text
    .split(
      /(?<=[.;)»]|\s)\s*(?=(?:Срок(?:и)?(?: исполнения| выполнения)?\s*[:–—-]|Ответственн\S+(?: исполнител\S+| лиц\S+)?\s*[:–—-]|Исполнител[ьи]\s*:|Отв\.\s*:|(?:Результат|(?:Ожидаемы|Планируемы)[йе] результат)\S*\s*:|Итог\s*:))/u,
    )
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
  return text
    .replace(/;\s*$/u, '')
    .replace(/(?<!(?:^|\s|\d)г|(?:^|[\s.])\p{Lu})\.\s*$/u, '')
    .trim();
}

/** Deadlines and parties that stand inside the sentence. */
function complete(one: Draft): void {
  one.deadline = one.deadline.replace(/,\s*$/u, '');
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
