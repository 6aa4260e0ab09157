/**
 * Small decisions about what stands in a cell: the one spelling of a subject, of a class and of a task, the values that
 * are not scores, the grade a participant code tells. What is not on a list here is unknown, never guessed and never zero.
 */
import { NOT_ATTEMPTED, NOT_TAUGHT, type ProcedureKind } from './model.ts';

/** Subjects in the one spelling of the product, each with the codes and forms in which official files write it. */
const SUBJECT_ALIASES = {
  'Русский язык': ['ру', 'рус', 'ru', 'russian', 'русскому языку', 'рус яз', 'русский'],
  Математика: ['ма', 'мат', 'ma', 'math', 'mathematics', 'математике'],
  'Окружающий мир': ['ом', 'окр', 'окр мир', 'окружающему миру', 'окружающий'],
  'Литературное чтение': ['лч', 'литературному чтению', 'лит чтение'],
  'Иностранный язык': ['ия', 'иностранному языку', 'ин яз', 'ин язык'],
  'Английский язык': ['ая', 'анг', 'англ', 'en', 'eng', 'english', 'английскому языку', 'английский', 'англ яз'],
  'Немецкий язык': ['ня', 'нем', 'de', 'german', 'немецкому языку', 'немецкий', 'нем яз'],
  'Французский язык': ['фя', 'фр', 'french', 'французскому языку', 'французский', 'франц яз'],
  'Испанский язык': ['ися', 'spanish', 'испанскому языку', 'испанский'],
  'Китайский язык': ['кя', 'chinese', 'китайскому языку', 'китайский'],
  История: ['ис', 'ист', 'is', 'hist', 'history', 'истории'],
  Обществознание: ['об', 'общ', 'ob', 'обществознанию'],
  География: ['гг', 'гео', 'gg', 'geo', 'geography', 'географии'],
  Биология: ['би', 'био', 'bi', 'bio', 'biology', 'биологии'],
  Физика: ['фи', 'физ', 'fi', 'physics', 'физике'],
  Химия: ['хи', 'хим', 'hi', 'chemistry', 'химии'],
  Информатика: ['инф', 'inf', 'informatics', 'информатике', 'информатика и икт'],
  Литература: ['ли', 'лит', 'li', 'literature', 'литературе'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Subject = keyof typeof SUBJECT_ALIASES;

/** All subjects in the order in which lists show them. */
export const SUBJECTS = Object.keys(SUBJECT_ALIASES) as readonly Subject[];

const SUBJECT_BY_ALIAS = new Map<string, Subject>(
  SUBJECTS.flatMap((subject) =>
    [subject, ...SUBJECT_ALIASES[subject]].map((alias) => [folded(alias), subject] as const),
  ),
);

/**
 * The one spelling of a subject, or null when it is not on the list: «МА», «математике», «Математика (углублённый
 * уровень)» are all «Математика». The level in brackets is read by workLevelOf.
 */
export function canonicalSubject(text: string): Subject | null {
  const bare = folded(
    text.replace(/\([^)]*\)/gu, ' ').replace(/(базовый|углубл[её]нный) уровень|базов\S*$|углубл\S*$/iu, ' '),
  );
  return SUBJECT_BY_ALIAS.get(bare) ?? SUBJECT_BY_ALIAS.get(bare.replace(/ яз$/u, ' язык')) ?? null;
}

/** «углублённый уровень» in a title or a subject; null where nothing is said. */
export function workLevelOf(text: string): 'base' | 'advanced' | null {
  if (/углубл/iu.test(text)) return 'advanced';
  return /базов/iu.test(text) ? 'base' : null;
}

/** Latin letters that look like Cyrillic capitals, as typed with the keyboard in the wrong layout. */
const HOMOGLYPHS: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
};

function cyrillic(text: string): string {
  return text.replace(/[ABCEHKMOPTXY]/gu, (letter) => HOMOGLYPHS[letter]);
}

/** Lower case, ё as е, any spaces, dots and hyphens as one space. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[\s.\u00a0_–—-]+/gu, ' ')
    .trim();
}

const NO_LETTER = new Set(['', 'нет', '-', '–', '—', '0', 'без буквы', 'не указан']);

/**
 * The one spelling of a class: «5 А», «5-а», «5"A"» are «5А»; «5-1» and «5/1» are «5-1». With the grade known, a letter
 * alone («а») becomes «5А», a number alone «5-1», and «НЕТ» (one class in the grade) «5». Other names stay: «5 филиал».
 * null when there is nothing to name.
 */
