/** What came of a measure, in words. What changed is said, what caused it never. */
import type { InsufficientReason } from '#src/objectivity/model.ts';
import { formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { amount, differenceInWords } from './figures-text.ts';
import type { AimSubject, Effect } from './model.ts';
import { countedIn, NO_MEASURE, type Words } from './text.ts';

const TOO_FEW: Partial<Readonly<Record<InsufficientReason, Words>>> = {
  papersNearBoundary: { ru: 'работ у границы отметки', en: 'papers near a boundary of marks' },
  classes: { ru: 'классов', en: 'classes' },
  journalMarks: { ru: 'работ с отметкой в журнале', en: 'papers with a journal mark' },
};

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
