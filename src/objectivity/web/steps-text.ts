import { count, type PluralForms } from '#src/platform/ui/format.ts';
import { defineText } from '#src/platform/ui/i18n.ts';

/** Neutral next steps: what to read again first, whom to ask. No step presumes that anybody did wrong. */

const papers: PluralForms = { one: 'работу', few: 'работы', many: 'работ' };

export const stepsText = defineText({
  ru: {
    ask: {
      class:
        'Спросите учителя и заместителя директора, как шли работа и проверка: кто был в аудитории, кто проверял, по каким критериям. Их пояснение важнее цифр этой страницы.',
      school:
        'Спросите заместителя директора, как были устроены проведение и проверка во всех классах: кто проверял, была ли перекрёстная проверка, как решали спорные случаи.',
      municipality:
        'Спросите муниципального координатора, одинаково ли школы проводили и проверяли работу; затем откройте школы, в которых признак сильнее.',
    },
    ownClass:
      'Вспомните, как шли работа и проверка в вашем классе: тема пройдена недавно, класс углублённый, варианты раздали иначе. Такое пояснение важнее цифр этой страницы.',
    boundary: (n: number, mark: number, from: string, to: string) =>
      `Перечитайте вторым проверяющим ${count(n, 'ru', papers)} сразу над границей отметки «${mark}» (${from} и ${to}).`,
    boundaryExtended: (tasks: string) =>
      `Начните с заданий с развёрнутым ответом (${tasks}): балл у границы чаще всего решается на них.`,
    hard: (ids: string, n: number) =>
      `Перечитайте решения ${n === 1 ? 'задания' : 'заданий'} ${ids}: есть ли ход решения, чем он похож у разных участников и чем отличается.`,
    hardTaught: 'Посмотрите в журнале, когда проходили темы этих заданий: недавняя тема объясняет отличие лучше всего.',
    extended: (tasks: string) =>
      `Отдайте задания с развёрнутым ответом (${tasks}) второму проверяющему, не показывая первых баллов. Пятнадцати работ достаточно, чтобы увидеть разницу.`,
    profile: 'Проверьте, не перепутаны ли варианты и не сдвинуты ли столбцы заданий при вводе.',
    copying:
      'Сравните варианты, рассадку и ход решений в заданиях с одинаковыми баллами. Вывод возможен только о классе: кто у кого, по баллам не видно.',
    level: 'Сравните с другими предметами этих же учеников и со следующей работой, которую проведут с наблюдателем.',
    marks:
      'Обсудите с учителями критерии текущих отметок: отметки в журнале выше, чем обычно бывает при таких результатах работы.',
    absent: (n: number) =>
      `Узнайте, почему ${count(n, 'ru', { one: 'участник отсутствовал', few: 'участника отсутствовали', many: 'участников отсутствовали' })}: без слабых или сильных работ картина меняется.`,
    nothing: 'Отдельных шагов не нужно: отличия не больше тех, что бывают у честных классов.',
    tooFew:
      'Сделать вывод можно по школе целиком или по нескольким работам вместе: посмотрите страницу школы и следующую процедуру.',
  },
  en: {
    ask: {
      class:
        'Ask the teacher and the deputy head how the work and its scoring went: who was in the room, who scored, by which criteria. Their explanation matters more than the figures of this page.',
      school:
        'Ask the deputy head how the work and its scoring were organised in all classes: who scored, whether scorers were exchanged, how disputes were settled.',
      municipality:
        'Ask the municipal coordinator whether schools held and scored the work in the same way; then open the schools where the sign is stronger.',
    },
    ownClass:
      'Recall how the work and its scoring went in your class: a topic taught just before, an advanced class, variants dealt differently. Such an explanation matters more than the figures of this page.',
    boundary: (n, mark, from, to) =>
      `Have a second scorer read ${count(n, 'en', { one: 'paper', other: 'papers' })} just above the boundary of mark ${mark} again (${from} and ${to}).`,
    boundaryExtended: (tasks) =>
      `Begin with the tasks that have an extended answer (${tasks}): a point at the boundary is mostly decided there.`,
    hard: (ids, n) =>
      `Read the solutions of ${n === 1 ? 'task' : 'tasks'} ${ids} again: is there a line of reasoning, and how do pupils’ solutions resemble each other or differ.`,
    hardTaught:
      'See in the journal when the topics of these tasks were taught: a recent topic is the best explanation.',
    extended: (tasks) =>
      `Give the tasks with an extended answer (${tasks}) to a second scorer without the first scores. Fifteen papers are enough to see a difference.`,
    profile: 'Check whether variants were mixed up or columns of tasks shifted when the scores were entered.',
    copying:
      'Compare variants, seating and the reasoning in tasks with equal scores. A conclusion is possible about the class only: scores do not show who and from whom.',
    level: 'Compare with other subjects of the same pupils and with the next work held with an observer.',
    marks:
      'Discuss the criteria of everyday marks with the teachers: journal marks are higher than is usual at such results.',
    absent: (n) =>
      `Find out why ${count(n, 'en', { one: 'participant was', other: 'participants were' })} absent: without weak or strong papers the picture changes.`,
    nothing: 'No special steps are needed: the differences are no larger than those between honest classes.',
    tooFew:
      'A conclusion is possible for the whole school or for several works together: see the page of the school and the next procedure.',
  },
});
