/** Posts compared as people write them: «Зам. директора по УВР» is «заместитель директора по учебно-воспитательной работе». */
import { mayBeSame } from '../intake/organisation.ts';
import { fold } from '../reading/fold.ts';
import { stemOf } from './stems.ts';

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})и\.? ?о\.? (?=\p{L}{4})/gu, ''],
  [/(?<!\p{L})зам\.? ?(?=дир|рук|нач|зав)/gu, 'заместитель '],
  [/(?<!\p{L})зам\.? ?(?=по )/gu, 'заместитель директора '],
  [/^дир\./gu, 'директор '],
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
  /^(?:учител[ия](?!\p{L})|директора(?!\p{L})|педагоги|классные|руководители|координаторы|методисты|организаторы|эксперты|наблюдатели|общественные|члены|все |рабочая|администрац|работники|специалисты|заместители|психологи|родител|комисси|совет|мо(?!\p{L})|технические|ответственные|тьюторы|обучающиеся|учащиеся)/u;

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
  // Pages ask too, in browsers that have no toSorted yet.
  return [...new Set(postStems(post))].sort().join(' ');
}

/** A director of one area («директор по развитию») is not the head. */
const HEAD = /^директор(?!\p{L})(?!\s+по )\s*/u;
const BARE_DEPUTY = /^завуч\p{L}*$/u;
const HOUSEHOLD = /хозяйств|ахч|ахр|безопасн/u;

/**
 * Those of the holders whose post this is, the nearest reading of the words only: the very post, else a fuller name of it, else
 * a shorter one. Head words agree («заместитель» is no «директор»). Several: the words do not tell which.
 * @param own names of the organisation; with them the head of another one («директор гимназии № 8») is not its own
 */
export function holdersOf<T extends { readonly post: string }>(
  post: string,
  holders: readonly T[],
  own: readonly string[] | null = null,
): readonly T[] {
  const words = spelled(post);
  if (HEAD.test(words)) {
    if (own !== null && !mayBeSame(words.replace(HEAD, ''), own)) return [];
    return holders.filter((each) => HEAD.test(spelled(each.post)));
  }
  const wanted = postStems(post);
  if (wanted.length === 0) return [];
  const alike = holders
    .map((each) => ({ each, stems: postStems(each.post) }))
    .filter(({ stems }) => stems[0] === wanted[0]);
  const tiers = [
    alike.filter(({ stems }) => within(wanted, stems) && within(stems, wanted)),
    alike.filter(({ stems }) => within(wanted, stems)),
    alike.filter(({ stems }) => within(stems, wanted)),
    // «завуч» alone does not say of what; whoever keeps the house is never called so.
    BARE_DEPUTY.test(fold(post).trim()) ? alike.filter(({ each }) => !HOUSEHOLD.test(fold(each.post))) : [],
  ];
  return (tiers.find((tier) => tier.length > 0) ?? []).map(({ each }) => each);
}

function within(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((stem) => whole.includes(stem));
}

/** Whether one of the held posts is this one. */
export function isHeld(post: string, held: readonly string[], own: readonly string[] | null = null): boolean {
  const holders = held.map((each) => ({ post: each }));
  return holdersOf(post, holders, own).length > 0;
}
