/** Words of `obektiv indices`. */
import { count } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

export const indicesText = defineText({
  ru: {
    help: `obektiv indices ФАЙЛ… [--marks ФАЙЛ] [--claims ФАЙЛ] — индексы ВПР, ОГЭ, ДКР и неподтверждённых медалистов

ФАЙЛ — работы в открытом формате обмена (CSV, XLSX, Parquet): procedure, school, grade, class, subject, participant,
по желанию pupil, journal_mark, mark, test_score, t1…tN. Вид процедуры узнаётся по её названию.

  --spec ФАЙЛ       описание работ: отметки пересчитываются по его шкалам, вид процедуры берётся из него
  --marks ФАЙЛ      отметки за периоды: school, class, pupil, subject, school_year, term, mark
  --claims ФАЙЛ     заявки на медаль: school, year, pupil, degree
  --settings ФАЙЛ   пороги, JSON; без него пороги программы
  --json            ответ в JSON
  --skip-bad-rows   считать без строк с ошибками
  --out ФАЙЛ        записать в файл
  --lang ru|en      язык ответа`,
    problems: (n: number) => `Неверных значений: ${n}. Ничего не посчитано; --skip-bad-rows считает без этих строк.`,
    problem: (file: string, row: number, column: string, found: string) =>
      `${file}, строка ${row}, столбец ${column}: «${found}»`,
    more: (n: number) => `  и ещё ${n}`,
    nothing: 'Считать нечего: ни у одной работы нет двух отметок одного ученика.',
    of: (numerator: number, denominator: number) => `${numerator} из ${denominator}`,
    numerator: 'Числитель',
    denominator: 'Знаменатель',
    school: 'Школа',
    share: 'Доля',
    interval: 'Интервал 95 %',
    position: 'Сравнение с регионом',
    unknown: (n: number) => `${count(n, 'ru', { one: 'заявка', few: 'заявки', many: 'заявок' })} без сведений о ЕГЭ`,
    pairings: { journalWork: 'журнал и работа', termWork: 'период и работа', journalTerm: 'журнал и период' },
    pairs: (school: string, pairing: string, kind: string, year: number) =>
      `Те же ученики, ${school}, ${kind} ${year}, ${pairing}`,
    outcome: (lowered: number, confirmed: number, raised: number, gap: string, matched: string) =>
      `понизили ${lowered}, подтвердили ${confirmed}, повысили ${raised}, средний разрыв ${gap}, сопоставлено ${matched}`,
  },
  en: {
    help: `obektiv indices FILE… [--marks FILE] [--claims FILE] — indices of VPR, OGE, DKR and non-confirmed medallists

FILE: papers in the open exchange format (CSV, XLSX, Parquet): procedure, school, grade, class, subject, participant,
optionally pupil, journal_mark, mark, test_score, t1…tN. The kind of a procedure is told by its name.

  --spec FILE       description of works: marks are recomputed by its scales, the kind is taken from it
  --marks FILE      marks of terms: school, class, pupil, subject, school_year, term, mark
  --claims FILE     medal claims: school, year, pupil, degree
  --settings FILE   thresholds, JSON; without it those of the program
  --json            answer in JSON
  --skip-bad-rows   count without rows that have errors
  --out FILE        write to a file
  --lang ru|en      language of the answer`,
    problems: (n) => `Wrong values: ${n}. Nothing was counted; --skip-bad-rows counts without these rows.`,
    problem: (file, row, column, found) => `${file}, row ${row}, column ${column}: “${found}”`,
    more: (n) => `  and ${n} more`,
    nothing: 'Nothing to count: no paper has two marks of one pupil.',
    of: (numerator, denominator) => `${numerator} of ${denominator}`,
    numerator: 'Numerator',
    denominator: 'Denominator',
    school: 'School',
    share: 'Share',
    interval: '95 % interval',
    position: 'Against the region',
    unknown: (n) => `${count(n, 'en', { one: 'claim', other: 'claims' })} without known EGE`,
    pairings: { journalWork: 'journal and work', termWork: 'term and work', journalTerm: 'journal and term' },
    pairs: (school, pairing, kind, year) => `Same pupils, ${school}, ${kind} ${year}, ${pairing}`,
    outcome: (lowered, confirmed, raised, gap, matched) =>
      `lowered ${lowered}, confirmed ${confirmed}, raised ${raised}, mean gap ${gap}, matched ${matched}`,
  },
});
