/** Sentences of notices and of the messages around them, in Russian and English. */
import { count } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import type { NoticeFacts, NoticeKind } from './model.ts';

type Sentence = (facts: NoticeFacts) => string;

const PROPOSALS = {
  ru: { one: 'предложение', few: 'предложения', many: 'предложений' },
  en: { one: 'proposal', other: 'proposals' },
} as const;

const quoted = (words: string | undefined): string => (words ? `«${words}»` : '');
const inQuotes = (words: string | undefined): string => (words ? `“${words}”` : '');
const remark = (facts: NoticeFacts): string => (facts.remark ? `: ${facts.remark}` : '.');

export const NOTICE_SENTENCES: Readonly<Record<NoticeKind, Readonly<Record<Language, Sentence>>>> = {
  planSent: {
    ru: ({ subject, organization }) =>
      `${organization}: получен план ${quoted(subject)}. Посмотрите его, назначьте людей и утвердите.`,
    en: ({ subject, organization }) =>
      `${organization} sent the plan ${inQuotes(subject)}. Look it through, appoint people and approve it.`,
  },
  proposals: {
    ru: ({ subject, organization, count: n = 0 }) =>
      `${organization}: ${count(n, 'ru', PROPOSALS.ru)} к плану ${quoted(subject)}. Ответьте на них.`,
    en: ({ subject, organization, count: n = 0 }) =>
      `${organization}: ${count(n, 'en', PROPOSALS.en)} to the plan ${inQuotes(subject)}. Answer them.`,
  },
  proposalAnswered: {
    ru: (facts) => `${facts.organization}: предложение к плану ${quoted(facts.subject)} отклонено${remark(facts)}`,
    en: (facts) => `${facts.organization} declined a proposal to the plan ${inQuotes(facts.subject)}${remark(facts)}`,
  },
  evidenceSubmitted: {
    ru: ({ subject }) => `Подтверждение ждёт вашей проверки: ${subject}`,
    en: ({ subject }) => `Evidence waits for your review: ${subject}`,
  },
  evidenceReturned: {
    ru: (facts) => `Подтверждение возвращено, ${quoted(facts.subject)}${remark(facts)}`,
    en: (facts) => `Evidence was returned, ${inQuotes(facts.subject)}${remark(facts)}`,
  },
  evidenceAccepted: {
    ru: ({ subject }) => `Подтверждение принято: ${subject}`,
    en: ({ subject }) => `Evidence was accepted: ${subject}`,
  },
  monthSubmitted: {
    ru: ({ organization, month }) => `${organization}: представлен отчёт за ${monthWords(month, 'ru')}.`,
    en: ({ organization, month }) => `${organization} handed in the report of ${monthWords(month, 'en')}.`,
  },
  monthReturned: {
    ru: (facts) => `Отчёт за ${monthWords(facts.month, 'ru')} возвращён${remark(facts)}`,
    en: (facts) => `The report of ${monthWords(facts.month, 'en')} was returned${remark(facts)}`,
  },
  monthAccepted: {
    ru: ({ month }) => `Отчёт за ${monthWords(month, 'ru')} принят.`,
    en: ({ month }) => `The report of ${monthWords(month, 'en')} was accepted.`,
  },
};

/** «ноябрь 2026 года», "November 2026". @param month «2026-11» */
function monthWords(month: string | undefined, language: Language): string {
  if (month === undefined) return '';
  const [year, number] = month.split('-').map(Number) as [number, number];
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, number - 1));
  return language === 'ru' ? `${name} ${year} года` : `${name} ${year}`;
}

export function noticeSentence(kind: NoticeKind, facts: NoticeFacts, language: Language): string {
  return NOTICE_SENTENCES[kind][language](facts);
}
