/**
 * Acts and subjects that stems of several kinds share. Plans name an act by a noun («разбор», «проверка») or by a verb («разобрать»,
 * «проверять»), so that an act is given here by the roots of both. All are alternations that capture nothing.
 */

/** Stems with weights; a stem counts once however often it stands. */
export type Stems = readonly (readonly [RegExp, number])[];

/** A stem from a template whose parts are the alternations of this file. */
export function stem(template: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  return new RegExp(String.raw(template, ...parts), 'u');
}

export const ANALYSE = String.raw`(?:(?:про)?анализ\S*|разбор\S*|разобра\S*|разбира\S*|мониторинг\S*|просле\S+|отсле\S+)`;
export const COMPARE = String.raw`(?:соответстви\S*|соотнес\S*|соотнош\S*|сопостав\S*|сравн\S+|корреляц\S*)`;
/** Measuring materials: by their names and in the letters of their abbreviations. */
export const MATERIALS = String.raw`(?:(?<!\p{L})(?:ким|фос)(?!\p{L})|контрольно-измерительн\S+ материал\S*|оценочн\S+ (?:средств|материал)\S*)`;
export const DETECT = String.raw`(?:выяв\S*|определ\S*|установ\S*|диагност\S*|поиск\S*|найти)`;
export const LIST = String.raw`(?:спис\S+|перечн\S+|перечень|реестр\S*)`;
export const STUDY = String.raw`(?:изуч\S*|ознаком\S*|знаком\S*|осво\S*|рассмотр\S*)`;
export const CONDUCT = String.raw`(?:провед\S*|провест\S*|провод\S*|организ\S*|участ\S*)`;
export const CHECK = String.raw`(?<!\p{L})(?:проверк\S*|провер(?:ит|я)\S*)`;
export const INFORM = String.raw`(?:информир\S*|объясн\S*|разъясн\S*|рассказ\S*|ознаком\S*|(?:довести|доведени\S*) до)`;

export const TEACHERS = '(?:учител|педагог)';
export const PUPILS =
  '(?:учащ|обучающ|ученик|учениц|выпускник|школьник|(?:перво|пяти|девяти|одиннадцати)классник|дет(?:ей|ьми|ям|и)(?!\\p{L}))';
export const UNION = String.raw`(?:(?:методическ|предметн)\S+ объедин|(?<!\p{L})(?:рмо|шмо|мо|шмк|гмо)(?!\p{L})|кафедр)`;
export const STATE_EXAMS = '(?:гиа|огэ|егэ|государственн\\S+ итогов)';
/** What is not believed: of results, marks and those who gave them. */
export const DOUBTFUL = '(?:необъектив|аномальн|расход|расхожд|завыш|заниж|недостоверн)';
export const VPR = '(?:впр|всероссийск\\S+ проверочн)';

/** A procedure that may be compared with another one; marks are not among them. */
export const PROCEDURE = String.raw`(?:${VPR}|${STATE_EXAMS}|(?<!\p{L})(?:дкр|рт|нико)(?!\p{L})|диагностическ\S+ (?:контрольн\S+ )?работ|разных процедур|нескольк\S+ процедур|внешн\S+ оценочн)`;