export function canonicalClassName(text: string, grade: number | null): string | null {
  const bare = text
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/["'«»“”„`]/gu, '')
    .trim();
  if (NO_LETTER.has(bare.toLowerCase())) return grade === null ? null : String(grade);
  // «10 "нет"»: the grade has one class
  if (/^\d{1,2} ?нет$/iu.test(bare)) return String(Number.parseInt(bare, 10));
  const upper = cyrillic(bare.toUpperCase());
  const numbered = /^(\d{1,2}) ?[-–—/.]? ?(\d{1,2})$/u.exec(upper);
  if (numbered !== null && /\D/u.test(upper)) return `${numbered[1]}-${numbered[2]}`;
  const lettered = /^(\d{1,2}) ?[-–—.]? ?([А-ЯЁ]{1,3})( ?\(?\d{1,2}\)?)?$/u.exec(upper);
  if (lettered !== null) return `${lettered[1]}${lettered[2]}${(lettered[3] ?? '').replace(/ /gu, '')}`;
  if (grade === null) return bare;
  if (/^\d{1,2}$/u.test(upper)) return Number(upper) === grade ? upper : `${grade}-${upper}`;
  if (/^[А-ЯЁ]{1,3}( ?\(?\d{1,2}\)?)?$/u.test(upper)) return `${grade}${upper.replace(/ /gu, '')}`;
  return bare.startsWith(String(grade)) ? bare : `${grade} ${bare}`;
}

/** Name of a class that a file gives by its ordinal number in the grade: grade 4, ordinal 2 is «4-2». */
export function ordinalClassName(ordinal: number, grade: number | null): string {
  return grade === null ? String(ordinal) : `${grade}-${ordinal}`;
}

/** Task ids compare without spaces, brackets and alphabets: «5(1)», «5.1» and «5,1» are «5.1»; «4K1» is «4К1». */
export function canonicalTaskId(text: string): string {
  return cyrillic(text.trim().toUpperCase())
    .replace(/\s+/gu, '')
    .replace(/[([](\d+)[)\]]/gu, '.$1')
    .replace(/,/gu, '.');
}

/**
 * What stands in a task cell instead of a score, by the folded text. `certain: false` marks a reading that a person
 * should see: «Н» and «H» are taken for the «N» of older forms.
 */
const SPECIAL_VALUES: ReadonlyMap<string, { readonly value: number; readonly certain: boolean }> = new Map([
  ['x', { value: NOT_ATTEMPTED, certain: true }],
  ['х', { value: NOT_ATTEMPTED, certain: true }],
  ['не приступал', { value: NOT_ATTEMPTED, certain: true }],
  ['не приступала', { value: NOT_ATTEMPTED, certain: true }],
  ['n', { value: NOT_TAUGHT, certain: true }],
  ['h', { value: NOT_TAUGHT, certain: false }],
  ['н', { value: NOT_TAUGHT, certain: false }],
  ['н п', { value: NOT_TAUGHT, certain: true }],
  ['не пройд', { value: NOT_TAUGHT, certain: true }],
  ['не пройдена', { value: NOT_TAUGHT, certain: true }],
  ['не пройдено', { value: NOT_TAUGHT, certain: true }],
  ['тема не пройдена', { value: NOT_TAUGHT, certain: true }],
]);

export function specialValue(text: string): { readonly value: number; readonly certain: boolean } | null {
  return SPECIAL_VALUES.get(folded(text.replace(/\//gu, ' '))) ?? null;
}

/** Kinds by the words that names of procedures hold; in this order, since «пробный ОГЭ» is a control work, not the exam. */
const KIND_WORDS: readonly (readonly [RegExp, ProcedureKind])[] = [
  [/пробн|репетиц|тренировочн/iu, 'own'],
  [/(?<!\p{L})(ВПР|VPR)(?!\p{L})|всероссийск\S* проверочн/iu, 'vpr'],
  [/(?<!\p{L})(ОГЭ|OGE)(?!\p{L})/iu, 'oge'],
  [/(?<!\p{L})(ЕГЭ|EGE)(?!\p{L})/iu, 'ege'],
  [/(?<!\p{L})(ДКР|РДР|DKR)(?!\p{L})|диагностическ/iu, 'dkr'],
];

/** The kind a procedure's name tells: «ВПР 2026» is a VPR; a name that tells nothing is taken for a control work of one's own. */
export function guessProcedureKind(name: string): ProcedureKind {
  return KIND_WORDS.find(([words]) => words.test(name))?.[1] ?? 'own';
}

const ABSENT = new Set([
  'отсутствовал',
  'отсутствовала',
  'отсутствует',
  'отсутств',
  'отс',
  'не участвовал',
  'не писал',
  'absent',
]);

/** True for what a protocol writes in the variant column of a pupil who did not come. */
export function meansAbsent(text: string): boolean {
  return ABSENT.has(folded(text));
}

const NO_MARK = new Set([
  'нет отметки',
  'без отметки',
  'нет',
  '-',
  '',
  'н а',
  'не аттестован',
  'не аттестована',
  'зачет',
  'осв',
]);

/** A mark cell: 2..5, null for «нет отметки» and an empty cell, undefined for anything else. */
export function markValue(text: string): number | null | undefined {
  const bare = folded(text.replace(/\//gu, ' '));
  if (/^[2-5]( 0)?$/u.test(bare)) return Number(bare[0]);
  return NO_MARK.has(bare) ? null : undefined;
}

export const LOWEST_GRADE = 1;
export const HIGHEST_GRADE = 11;

/**
 * Grade from a participant code. Five digits begin with the grade («40001»); the upper grades of 2021 and 2022 have «20001»
 * or «2001» for grade 10 and «1001» for grade 11; five digits with «10» or «11» in front are read as written. null when
 * the code tells nothing.
 */
export function gradeOfParticipant(code: string): number | null {
  if (/^[4-9]\d{4}$/u.test(code)) return Number(code[0]);
  if (/^1[01]\d{3}$/u.test(code)) return Number(code.slice(0, 2));
  if (/^2\d{3,4}$/u.test(code)) return 10;
  return /^1\d{3}$/u.test(code) ? 11 : null;
}

/** Grade from the name of a class that begins with it: «9А», «5-1»; null for a bare number, which may be an ordinal. */
export function gradeOfClass(name: string): number | null {
  const match = /^(\d{1,2}) ?(?:[-–«"/(]? ?\p{L}|[-–/] ?\d)/u.exec(name.trim());
  const grade = match === null ? 0 : Number(match[1]);
  return grade >= LOWEST_GRADE && grade <= HIGHEST_GRADE ? grade : null;
}

/** Protocols of state exams often give the sums of two parts only: nothing can be said of single tasks then. */
export function givesPartsOnly(tasks: readonly unknown[]): boolean {
  return tasks.length <= 2;
}
