/** Lines of print put together: a word that was parted at the end of a line is one word again, a compound keeps its hyphen. */

/** First halves of compounds that plans are full of; any other word before a hyphen at the end of a line was parted there. */
const FIRST =
  /(?:^|[^\p{L}])(?:социально|учебно|научно|нормативно|организационно|информационно|контрольно|инструктивно|психолого|медико|воспитательно|образовательно|материально|оценочно|содержательно|программно|аналитико|статистико|физико|химико|биолого|естественно|общественно|профессионально|культурно|духовно|предметно|финансово|административно|методико|диагностико|онлайн|интернет|мастер|пресс|веб|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)$/iu;
/** Second halves: «учителей-предметников», «план-график», «педагог-психолог». */
const SECOND =
  /^(?:предметник|психолог|организатор|логопед|дефектолог|наставник|эксперт|график|стажер|стажёр|библиотекар|конспект|схем|сетк|технолог|испытател|участник|партнер|партнёр|класс)/iu;

const LONGEST_WORD = 60;
const LONGEST_LINK = 200;

/** Two lines of one text as one: with a space, or without one where a word goes on. */
export function joinLines(first: string, second: string): string {
  const [above, below] = [first.trimEnd(), second.trimStart()];
  if (above === '' || below === '') return above + below;
  // «5–» above «11 классы», «РМО/» above «ШМО»: nothing stood between them.
  if (/[^\s–—/][–—/]$/u.test(above.slice(-2))) return above + below;
  if (/https?:\/\/\S{3,}$/u.test(above.slice(-LONGEST_LINK)) && /^[\w/?&=#%-]/u.test(below)) return above + below;
  // Only the last word tells; a paragraph may have thousands.
  const last = /[-\u00ad]$/u.test(above.slice(-1))
    ? /([\p{L}\p{N}]+).$/u.exec(above.slice(-LONGEST_WORD))?.[1]
    : undefined;
  if (last === undefined) return `${above} ${below}`;
  if (/\p{N}$/u.test(last) && /^\p{N}/u.test(below)) return above + below;
  const capitals = /^\p{Lu}{2,}$/u.test(last) && /^\p{Lu}{2}/u.test(below);
  if (!/\p{Ll}$/u.test(last) && !capitals) return `${above} ${below}`;
  if (!capitals && !/^\p{Ll}/u.test(below)) return /^\p{Lu}/u.test(below) ? above + below : `${above} ${below}`;
  if (above.endsWith('\u00ad')) return above.slice(0, -1) + below;
  return FIRST.test(last) || SECOND.test(below) ? above + below : above.slice(0, -1) + below;
}

/** All lines of a text as one line. */
export function joinAll(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  let whole = '';
  let open = lines[0];
  for (const line of lines.slice(1)) {
    const joined = joinLines(open, line);
    // What can no longer change is set aside, so that long texts do not grow letter by letter.
    const end = Math.max(0, joined.length - LONGEST_WORD);
    whole += joined.slice(0, end);
    open = joined.slice(end);
  }
  return whole + open;
}
