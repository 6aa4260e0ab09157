/**
 * Subjects of a school's journal. There are more of them than works are written in, and all count for a medal: a subject
 * of the product's list has its one spelling, any other keeps its own name.
 */
import { canonicalSubject } from '../../rules.ts';

const OTHERS =
  /^(алгебра|геометрия|вероятность|теория вероятност|физическая культура|физкультура|физ-?ра|музыка|изо$|изобразительное|технология|труд|обж$|обзр$|основы (безопасности|духовно|религи|финанс)|одн?кнр|орксэ|родн(ой|ая) |второй иностранный|астрономия|экология|черчение|мхк$|право$|экономика$|индивидуальн\S+ проект|история россии|всеобщая история|естествознание|чтение$|искусство|мировая художественная|краеведение|краеведческ|риторика|финансовая грамотность|введение в новейшую)/u;

const LANGUAGE = /^(?:второй )?иностранный язык.*\(\s*([а-яё]+)/iu;

/** The name of a subject, or null for a text that names none. */
export function journalSubject(text: string): string | null {
  const tidy = tidied(text);
  if (tidy === '' || tidy.length > 80 || /^\d/u.test(tidy)) return null;
  const language = LANGUAGE.exec(tidy)?.[1];
  const foreign = language === undefined ? null : canonicalSubject(language);
  if (foreign !== null) return foreign;
  const bare = tidy.toLowerCase().replace(/ё/gu, 'е');
  if (/^история( россии)?[ .,]+всеобщая/u.test(bare)) return 'История';
  return canonicalSubject(tidy) ?? (OTHERS.test(bare) ? tidy : null);
}

/** What stands in a column of subjects is a subject, listed or not. */
export function subjectInColumn(text: string): string | null {
  const tidy = tidied(text);
  if (
    tidy === '' ||
    !/\p{L}{2}/u.test(tidy) ||
    /^(итого|всего|средн|ср\.|качество|успеваемость|пропущено)/iu.test(tidy)
  )
    return null;
  return journalSubject(tidy) ?? tidy;
}

function tidied(text: string): string {
  const bare = text.replace(/[\s\u00a0]+/gu, ' ').trim();
  return bare === bare.toUpperCase() && bare.length > 4
    ? bare.charAt(0) + bare.slice(1).toLowerCase()
    : bare.charAt(0).toUpperCase() + bare.slice(1);
}
