/** Words of editing: what a gesture did, what a field is called. For the history on the screen and in the spreadsheet. */
import { defineText, type Language } from '#src/platform/ui/i18n.ts';
import { roadmapsText } from '../text.ts';

export const editingText = defineText({
  ru: {
    actions: {
      'plan.create': 'план внесён',
      'plan.change': 'изменены сведения о плане',
      'plan.approve': 'план утверждён',
      'plan.reopen': 'план возвращён в проект',
      'plan.close': 'план закрыт',
      'plan.resume': 'план снова действует',
      'section.add': 'добавлен раздел',
      'section.change': 'переименован раздел',
      'section.move': 'раздел переставлен',
      'section.remove': 'убран раздел',
      'section.restore': 'возвращён раздел',
      'measure.add': 'добавлено мероприятие',
      'measure.change': 'изменено мероприятие',
      'measure.move': 'мероприятие переставлено',
      'measure.remove': 'убрано мероприятие',
      'measure.restore': 'возвращено мероприятие',
      'evidence.submit': 'представлено подтверждение',
      'evidence.review': 'проверено подтверждение',
      'evidence.withdraw': 'отозвано подтверждение',
      'occurrence.needed': 'отмечено, потребовался ли срок',
      'measure.state': 'изменено состояние мероприятия',
      'measure.condition': 'отмечено условие мероприятия',
      'party.holder': 'назван ответственный сотрудник',
    } as Record<string, string>,
    fields: {
      number: '№',
      text: 'мероприятие',
      deadline: 'срок',
      windowsSet: 'дни вместо слов срока',
      deadlineConfirmed: 'срок проверен',
      conditionMet: 'условие наступило',
      result: 'ожидаемый результат',
      kind: 'вид мероприятия',
      targets: 'показатели',
      warnings: 'сомнения при чтении',
      state: 'состояние',
      stateNote: 'пояснение к состоянию',
      parties: 'ответственные',
      sectionId: 'раздел',
      after: 'стоит после',
      title: 'название',
      schoolYear: 'учебный год',
      approvalPost: 'должность утвердившего',
      approvalPerson: 'кто утвердил',
      orderNumber: 'номер приказа',
      approvedOn: 'дата приказа',
      startsOn: 'начало плана',
      endsOn: 'окончание плана',
      preamble: 'вступление',
      reason: 'причина',
      measures: 'мероприятий',
      position: 'место',
      remark: 'замечание',
      note: 'пояснение',
    } as Record<string, string>,
    yes: 'да',
    no: 'нет',
    first: 'в начале',
    nobody: 'система',
    taken: 'отмена действия',
    sheet: {
      plans: 'Планы мероприятий',
      history: 'История плана',
      plan: 'План',
      organization: 'Организация',
      year: 'Учебный год',
      state: 'Состояние',
      order: 'Приказ №',
      on: 'Дата приказа',
      measures: 'Мероприятий',
      finished: 'Завершено',
      changed: 'Последняя правка',
      when: 'Когда',
      who: 'Кто',
      what: 'Что сделано',
      subject: 'Где',
      field: 'Поле',
      before: 'Было',
      after: 'Стало',
      by: 'Кто скачал',
      date: 'Дата',
    },
  },
  en: {
    actions: {
      'plan.create': 'plan entered',
      'plan.change': 'facts of the plan changed',
      'plan.approve': 'plan approved',
      'plan.reopen': 'plan returned to a draft',
      'plan.close': 'plan closed',
      'plan.resume': 'plan in force again',
      'section.add': 'section added',
      'section.change': 'section renamed',
      'section.move': 'section moved',
      'section.remove': 'section removed',
      'section.restore': 'section restored',
      'measure.add': 'measure added',
      'measure.change': 'measure changed',
      'measure.move': 'measure moved',
      'measure.remove': 'measure removed',
      'measure.restore': 'measure restored',
      'evidence.submit': 'evidence handed in',
      'evidence.review': 'evidence reviewed',
      'evidence.withdraw': 'evidence withdrawn',
      'occurrence.needed': 'noted whether a date was needed',
      'measure.state': 'state of the measure changed',
      'measure.condition': 'condition of the measure noted',
      'party.holder': 'responsible person named',
    } as Record<string, string>,
    fields: {
      number: 'no.',
      text: 'measure',
      deadline: 'deadline',
      windowsSet: 'days in place of the words',
      deadlineConfirmed: 'deadline checked',
      conditionMet: 'condition met',
      result: 'expected result',
      kind: 'kind of measure',
      targets: 'indicators',
      warnings: 'doubts of reading',
      state: 'state',
      stateNote: 'note on the state',
      parties: 'responsible',
      sectionId: 'section',
      after: 'stands after',
      title: 'title',
      schoolYear: 'school year',
      approvalPost: 'post of the approver',
      approvalPerson: 'approved by',
      orderNumber: 'number of the order',
      approvedOn: 'day of the order',
      startsOn: 'plan begins',
      endsOn: 'plan ends',
      preamble: 'preamble',
      reason: 'reason',
      measures: 'measures',
      position: 'place',
      remark: 'remark',
      note: 'note',
    } as Record<string, string>,
    yes: 'yes',
    no: 'no',
    first: 'at the beginning',
    nobody: 'system',
    taken: 'taken back',
    sheet: {
      plans: 'Plans of measures',
      history: 'History of the plan',
      plan: 'Plan',
      organization: 'Organisation',
      year: 'School year',
      state: 'State',
      order: 'Order no.',
      on: 'Day of the order',
      measures: 'Measures',
      finished: 'Finished',
      changed: 'Last change',
      when: 'When',
      who: 'Who',
      what: 'What was done',
      subject: 'Where',
      field: 'Field',
      before: 'Before',
      after: 'After',
      by: 'Downloaded by',
      date: 'Date',
    },
  },
});

interface NamedParty {
  readonly post?: string | null;
  readonly person?: string | null;
  readonly organisation?: string | null;
}

/** «Руководители ШМО», «Заместитель директора А. А. Небывалова»: in the order of plans. */
export function partyInWords({ post, person, organisation }: NamedParty): string {
  return [post, organisation, person].filter(Boolean).join(' ');
}

const day = (iso: string): string => iso.split('-').reverse().join('.');

/** A value of a history entry as a person reads it; a dash where there is none. */
export function valueInWords(
  field: string,
  value: unknown,
  language: Language,
  sections: ReadonlyMap<number, string> = new Map(),
): string {
  const t = editingText[language];
  const names = roadmapsText[language];
  if (field === 'after' && value === null) return t.first;
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (field === 'parties') return (value as NamedParty[]).map(partyInWords).join('; ') || '—';
  if (field === 'windowsSet')
    return (value as { from: string | null; to: string | null }[])
      .map(({ from, to }) => [from, to].map((each) => (each === null ? '…' : day(each))).join(' – '))
      .join('; ');
  if (field === 'targets') return (value as { words: string }[]).map(({ words }) => words).join('; ') || '—';
  if (field === 'warnings') return String((value as unknown[]).length);
  if (field === 'sectionId') return sections.get(value as number) || `${String(value)}`;
  if (field === 'state') {
    const state = String(value);
    return (
      (names.measureState as Record<string, string>)[state] ??
      (names.planState as Record<string, string>)[state] ??
      (names.submissionState as Record<string, string>)[state] ??
      (names.occurrenceState as Record<string, string>)[state] ??
      state
    );
  }
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value)) return day(value);
  return String(value);
}
