/** How signs can be wrong: each marker's own ways, and those of every sign. */
import type { Language } from '#src/platform/ui/i18n.ts';
import type { MarkerId, UnitResult } from '../model.ts';
import { computedOf } from '../text.ts';

/** How each marker can be wrong, most likely first. */
export const CAVEATS: Readonly<Record<MarkerId, Readonly<Record<Language, readonly string[]>>>> = {
  B1: {
    ru: [
      'Работы рядом с границей могли перечитать по общему для всех порядку, и часть выросла законно.',
      'Если задания стоят по 2–3 балла, некоторые суммы встречаются чаще сами по себе.',
    ],
    en: [
      'Papers near a boundary may have been read again by a rule common to all, and some rose rightly.',
      'Where tasks are worth 2–3 points, some totals are more frequent by themselves.',
    ],
  },
  B2: {
    ru: [
      'Класс мог учиться по углублённой программе: трудное ему привычнее при той же сумме.',
      'Тему трудных заданий могли пройти незадолго до работы.',
      'Если сдвиг есть во всём муниципалитете, причина скорее в порядке тем.',
    ],
    en: [
      'The class may follow an advanced programme: hard tasks are then more familiar at the same total.',
      'The topic of the hard tasks may have been taught shortly before.',
      'Where the whole municipality shifts, the order of topics is the likelier cause.',
    ],
  },
  B3: {
    ru: [
      'Проверяющие честно различаются в строгости на 0,1–0,4 балла за задание.',
      'Класс мог в самом деле писать развёрнутые ответы лучше, чем решать задания с кратким ответом.',
    ],
    en: [
      'Raters honestly differ in severity by 0.1–0.4 points a task.',
      'The class may truly be better at extended answers than at short ones.',
    ],
  },
  B4: {
    ru: [
      'Другой порядок тем или другой учебник сам по себе меняет профиль.',
      'Если в протоколе перепутаны варианты, профиль ломается у всего класса.',
    ],
    en: [
      'Another order of topics or another textbook changes the profile by itself.',
      'Variants mixed up in the protocol break the profile of the whole class.',
    ],
  },
  B5: {
    ru: [
      'Группа, которую готовили одинаково, ошибается одинаково.',
      'Если одно задание всему классу оценили по особому правилу, работы сближаются.',
      'Сравниваются баллы, а не сами ответы: посмотрите работы, прежде чем что-либо решать.',
    ],
    en: [
      'A group prepared in the same way errs in the same way.',
      'One task scored by a rule of its own for the whole class draws papers together.',
      'Scores are compared, not answers: look at the papers before deciding anything.',
    ],
  },
  B6: {
    ru: [
      'Строгий учитель ставит отметки ниже, чем класс умеет.',
      'Хорошее преподавание и повторение темы перед работой дают тот же рост.',
      'Сам по себе этот показатель сигнала не даёт, он только поддерживает другие.',
    ],
    en: [
      'A strict teacher gives lower marks than the class deserves.',
      'Good teaching, or a topic repeated just before, gives the same rise.',
      'Alone this marker gives no signal; it only supports others.',
    ],
  },
  B7: {
    ru: [
      'Отметка учитывает и старание, и работу на уроке, а не только знания.',
      'Честные школы различаются в щедрости отметок примерно на половину стандартного отклонения.',
    ],
    en: [
      'A mark includes diligence and class work, not knowledge alone.',
      'Honest schools differ in generosity of marks by about half a standard deviation.',
    ],
  },
  B8: {
    ru: [
      'После девятого класса уходит часть учеников, и экзамен по выбору сдают не все: состав мог измениться.',
      'Другая процедура проверяет другие умения, и учитель мог смениться.',
      'Сам по себе этот показатель сигнала не даёт, он только поддерживает другие.',
    ],
    en: [
      'Some pupils leave after grade 9, and not all take an optional examination: the group may have changed.',
      'The other procedure asks for other skills, and the teacher may have changed.',
      'Alone this marker gives no signal; it only supports others.',
    ],
  },
  B9: {
    ru: [
      'Сильный, ровно подготовленный класс выглядит точно так же: баллы близки, пропусков нет.',
      'Сам по себе этот показатель сигнала не даёт, он только поддерживает другие.',
    ],
    en: [
      'A strong, evenly prepared class looks exactly the same: totals close together and no blanks.',
      'Alone this marker gives no signal; it only supports others.',
    ],
  },
};

/** How a unit's signs can be wrong: caveats of the markers that stand out, then of every sign. */
export function caveats(unit: UnitResult, language: Language): string[] {
  const notable = computedOf(unit).filter((marker, index) => marker.p < 0.05 || index === 0);
  const own = notable.flatMap((marker) => CAVEATS[marker.id][language]);
  const common: string[] = [];
  if (unit.participants < 25) {
    common.push(
      language === 'ru'
        ? 'Работ немного: одна-две необычные работы меняют картину.'
        : 'There are few papers: one or two unusual ones change the picture.',
    );
  }
  if (unit.absent > 0.15 * (unit.absent + unit.participants)) {
    common.push(
      language === 'ru'
        ? 'Многие отсутствовали: если не писали слабые, результат выше и без других причин.'
        : 'Many were absent: if weaker pupils did not write, the result is higher with no other cause.',
    );
  }
  return [...new Set([...own, ...common])];
}
