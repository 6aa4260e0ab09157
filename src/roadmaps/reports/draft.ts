/** The first text of a report, assembled from facts. A person edits it; each number remembers the fact that it came from. */
import { quoted } from '#src/platform/quotes.ts';
import { factWords } from './fact-words.ts';
import type { Bound, Fact, FactId, Facts, MonthMeasure, Paragraph, ReportSection } from './model.ts';
import { measureParagraph } from './numbers.ts';

/** A sentence with facts in braces: «Представлено вовремя: {onTime}». A sentence whose facts are not counted is left out. */
type Sentence = string;

const OWN: readonly Sentence[] = [
  'Мероприятий с событиями за месяц: {measures}. Сроков исполнения наступило: {due}.',
  'Подтверждения представлены вовремя: {onTime}, с опозданием: {late}, не представлены: {silent}.',
  'Из подтверждений, которым наступил срок, досрочных не считая, принято: {accepted}, на проверке: {underReview}, возвращено на доработку: {returned}.',
  'Представлено досрочно: {early}, из них принято: {earlyAccepted}. Подтверждающих материалов за месяц: {evidence}.',
];

const SCHOOLS: readonly Sentence[] = [
  'План направлен школам: {schools}, утвердили его у себя: {schoolsApproved}.',
  'Отчёт за месяц представили: {schoolsReported}, из них в срок: {reportedOnTime}, с опозданием: {reportedLate}; не представили: {schoolsSilent}.',
  'В школах наступило сроков: {schoolDue}. Представлено вовремя: {schoolOnTime}, с опозданием: {schoolLate}, не представлено: {schoolSilent}, принято: {schoolAccepted}.',
  'Доля представленного школами вовремя: {schoolOnTimeShare} %.',
];

const FACT_IN_BRACES = /\{([\w:]+)\}/gu;

export function draftSections(counted: Facts): ReportSection[] {
  const byId = new Map(counted.facts.map((fact) => [fact.id, fact]));
  const sections: ReportSection[] = [
    section('own', 'Исполнение плана', [
      plain('own-0', `План: ${quoted(counted.title)}.`),
      ...filled('own', OWN, byId),
    ]),
  ];
  if (byId.has('schools')) {
    const silent = counted.schools.filter(({ report }) => report !== 'submitted' && report !== 'accepted');
    sections.push(
      section('schools', 'Исполнение в школах', [
        ...filled('schools', SCHOOLS, byId),
        ...(silent.length === 0
          ? []
          : [plain('schools-silent', `Не представили отчёт: ${silent.map(({ school }) => school).join('; ')}.`)]),
      ]),
    );
  }
  if (counted.measures.length > 0) {
    sections.push(
      section(
        'measures',
        'Мероприятия месяца',
        counted.measures.map((measure) =>
          plain(measureParagraph(measure.measureId), aboutMeasure(measure, counted.day)),
        ),
      ),
    );
  }
  const targets = counted.facts.filter(({ id }) => id.startsWith('target:'));
  if (targets.length > 0) {
    sections.push(
      section(
        'targets',
        'Достигнутые показатели',
        targets.map((fact) => paragraphOf(`fact-${fact.id}`, `${fact.words}. Достигнуто: {${fact.id}}.`, byId)!),
      ),
    );
  }
  return [...sections, section('conclusions', 'Выводы и предложения', [plain('conclusions-0', '')])];
}

function section(id: string, title: string, paragraphs: readonly Paragraph[]): ReportSection {
  return { id, title, paragraphs };
}

function plain(id: string, text: string): Paragraph {
  return { id, text, bound: [], sourced: [] };
}

function filled(id: string, sentences: readonly Sentence[], facts: ReadonlyMap<FactId, Fact>): Paragraph[] {
  return sentences.flatMap((sentence, index) => paragraphOf(`${id}-${index + 1}`, sentence, facts) ?? []);
}

function paragraphOf(id: string, sentence: Sentence, facts: ReadonlyMap<FactId, Fact>): Paragraph | null {
  const bound: Bound[] = [];
  for (const [, name] of sentence.matchAll(FACT_IN_BRACES)) {
    const fact = facts.get(name as FactId);
    if (fact === undefined) return null;
    bound.push({ fact: fact.id, words: factWords(fact) });
  }
  const text = sentence.replace(FACT_IN_BRACES, (_, name) => factWords(facts.get(name as FactId)!));
  return { id, text, bound, sourced: [] };
}

const OUTCOME = {
  open: 'подтверждение не представлено',
  submitted: 'подтверждение на проверке',
  accepted: 'исполнено, подтверждение принято',
  returned: 'подтверждение возвращено на доработку',
  notNeeded: 'не потребовалось',
  cancelled: 'снято',
} as const;
const AHEAD = 'срок впереди';

const DAY = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** @param by ISO day: what is due later is ahead */
function aboutMeasure({ number, text, occurrences, evidence }: MonthMeasure, by: string): string {
  const outcomes = occurrences.map(({ dueOn, state }) => {
    if (dueOn === null) return OUTCOME[state];
    const day = DAY.format(new Date(dueOn));
    return state === 'open' && dueOn > by ? `${AHEAD}, ${day}` : `${OUTCOME[state]} (срок ${day})`;
  });
  const pieces = evidence.length === 0 ? '' : ` Материалы: ${evidence.map(({ title }) => quoted(title)).join(', ')}.`;
  const head = number === null ? text : `№ ${number} ${text}`;
  return `${head.replace(/[.\s]+$/u, '')}: ${[...new Set(outcomes)].join('; ') || 'представлены материалы'}.${pieces}`;
}
