/** Who is responsible: a cell of posts, persons and organisations taken apart. What cannot be told apart stays one post. */
import { tidy } from './blocks.ts';
import { fold } from './fold.ts';
import type { Party } from './model.ts';

/** A party begins with such a word in the nominative; after another word of a party's name it is a part of that name. */
const POST =
  '(?:директора?|зам\\.?|заместител[ьи]|руководител[ьи]|учител[ья](?:-предметник\\p{L}?)?|педагог(?:и|и-психологи|-психолог|и-предметники)?|классн(?:ый|ые)|кл\\. ?рук\\p{L}*|координатор\\p{L}*|школьн(?:ый|ые) координатор\\p{L}*|муниципальн(?:ый|ые) координатор\\p{L}*|методист\\p{L}{0,1}|психолог|администрация|ответственн(?:ый|ые)|председател[ьи]|начальник|специалист\\p{L}{0,1}|главн(?:ый|ые) специалист\\p{L}{0,1}|организатор\\p{L}{0,1}|секретарь|завуч\\p{L}{0,1}|заведующ(?:ий|ая|ие)|социальн(?:ый|ые) педагог\\p{L}{0,1}|куратор\\p{L}{0,1}|эксперт\\p{L}{0,1}|тьютор\\p{L}{0,1}|рабочая группа|общественные наблюдатели|библиотекарь|члены?|наставник\\p{L}{0,1}|администратор\\p{L}{0,2}|рук\\.|руководство|методсовет|совет|комисси[яи]|предметн(?:ая|ые) комисси[яи]|служба|методическая служба|завхоз|воспитател[ьи]|логопед\\p{L}{0,1}|дефектолог\\p{L}{0,1}|инженер\\p{L}{0,1}|учредитель|родители|технический специалист|и\\. ?о\\.)';
const ORGANISATION =
  '(?:управление|министерство|отдел|комитет|департамент|муниципальное|государственное|мбоу|мбу|мку|маоу|мкоу|моу|гбоу|гбу|гау|гаудпо|гбудпо|кгбу|кгаоу|имц|цпо|иро|рцои|рцоко|рмо|шмо|гмо|методическ(?:ая служба|ие объединения)|муниципальная \\p{L}+ служба|оо|оу|ооо|общеобразовательные организации|школы|школа|гимназия|лицей)';
const STARTS = new RegExp(`^(?:${POST}|${ORGANISATION})(?![\\p{L}-])`, 'iu');
const STARTS_WITH_POST = new RegExp(`^${POST}(?![\\p{L}-])`, 'iu');
/** An adjective waits for its noun: «классные» above «руководители». */
const WAITS = /(?:^|[\s,])\p{L}+(?:ый|ий|ой|ая|яя|ое|ые|ие|ого|их|ых|но-)$/u;
const IS_ORGANISATION = new RegExp(`^(?:${ORGANISATION})(?![\\p{L}-])`, 'iu');
const SHORT_ORGANISATION = /(?:^|\s)((?:ОО|ОУ|ООО|ИМЦ|РМК|ММС|ИРО|МБОУ|МАОУ|МОУ|МБУ|МКУ|ГБОУ)(?:\s.*)?)$/u;
/** Unions of teachers and councils inside a school: no organisations, and a part of the post that leads them. */
const UNION = /^(?:РМО\/ШМО|ШМО\/РМО|ШМО|РМО|ГМО|МО|ШМК|ПМПк|ППк)(?![\p{L}-])/u;
/** «Директор В. В. Небывалов»: a post before initials is no surname. */
const PERSON =
  /((?!(?:Директор|Начальник|Завед|Председател|Руководител|Методист|Завуч|Учител|Педагог|Психолог|Координатор|Секретар|Специалист|Заместител|Эксперт|Куратор|Глава|Министр|Администратор)\p{Ll}*\s)\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?\p{Lu}\.|\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:вич|вна|ична|ьич|вича|вне|вну|вной))/u;
const ENDS_WITH_PERSON = new RegExp(`${PERSON.source}$`, 'u');
/** A post of many, without the place where they work. */
const PLURAL =
  /^(?:руководители|педагоги|учителя|учителя-предметники|администрация|заместители|директора|методисты|эксперты)$/iu;
/** Lists of a plan are short; a longer cell is a text in the wrong column. */
const MOST = 40;

/** Whether a line begins with the post or the organisation of a party. */
export function beginsParty(line: string): boolean {
  return STARTS.test(fold(line));
}

/** Whether a line in small letters begins with a post of its own, and not with a part of the name above. */
export function beginsPostInSmall(above: string, line: string): boolean {
  return STARTS_WITH_POST.test(fold(line)) && !/^(?:директора|учителя)(?!\p{L})/u.test(line) && !WAITS.test(above);
}

/** Whether a line ends with somebody's name. */
export function endsWithPerson(line: string): boolean {
  return ENDS_WITH_PERSON.test(line);
}

