/**
 * Finds columns that name a person. Protocols of state exams and lists of schools carry surnames, documents and birth
 * dates beside the scores; none of it may pass a reader. Headers are judged first; a column under an innocent header is
 * judged by its values.
 */

const PERSONAL_HEADERS: readonly RegExp[] = [
  /^(фио|ф и о)( |$)/u,
  /^фамили[яи]( |$)/u,
  /^имя( |$)/u,
  /^отчество( |$)/u,
  /^(фамилия )?имя (и )?отчество/u,
  /^(ученик|ученица|обучающийся|учащийся|школьник|студент)( |$)/u,
  /^(список|имена|фамилии) (класса|учащихся|обучающихся|учеников)/u,
  /паспорт/u,
  /^серия( |$)/u,
  /(номер|серия|вид|тип|реквизиты) (и номер )?(документа|паспорта|свидетельства)/u,
  /^документ( |$)/u,
  /документ,? удостовер/u,
  /снилс/u,
  /родител|законн\S* представител/u,
  /^инн( |$)/u,
  /(дата|год|место) рождения/u,
  /телефон|электронная почта|^e ?mail|^почта( |$)/u,
  /^адрес( |$)/u,
  /свидетельств\S* о рождении/u,
  /^(surname|last ?name|first ?name|second ?name|middle ?name|patronymic|full ?name|(pupil|student) ?name)( |$)/u,
  /^(surname|name|secondname|documentseries|documentnumber)(cell|code)$/u,
  /birth ?(date|day)|date ?of ?birth|passport|snils/u,
];

/** A teacher's name belongs to the paper: who marked is what some signs are about, and staff are known by name. */
const OF_STAFF = /учител|педагог|преподавател|эксперт|teacher|директор|руководител/u;

/** «Номер» beside «Серия» is the number of a document; alone it may number the rows. */
export function documentNumber(headers: readonly string[]): number {
  const bare = headers.map((header) => header.toLowerCase().trim());
  return bare.some((header) => header.startsWith('серия'))
    ? bare.findIndex((header) => /^номер( документа)?$/u.test(header))
    : -1;
}

/** True when the header alone says that the column names a pupil or a document. */
export function isPersonalHeader(header: string): boolean {
  const bare = header
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[\s._:;,()\-–/]+/gu, ' ')
    .trim();
  return !OF_STAFF.test(bare) && PERSONAL_HEADERS.some((pattern) => pattern.test(bare));
}

const WORD = '[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?';
const NAME_PATTERNS: readonly RegExp[] = [
  // «Иванова Мария», «Иванова Мария Петровна», «Иванова М. П.»; capitals throughout are as common in lists
  new RegExp(`^${WORD} (?:${WORD}|[А-ЯЁ]\\.)(?: ?(?:${WORD}|[А-ЯЁ]\\.))?$`, 'u'),
  /^[А-ЯЁ]{2,}(?:-[А-ЯЁ]{2,})? [А-ЯЁ]{2,} [А-ЯЁ]{2,}$/u,
  /(?:ович|евич|ич|овна|евна|ична|инична|оглы|кызы)$/iu,
];

const PATRONYMIC = /^[а-яё]+(?:ович|евич|ьич|овна|евна|ична|оглы|кызы)$/iu;

/** True when most of at least three different values are patronymics: the columns before it hold surname and name. */
export function looksLikePatronymics(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  const found = filled.filter((value) => PATRONYMIC.test(value.trim()));
  return new Set(found).size >= 3 && found.length >= filled.length * 0.6;
}

/** True for a cell that reads like a person's name. */
export function looksLikeName(text: string): boolean {
  const bare = text.replace(/[\s\u00a0]+/gu, ' ').trim();
  return bare.includes(' ') && NAME_PATTERNS.some((pattern) => pattern.test(bare));
}

/** True when most of at least three different values read like names; a village or two in a class column do not. */
export function looksLikeNames(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  const names = filled.filter(looksLikeName);
  return new Set(names).size >= 3 && names.length >= filled.length * 0.6;
}
