/**
 * Invented people of the demo region. Everybody is called after a place beside water, wood or hill, so that nobody takes
 * them for real persons.
 */
import { Random } from '#src/objectivity/engine/random.ts';

const STEMS = [
  'Заречн',
  'Приозёрн',
  'Подлесн',
  'Загорн',
  'Межречн',
  'Залужн',
  'Придорожн',
  'Надречн',
  'Подлунн',
  'Забережн',
  'Заостровн',
  'Подсолнечн',
  'Приречн',
  'Подснежн',
  'Залуговск',
  'Заполянск',
  'Замостовск',
  'Прибрежн',
  'Заполярн',
  'Придубравн',
] as const;
const WOMEN = [
  'Анна',
  'Мария',
  'Елена',
  'Ольга',
  'Вера',
  'Ирина',
  'Наталья',
  'Татьяна',
  'Светлана',
  'Зоя',
  'Нина',
  'Лидия',
];
const MEN = ['Иван', 'Пётр', 'Сергей', 'Николай', 'Андрей', 'Павел'];
const FATHERS = ['Иван', 'Степан', 'Андре', 'Никола', 'Михайл', 'Павл', 'Семён', 'Тихон'];

/** Share of women among the staff of schools, roughly as it is. */
const WOMEN_SHARE = 0.85;

/** Surname, name and patronymic of one invented adult. */
export function inventPerson(random: Random): string {
  const woman = random.chance(WOMEN_SHARE);
  const stem = STEMS[random.integer(0, STEMS.length - 1)]!;
  const father = FATHERS[random.integer(0, FATHERS.length - 1)]!;
  const names = woman ? WOMEN : MEN;
  const name = names[random.integer(0, names.length - 1)]!;
  return `${stem}${surnameEnding(stem, woman)} ${name} ${patronymic(father, woman)}`;
}

function surnameEnding(stem: string, woman: boolean): string {
  if (woman) return 'ая';
  return stem.endsWith('ск') ? 'ий' : 'ый';
}

function patronymic(father: string, woman: boolean): string {
  const vowel = /[еа]$/u.test(father);
  return `${father}${vowel ? 'ев' : 'ов'}${woman ? 'на' : 'ич'}`;
}
