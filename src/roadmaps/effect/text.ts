/** Words of effect, for pages and whatever else tells of it. What changed is said, what caused it never. */
import type { IndexKind } from '#src/indices/model.ts';
import { INDEX_NAME } from '#src/indices/text.ts';
import type { InsufficientReason, Strength } from '#src/objectivity/model.ts';
import { markerName, strengthName } from '#src/objectivity/text.ts';
import { count, date, formatNumber, percent, type PluralForms } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { AimSubject, Compared, DifferenceUnit, Effect, NoMeasureReason, Shown, UnitSubject } from './model.ts';

type Words = Readonly<Record<Language, string>>;

/** Forms of what is counted; `many` is also «how few». */
type Counted = PluralForms & { readonly many: string };

const PAPERS: Readonly<Record<Language, Counted>> = {
  ru: { one: 'работа', few: 'работы', many: 'работ' },
  en: { one: 'paper', other: 'papers', many: 'papers' },
};
const CLAIMANTS: Readonly<Record<Language, Counted>> = {
  ru: { one: 'претендент на медаль', few: 'претендента на медаль', many: 'претендентов на медаль' },
  en: { one: 'claimant', other: 'claimants', many: 'claimants' },
};

/** «22 работы». */
export const papersInWords = (papers: number, language: Language): string => count(papers, language, PAPERS[language]);

export const NO_MEASURE: Readonly<Record<NoMeasureReason, Words>> = {
  documents: {
    ru: 'мероприятие о документах и порядке: в результатах работ его не видно',
    en: 'the measure is about documents and order: results of papers do not show it',
  },
  training: {
    ru: 'обучение людей: его действие не отделить от остального',
    en: 'people are trained: what that does cannot be told from the rest',
  },
  information: {
    ru: 'сведения для родителей и учеников: показателя для этого нет',
    en: 'parents and pupils are informed: there is no figure for that',
  },
  organisation: {
    ru: 'организация самой процедуры: сравнить не с чем',
    en: 'the procedure itself is organised: there is nothing to compare with',
  },
  noProcedure: {
    ru: 'следующей работы, с которой можно сравнить, не будет',
    en: 'there will be no later work to compare with',
  },
  other: { ru: 'другая причина', en: 'another reason' },
};

/** «5Б, Математика», «5-е классы, Математика». */
export function unitName({ level, classGroup, subject, grade }: UnitSubject, language: Language): string {
  if (classGroup !== null) return `${classGroup.grade}${classGroup.letter}, ${subject}`;
  if (language === 'en') return `grade ${grade}${level === 'municipality' ? ' of the district' : ''}, ${subject}`;
  return `${grade}-е классы${level === 'municipality' ? ' муниципалитета' : ''}, ${subject}`;
}

/** What the measure answers to, as a heading. @param organization where it is not the measure's own */
export function aimTitle(subject: AimSubject, organization: string | null, language: Language): string {
  const where = organization === null ? '' : ` (${organization})`;
  if (subject.kind === 'none') return language === 'ru' ? 'Эффект измерить нельзя' : 'The effect cannot be measured';
  if (subject.kind === 'index') return INDEX_NAME[subject.index][language] + where;
  const name = unitName(subject, language) + where;
  if (subject.kind === 'class') return language === 'ru' ? `Класс ${name}` : `Class ${name}`;
  return language === 'ru' ? `Признак: ${name}` : `Sign: ${name}`;
}

/** «признак заметный», «признака нет». */
export function signInWords(signalled: boolean, strength: Strength, language: Language): string {
  if (language === 'ru') return signalled ? `признак ${strengthName(strength, 'ru')}` : 'признака нет';
  return signalled ? `${strengthName(strength, 'en')} sign` : 'no sign';
}

/** What the figures of an aim count. */
export function countedIn(index: IndexKind | null, language: Language): Counted {
  return index === 'medal' ? CLAIMANTS[language] : PAPERS[language];
}

