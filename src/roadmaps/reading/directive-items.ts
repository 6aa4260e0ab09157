/** Items of a directive part or of a listed plan: measures with the addressee above them, their deadlines and their people. */
import { isAct, isAddressee, nominative } from './addressees.ts';
import { oneLine } from './blocks.ts';
import { type Draft, type DraftSection, draft, type Field, warn } from './draft.ts';
import { fold } from './fold.ts';
import { ended, isDeadlineLine, labelled, linesApart } from './item-lines.ts';
import type { Line } from './lines.ts';
import { endsSentence, looksLikeDeadline, splitNumber, startsLower } from './looks.ts';
import type { Problem } from './model.ts';

/** Acts that last; an appointment or an approval is made on one day, whatever year it is made for. */
const LASTING = /^(?:обеспечи|организова|осуществля|проводи|продолж|вести|обеспечива|принимать|реализов|использова)/u;
const PERIOD_AT_END =
  /(?:в|на) \d{4}\s?[/-]\s?(?:\d{4}|\d{2}) (?:учебном|учебный) год\p{L}*\.?$|в течение .{3,40}$|ежемесячно\.?$|ежеквартально\.?$|постоянно\.?$/iu;
/** «Ежеквартально представлять …» */
const EVERY_AT_START = /^(?:ежемесячно|ежеквартально|еженедельно|ежедневно|ежегодно|постоянно)(?=\s)/iu;
/** «Техническому специалисту Н. Н. разместить …» */
const DATIVE = /^\p{Lu}\p{Ll}+(?:ому|ему|ым|им|ам|ям)\s+\p{L}/u;
const UNTIL =
  /(?:в срок\s+)?(?:не позднее|до)\s+\d{1,2}(?:[.\s]\s?(?:\d{1,2}|[а-я]+))(?:[.\s]+\d{4})?(?:\s?г(?:\.|ода)?)?/iu;

const BULLET = /^[-–—•·*▪]\s*/u;

/** @param problems takes the lines that belong to nothing; null for an order, whose items have narrative among them. */
export function readItems(lines: readonly Line[], title: string | null, problems: Problem[] | null): DraftSection {
  const section: DraftSection = { title, drafts: [] };
  const parts = lines.flatMap(linesApart);
  let addressee = '';
  let item: Draft | null = null;
  let field: Field = 'text';
  const begun = (place: Draft['place'], number: string | null, text: string): Draft => {
    const one = draft(place, { number, text, responsible: nominative(addressee) });
    section.drafts.push(one);
    return one;
  };
  for (const [index, { text, place }] of parts.entries()) {
    const { number, rest } = splitNumber(text);
    const label = labelled(text);
    if (number !== null) {
      if (!number.includes('.')) addressee = '';
      item = null;
      if (isHead(rest, number, parts.slice(index + 1))) {
        if (isAddressee(rest) || !isAct(rest)) addressee = rest.replace(/\s*:$/u, '');
      } else [item, field] = [begun(place, number, rest), 'text'];
    } else if (BULLET.test(text) && isDeadlineLine(parts[index + 1]?.text ?? ''))
      [item, field] = [begun(place, null, text.replace(BULLET, '').replace(/[;,]\s*$/u, '')), 'text'];
    else if (item === null) continue;
    else if (label !== null) [item[label.field], field] = [label.words, label.field];
    else if (startsLower(text)) item[field] = `${item[field]} ${oneLine(text)}`;
    else if (BULLET.test(text)) item.text = `${item.text} ${oneLine(text)}`;
    else if (problems === null) item = null;
    else if (field === 'text' && !endsSentence(item.text)) item.text = `${item.text} ${oneLine(text)}`;
    else problems.push({ code: 'rowNotUnderstood', place, words: text.slice(0, 200) });
  }
  for (const one of section.drafts) complete(one);
  appointed(section.drafts);
  return section;
}

const LONGEST_HEAD = 240;

/** «2. Руководителям ОО:» is no measure: those below it are, and it says whose. */
function isHead(text: string, number: string, below: readonly Line[]): boolean {
  if (!text.endsWith(':') || text.length >= LONGEST_HEAD) return false;
  if (isAddressee(text)) return true;
  const next = below.map((line) => splitNumber(line.text).number).find((each) => each !== null);
  return next !== undefined && next.startsWith(`${number}.`);
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

/** Deadlines and parties that stand inside the sentence. */
function complete(one: Draft): void {
  one.deadline = one.deadline.replace(/,\s*$/u, '');
  if (one.deadline === '') {
    const words =
      UNTIL.exec(one.text)?.[0] ??
      EVERY_AT_START.exec(one.text)?.[0] ??
      (LASTING.test(fold(one.text)) ? PERIOD_AT_END.exec(one.text)?.[0] : undefined);
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
  const asked =
    isAddressee(one.text) || DATIVE.test(one.text)
      ? /^(.{5,120}?)\s+\p{Ll}+(?:ть|ти|чь|ться)(?!\p{L})/u.exec(one.text)?.[1]
      : undefined;
  if (charged !== undefined) one.responsible = ended(charged);
  else if (named !== undefined) one.responsible = ended(named);
  else if (asked !== undefined) one.responsible = nominative(asked.replace(UNTIL, ' ').replace(/\s+/gu, ' ').trim());
}
