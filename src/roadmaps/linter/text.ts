/** What the linter says, in words: of each remark and of its mends. */
import { defineText, type Language } from '#src/platform/ui/i18n.ts';
import { dayInWords } from '../deadline/text.ts';
import { kindTitles, type KindId } from '../kinds/text.ts';
import { placeInWords } from '../reading/text.ts';
import { deadlineRemarks } from './deadline-text.ts';
import type { Mend, ProposalSource, Remark, RemarkCode, RemarkFacts, RemarkField, Severity } from './model.ts';
import { resultRemarks } from './result-text.ts';
import { rowRemarks } from './row-text.ts';
import type { Filled, RemarkWords } from './words.ts';

export const remarkText: Readonly<Record<Language, Readonly<Record<RemarkCode, RemarkWords>>>> = {
  ru: { ...deadlineRemarks.ru, ...rowRemarks.ru, ...resultRemarks.ru },
  en: { ...deadlineRemarks.en, ...rowRemarks.en, ...resultRemarks.en },
};

export const linterText = defineText({
  ru: {
    severities: { mend: 'исправить', look: 'проверить', note: 'к сведению' } satisfies Record<Severity, string>,
    fields: {
      plan: 'план',
      section: 'раздел',
      number: 'номер',
      text: 'мероприятие',
      deadline: 'срок',
      responsible: 'ответственный',
      result: 'результат',
      kind: 'вид',
      evidence: 'подтверждение',
    } satisfies Record<RemarkField, string>,
    mends: {
      write: (value: string) => `Написать «${value}»`,
      clean: 'Заменить буквы на русские',
      chooseKind: 'Выбрать вид',
      setKind: (title: string) => `Указать вид: ${title}`,
      sameResponsible: (who: string) => `Поставить тех же, что в разделе: ${who}`,
      addTarget: (words: string) => `Сделать показателем: ${words}`,
      split: (deadlines: string) => `Разделить на мероприятия: ${deadlines}`,
      renumber: 'Пронумеровать раздел заново',
      merge: 'Объединить строки',
      setPeriod: (from: string, to: string) => `Указать период плана: ${from} – ${to}`,
      confirmSchoolYear: 'Учебный год верен',
      confirmDeadline: 'Срок понят верно',
      confirmReading: 'Прочитано верно',
      attachCalendar: { document: 'Приложить график или план', event: 'Отметить событие', terms: 'Указать четверти' },
      approvePlan: 'Указать приказ',
      assignPost: (post: string) => `Закрепить должность «${post}»`,
      attachEvidence: 'Приложить подтверждение',
      linkEvidence: 'Взять записи системы',
      report: 'Отчитаться',
      openMeasure: 'Отметить, что не потребовалось',
      substitute: 'Оформить замещение',
      writeSectionTitle: 'Переписать название раздела',
      writeField: {
        text: 'Дописать мероприятие',
        deadline: 'Написать срок самим',
        responsible: 'Выбрать ответственного',
        result: 'Написать результат самим',
      },
      propose: (value: string, source: string) => `Предложить «${value}»: ${source}`,
    },
    /** Beside a proposal: where it comes from. */
    sources: {
      previousPlan: 'как в плане прошлого года',
      starter: 'как в готовом плане',
      afterApproval: 'тот же день после утверждения',
      approvalDay: 'день утверждения',
      swapped: 'начало и конец поменяны местами',
      weekLater: 'на неделю позже',
    } satisfies Record<ProposalSource, string>,
    /** What comes before a mend of words that may not change as the plan stands. */
    first: {
      reopen: 'Вернуть план в проект, чтобы исправить',
      resume: 'Возобновить план, чтобы исправить',
      byOthers: 'План утверждён: его слова правят, когда руководитель вернёт его в проект.',
    },
    wholePlan: 'план в целом',
    untitled: 'Без названия',
    counts: (mend: string, look: string, note: string) =>
      `Исправить: ${mend}. Проверить: ${look}. К сведению: ${note}.`,
    none: 'Замечаний нет.',
    where: 'Где',
    number: '№',
    field: 'Поле',
    severity: 'Важность',
    remark: 'Замечание',
    mendTitle: 'Что предлагается',
  },
  en: {
    severities: { mend: 'mend', look: 'check', note: 'note' },
    fields: {
      plan: 'plan',
      section: 'section',
      number: 'number',
      text: 'measure',
      deadline: 'deadline',
      responsible: 'responsible',
      result: 'result',
      kind: 'kind',
      evidence: 'evidence',
    },
    mends: {
      write: (value: string) => `Write “${value}”`,
      clean: 'Replace the letters with Russian ones',
      chooseKind: 'Choose the kind',
      setKind: (title: string) => `Set the kind: ${title}`,
      sameResponsible: (who: string) => `The same people as in the section: ${who}`,
      addTarget: (words: string) => `Make it an indicator: ${words}`,
      split: (deadlines: string) => `Split into measures: ${deadlines}`,
      renumber: 'Number the section anew',
      merge: 'Merge the rows',
      setPeriod: (from: string, to: string) => `Set the period of the plan: ${from} – ${to}`,
      confirmSchoolYear: 'The school year is right',
      confirmDeadline: 'The deadline is understood rightly',
      confirmReading: 'It was read rightly',
      attachCalendar: { document: 'Attach the schedule or plan', event: 'Note the event', terms: 'Give the terms' },
      approvePlan: 'Name the order',
      assignPost: (post: string) => `Give the post “${post}” to somebody`,
      attachEvidence: 'Attach evidence',
      linkEvidence: 'Take the records of the system',
      report: 'Report',
      openMeasure: 'Say that it was not needed',
      substitute: 'Name a substitute',
      writeSectionTitle: 'Rewrite the title of the section',
      writeField: {
        text: 'Complete the measure',
        deadline: 'Write the deadline yourself',
        responsible: 'Choose the responsible person',
        result: 'Write the result yourself',
      },
      propose: (value: string, source: string) => `Propose “${value}”: ${source}`,
    },
    sources: {
      previousPlan: 'as in the plan of the year before',
      starter: 'as in the starter plan',
      afterApproval: 'the same day after the approval',
      approvalDay: 'the day of the approval',
      swapped: 'beginning and end exchanged',
      weekLater: 'a week later',
    },
    first: {
      reopen: 'Return the plan to a draft to mend it',
      resume: 'Open the plan again to mend it',
      byOthers: 'The plan is approved: its words are mended once the head has returned it to a draft.',
    },
    wholePlan: 'the whole plan',
    untitled: 'Untitled',
    counts: (mend: string, look: string, note: string) => `To mend: ${mend}. To check: ${look}. Notes: ${note}.`,
    none: 'There are no remarks.',
    where: 'Where',
    number: 'No.',
    field: 'Field',
    severity: 'Weight',
    remark: 'Remark',
    mendTitle: 'Proposed',
  },
});

