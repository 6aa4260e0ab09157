/** Whether the organisation that a document names may be the one that takes it in. Pure. */

const KINDS =
  /(?<![\p{L}])(?:муниципальн\p{L}*|государственн\p{L}*|бюджетн\p{L}*|автономн\p{L}*|казенн\p{L}*|общеобразовательн\p{L}*|образовательн\p{L}*|учрежден\p{L}*|средн\p{L}*|основн\p{L}*|начальн\p{L}*|мбоу|маоу|мкоу|моу|гбоу|гаоу|кгбоу|сош|оош|школ\p{L}*|город\p{L}*|администрац\p{L}*|имени|им|г|с|п|пгт|район\p{L}*|округ\p{L}*|край|края|област\p{L}*)(?![\p{L}])/gu;

/**
 * Compared by what tells organisations apart: numbers and names, without the words that all of them carry. True where the
 * document names none.
 * @param own names of the organisation: the full and the short one
 */
export function mayBeSame(named: string | null, own: readonly string[]): boolean {
  if (named === null) return true;
  const wanted = telling(named);
  if (wanted.numbers.size === 0 && wanted.names.size === 0) return true;
  return own.some((name) => {
    const given = telling(name);
    if (wanted.numbers.size > 0 && given.numbers.size > 0) return meet(wanted.numbers, given.numbers);
    return meet(wanted.names, given.names);
  });
}

function telling(name: string): { readonly numbers: ReadonlySet<string>; readonly names: ReadonlySet<string> } {
  const words = name.toLowerCase().replace(/ё/gu, 'е').replace(KINDS, ' ');
  return {
    numbers: new Set(words.match(/\d+/gu) ?? []),
    // Cases differ: «Берёзовка» and «Берёзовки» are one.
    names: new Set((words.match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5))),
  };
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((each) => b.has(each));
}