export function parties(text: string): readonly Party[] {
  const found: Party[] = [];
  for (const piece of pieces(text).slice(0, MOST)) {
    const party = partyOf(piece);
    const last = found.at(-1);
    // «Директор школы» above «Иванова И. И.»: a name in a line of its own belongs to the post above it.
    if (
      party.post === null &&
      party.organisation === null &&
      last !== undefined &&
      last.person === null &&
      last.post !== null
    ) {
      found[found.length - 1] = { ...last, person: party.person };
    } else found.push(party);
  }
  return found;
}

function pieces(text: string): readonly string[] {
  const list: string[] = [];
  for (const line of glued(text).map((each) => each.replace(/(?<=\p{L}{2})\.$/u, ''))) {
    for (const part of line.split(/[,;](?![^«(]*[»)]|(?<=\d,)\s?\d)|\s\+\s/u)) {
      if (part.trim() === '') continue;
      const last = list.at(-1);
      // «ООО, находящиеся в зоне риска», «в аудиториях, вне аудиторий»: no new party begins with such words.
      const goesOn = last !== undefined && /^\s*\p{Ll}/u.test(part) && !STARTS.test(fold(part));
      if (goesOn && /\p{L}{3}/u.test(part)) list[list.length - 1] = `${last}, ${part.trim()}`;
      else list.push(...atStarts(part).flatMap(persons));
    }
  }
  return list
    .map((part) => part.replace(/^[\s.,;:–-]+|[\s,;:–-]+$|(?<=\p{L}{2})\.\s*$/gu, '').trim())
    .filter((part) => /\p{L}/u.test(part));
}

/** «А. А. Небывалова Б. Б. Выдумкин»: nothing but names is a list of them. */
function persons(text: string): readonly string[] {
  const every = new RegExp(PERSON.source, 'gu');
  const names = text.match(every) ?? [];
  return names.length > 1 && text.replace(every, '').trim() === '' ? names : [text];
}

/** Lines of a cell; a line that begins no party goes on with the one above («Организаторы в» / «аудиториях»). */
function glued(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of tidy(text).split('\n')) {
    const last = lines.at(-1);
    const ownOrganisation =
      last !== undefined &&
      PLURAL.test(last) &&
      /^(?:ОО|ОУ|ООО|РМО|ШМО|ГМО|МО|ШМК|РМО\/ШМО|ШМО\/РМО)(?:\sрайона|\sгорода|\sокруга)?$/u.test(line);
    const open =
      ownOrganisation || (last !== undefined && (/\s(?:в|на|по|и|с|о|за|для)$/u.test(last) || /^[«"(]/u.test(line)));
    const own = last === undefined || (STARTS.test(fold(line)) && !WAITS.test(last));
    const goesOn = last !== undefined && /^\p{Ll}/u.test(line) && !own && !last.endsWith(',');
    if (open || goesOn) lines[lines.length - 1] = `${last} ${line}`;
    else lines.push(line);
  }
  return lines;
}

/** «Директор школы Зам. по УВР Руководители ШМО» is three: a capital letter begins a party's first word. */
function atStarts(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if ('«('.includes(text[at])) depth += 1;
    if ('»)'.includes(text[at])) depth = Math.max(0, depth - 1);
    if (depth > 0 || at === from || !/\s/u.test(text[at - 1]) || !/\p{Lu}/u.test(text[at])) continue;
    const before = text.slice(from, at).trim();
    const rest = text.slice(at);
    if (before === '' || !STARTS.test(rest) || /(?:^|\s)(?:и|в|на|по|с|за|от|при|для|и\. ?о\.|зам\.?)$/iu.test(before))
      continue;
    // «Педагоги ОО»: the organisation of the post. «МБУ «ИМЦ» ОО»: two organisations.
    const first = rest.split(/\s/u)[0];
    const ownOrganisation = (SHORT_ORGANISATION.test(first) || UNION.test(first)) && !IS_ORGANISATION.test(before);
    // The second post in the genitive belongs to the first: «Заместитель Директора».
    const genitive = /^директора(?!\p{L})/iu.test(rest) && /(?:заместител[ьи]|зам\.?)$/iu.test(before);
    // «Иванова И. О. заместитель»: initials, and no acting director.
    const initials = /^\p{Lu}\.\s?\p{Lu}\./u.test(rest);
    if (ownOrganisation || genitive || initials) continue;
    parts.push(before);
    from = at;
  }
  parts.push(text.slice(from).trim());
  return parts;
}

function partyOf(piece: string): Party {
  const person = PERSON.exec(piece)?.[1] ?? null;
  const rest = (person === null ? piece : piece.replace(person, ' '))
    .replace(/\(\s*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,.–-]+|[\s,–-]+$/gu, '');
  if (rest === '') return { post: null, person, organisation: null };
  if (IS_ORGANISATION.test(rest)) return { post: null, person, organisation: rest };
  const organisation = SHORT_ORGANISATION.exec(rest)?.[1] ?? null;
  const post = organisation === null ? rest : rest.slice(0, rest.length - organisation.length).trim();
  return { post: post === '' ? null : post, person, organisation };
}