const NO_FACTS: Filled = { words: '', other: '', day: '', last: '', count: '', value: '' };
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u;
/** Letters of a quoted text in a sentence; the whole stands in the table. */
const QUOTED = 120;

function filled(facts: RemarkFacts, language: Language): Filled {
  const shown = Object.entries(facts).map(([name, value]) => [
    name,
    ISO_DAY.test(value) ? dayInWords(value) : cut(name === 'other' ? placesInWords(value, language) : value),
  ]);
  return { ...NO_FACTS, ...Object.fromEntries(shown) };
}

function cut(text: string): string {
  return text.length <= QUOTED ? text : `${text.slice(0, QUOTED - 1).trimEnd()}…`;
}

export function placesInWords(places: string, language: Language): string {
  return places
    .split('; ')
    .map((place) => placeInWords(place, language))
    .join('; ');
}

export interface RemarkInWords {
  readonly title: string;
  readonly reason: string;
  readonly todo: string;
}

export function remarkInWords({ code, facts }: Pick<Remark, 'code' | 'facts'>, language: Language): RemarkInWords {
  const { title, reason, todo } = remarkText[language][code];
  return { title, reason: reason(filled(facts, language)), todo };
}

/** The words of the button that makes the mend. */
export function mendInWords(mend: Mend, code: RemarkCode, language: Language): string {
  const t = linterText[language].mends;
  switch (mend.kind) {
    case 'setField':
    case 'setSectionTitle':
      return code === 'foreignLetters' ? t.clean : t.write(mend.value);
    case 'setKind':
      return t.setKind(kindTitles[language][mend.value as KindId]);
    case 'setResponsible':
      return code === 'foreignLetters'
        ? t.clean
        : t.sameResponsible(
            mend.value.map(({ post, organisation, person }) => post ?? organisation ?? person).join(', '),
          );
    case 'addTarget':
      return t.addTarget(mend.target.words);
    case 'splitDeadline':
      return t.split(mend.deadlines.map((each) => `«${each}»`).join(', '));
    case 'attachCalendar':
      return t.attachCalendar[mend.of];
    case 'writeField':
      return mend.proposal === null
        ? t.writeField[mend.field]
        : t.propose(cut(mend.proposal.value), linterText[language].sources[mend.proposal.source]);
    case 'mergeRows':
      return t.merge;
    case 'setPeriod':
      return t.setPeriod(dayInWords(mend.from), dayInWords(mend.to));
    case 'assignPost':
      return t.assignPost(mend.post);
    default:
      return t[mend.kind];
  }
}