/** Figures of one work or year in a line. */
export function figuresInWords(shown: Shown, language: Language): string {
  const ru = language === 'ru';
  if (shown.suppressed) {
    return ru
      ? `${shown.year} год: меньше 5, показатели не приводятся`
      : `${shown.year}: fewer than 5, figures are not shown`;
  }
  if (shown.kind === 'index') {
    const { year, numerator, denominator } = shown;
    const share = percent(numerator / denominator, language, 1);
    const of = `${formatNumber(numerator, language)} ${ru ? 'из' : 'of'} ${formatNumber(denominator, language)}`;
    return ru ? `${year} год: ${share} (${of})` : `${year}: ${share} (${of})`;
  }
  const { procedure, heldOn, className, participants, signalled, strength, marker } = shown;
  const sign = signInWords(signalled, strength, language);
  const when = heldOn === null ? '' : `, ${date(heldOn, language)}`;
  const distance =
    marker?.kind === 'computed'
      ? ru
        ? `; «${markerName(marker.id, 'ru')}»: ${deviations(marker.z, 'ru')} от честного эталона`
        : `; “${markerName(marker.id, 'en')}”: ${deviations(marker.z, 'en')} from the honest reference`
      : '';
  const who = className === null ? '' : `${className}, `;
  return `${procedure}${when}: ${who}${sign}, ${papersInWords(participants, language)}${distance}`;
}

export const COMPARED: Readonly<Record<Compared, Words>> = {
  samePupils: { ru: 'те же ученики', en: 'the same pupils' },
  sameGrade: { ru: 'те же классы по счёту, ученики другие', en: 'the same grade, other pupils' },
};

const TOO_FEW: Partial<Readonly<Record<InsufficientReason, Words>>> = {
  papersNearBoundary: { ru: 'работ у границы отметки', en: 'papers near a boundary of marks' },
  classes: { ru: 'классов', en: 'classes' },
  journalMarks: { ru: 'работ с отметкой в журнале', en: 'papers with a journal mark' },
};

/** «4,8 стандартного отклонения». */
function deviations(value: number, language: Language, signed = false): string {
  const number = formatNumber(value, language, { digits: 1, signed });
  return language === 'ru' ? `${number}\u00a0стандартного отклонения` : `${number}\u00a0standard deviations`;
}

/** A difference with its unit: «−12,5 п. п.», «−3,0 стандартного отклонения». */
export function differenceInWords(value: number, unit: DifferenceUnit, language: Language): string {
  return unit === 'share'
    ? `${amount(value, unit, language, true)}\u00a0${language === 'ru' ? 'п.\u202fп.' : 'pp'}`
    : deviations(value, language, true);
}

/** The number of a difference alone: percentage points or standard deviations. */
export function amount(value: number, unit: DifferenceUnit, language: Language, signed: boolean): string {
  return formatNumber(unit === 'share' ? value * 100 : value, language, { digits: 1, signed });
}

export interface EffectWords {
  /** «Изменилось», «Не изменилось», «Данных ещё нет»… */
  readonly verdict: string;
  readonly sentence: string;
  /** What has to be borne in mind with it. */
  readonly notes: readonly string[];
}

/** What came of it, in words; of an aim that names a sign the notes say that strong signs fall back by themselves. */
export function effectInWords(effect: Effect, subject: AimSubject, reason: string, language: Language): EffectWords {
  const ru = language === 'ru';
  switch (effect.kind) {
    case 'measured':
      return measuredInWords(effect, subject.kind, language);
    case 'notYet':
      return {
        verdict: ru ? 'Данных ещё нет' : 'No data yet',
        sentence:
          effect.why === 'nextYear'
            ? ru
              ? 'Сравнение появится, когда будут загружены результаты следующего года.'
              : 'The comparison appears once results of the next year are uploaded.'
            : ru
              ? 'Сравнение появится, когда будет проанализирована следующая работа по этому предмету.'
              : 'The comparison appears once the next work in this subject is analysed.',
        notes: [],
      };
    case 'tooSmall': {
      const given = effect.given === null ? (ru ? 'меньше 5' : 'fewer than 5') : formatNumber(effect.given, language);
      const what =
        TOO_FEW[effect.of]?.[language] ?? countedIn(subject.kind === 'index' ? subject.index : null, language).many;
      const when = effect.when === 'before' ? (ru ? 'тогда' : 'then') : ru ? 'теперь' : 'now';
      return {
        verdict: ru ? 'Вывода нет' : 'No conclusion',
        sentence: ru
          ? `Для сравнения мало данных: ${what} ${when} ${given}, нужно не меньше ${effect.required}.`
          : `Too little to compare: ${what} ${when} ${given}, at least ${effect.required} are needed.`,
        notes: [],
      };
    }
    case 'notMeasurable':
      return {
        verdict: ru ? 'Измерить нельзя' : 'Cannot be measured',
        sentence: stopped(`${capital(whyNot(effect.reason, language))}${reason ? `: ${reason}` : ''}`),
        notes: [],
      };
  }
}

