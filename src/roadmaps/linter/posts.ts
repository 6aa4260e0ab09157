/** Posts compared as people write them: «Зам. директора по УВР» is «заместитель директора по учебно-воспитательной работе». */
import { fold } from '../reading/fold.ts';
import { stemOf } from './stems.ts';

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})и\.? ?о\.? (?=\p{L}{4})/gu, ''],
  [/(?<!\p{L})зам\.? ?(?=дир|рук|нач|зав)/gu, 'заместитель '],
  [/(?<!\p{L})дир\./gu, 'директора'],
  [/(?<!\p{L})кл\.? ?рук\p{L}*\.?/gu, 'классный руководитель'],
  [/(?<!\p{L})рук\./gu, 'руководитель'],
  [/(?<!\p{L})завуч\p{L}*/gu, 'заместитель директора по увр'],
  [/учебно-воспитательн\p{L}+ работ\p{L}+/gu, 'увр'],
  [/научно-методическ\p{L}+ работ\p{L}+/gu, 'нмр'],
  [/воспитательн\p{L}+ работ\p{L}+/gu, 'вр'],
  [/методическ\p{L}+ работ\p{L}+/gu, 'мр'],
  [/(?:школьн\p{L}+ |районн\p{L}+ )?методическ\p{L}+ объединени\p{L}+/gu, 'мо'],
  [/(?<!\p{L})(?:шмо|рмо|шмк|гмо)(?!\p{L})/gu, 'мо'],
  [/(?<!\p{L})педагог-психолог/gu, 'психолог'],
];

/** Words that say where, not who. */
const WHERE =
  /^(?:школ|оо$|оу$|гимнази|лице|образоват|учреждени|организаци|мбоу|мбу|маоу|моу|гбоу|по$|за$|на$|и$|в$|сош$)/u;

/** Bodies and groups are nobody's post: «педагоги», «рабочая группа», «администрация». */
const GROUP =
  /^(?:учител[ия](?!\p{L})|педагоги|классные|руководители|координаторы|методисты|организаторы|эксперты|наблюдатели|общественные|члены|все |рабочая|администрац|работники|специалисты|заместители|психологи|родител|комисси|совет|мо(?!\p{L})|технические|ответственные|тьюторы|обучающиеся|учащиеся)/u;

function spelled(post: string): string {
  return SHORT.reduce((words, [pattern, whole]) => words.replace(pattern, whole), fold(post)).trim();
}

export function isGroup(post: string): boolean {
  return GROUP.test(spelled(post));
}

function postStems(post: string): readonly string[] {
  const words = (spelled(post).match(/\p{L}+/gu) ?? []).filter((word) => !WHERE.test(word));
  return words.map((word) => stemOf(word));
}

/** One key for all spellings of a post. */
export function postKey(post: string): string {
  return [...new Set(postStems(post))].toSorted().join(' ');
}

/**
 * Whether one of the held posts is this one: the same head word («заместитель», not «директор»), and one of the two names says
 * no more than the other.
 */
export function isHeld(post: string, held: readonly string[]): boolean {
  const own = postStems(post);
  return held.some((each) => {
    const other = postStems(each);
    if (own.length === 0 || own[0] !== other[0]) return false;
    return own.every((stem) => other.includes(stem)) || other.every((stem) => own.includes(stem));
  });
}