function measuredInWords(
  { difference, interval, unit, words }: Extract<Effect, { kind: 'measured' }>,
  kind: AimSubject['kind'],
  language: Language,
): EffectWords {
  const ru = language === 'ru';
  const range = ru
    ? `с учётом случайности от ${amount(interval.low, unit, 'ru', true)} до ${differenceInWords(interval.high, unit, 'ru')}`
    : `allowing for chance from ${amount(interval.low, unit, 'en', true)} to ${differenceInWords(interval.high, unit, 'en')}`;
  const of =
    unit === 'share'
      ? ru
        ? 'Доля'
        : 'The share'
      : ru
        ? 'Отклонение от честного эталона'
        : 'The distance from the honest reference';
  const shown = differenceInWords(difference, unit, language);
  const notes =
    words === 'notShown'
      ? [
          ru
            ? 'Эффект не показан. Это обычный ответ: разница не больше той, что бывает случайно; о самом мероприятии он ничего не говорит.'
            : 'No effect is shown. That is a usual answer: the difference is no larger than chance makes; of the measure itself it says nothing.',
        ]
      : [
          ru
            ? 'Отчего изменилось, по этим данным сказать нельзя: вместе с мероприятием менялось и другое.'
            : 'Why it changed these data cannot tell: other things changed along with the measure.',
        ];
  if (kind === 'finding' && words !== 'rose') {
    notes.push(
      ru
        ? 'Признак назван потому, что был сильным: часть снижения бывает и без мероприятий.'
        : 'The sign was named because it was strong: a part of such a fall comes without any measure.',
    );
  }
  if (words === 'notShown')
    return {
      verdict: ru ? 'Не изменилось' : 'Not changed',
      sentence: stopped(`${ru ? 'Разница' : 'The difference is'} ${shown}; ${range}`),
      notes,
    };
  const way = words === 'fell' ? (ru ? 'меньше' : 'smaller') : ru ? 'больше' : 'larger';
  return {
    verdict: ru ? 'Изменилось' : 'Changed',
    sentence: stopped(ru ? `${of} ${way}: ${shown}; ${range}` : `${of} is ${way}: ${shown}; ${range}`),
    notes,
  };
}

function whyNot(reason: Extract<Effect, { kind: 'notMeasurable' }>['reason'], language: Language): string {
  const ru = language === 'ru';
  switch (reason) {
    case 'ruleChanged':
      return ru
        ? 'край изменил порог индекса, и два года посчитаны по-разному'
        : 'the region changed the threshold of the index, so that the two years are counted differently';
    case 'markerNotApplicable':
      return ru
        ? 'к следующей работе этот способ проверки неприменим'
        : 'this way of checking does not apply to the next work';
    case 'noMarker':
      return ru ? 'тогда ни один способ проверки не применялся' : 'no way of checking applied then';
    default:
      return NO_MEASURE[reason][language];
  }
}

/** «п. п.» and a person's own full stop end a sentence as well. */
const stopped = (words: string): string => (words.endsWith('.') ? words : `${words}.`);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Words of the spreadsheet. */
export const SHEET = {
  ru: {
    title: 'Что изменилось после мероприятий',
    file: 'Что изменилось.xlsx',
    number: '№',
    measure: 'Мероприятие',
    aim: 'Чему отвечает',
    named: 'Названо',
    before: 'Было',
    after: 'Стало',
    answer: 'Ответ',
    words: 'Пояснение',
    withheld: 'показатели не открыты',
    plan: 'План',
    organization: 'Организация',
    by: 'Кто скачал',
    on: 'На день',
  },
  en: {
    title: 'What has changed after measures',
    file: 'What has changed.xlsx',
    number: 'No.',
    measure: 'Measure',
    aim: 'Answers to',
    named: 'Named',
    before: 'Then',
    after: 'Now',
    answer: 'Answer',
    words: 'Explanation',
    withheld: 'figures are not open',
    plan: 'Plan',
    organization: 'Organisation',
    by: 'Downloaded by',
    on: 'As of',
  },
} as const;
