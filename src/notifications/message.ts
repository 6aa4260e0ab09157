/** A message as words and as plain HTML: paragraphs alone, since letters are read in old mail programs too. */
import type { Language } from '#src/platform/errors.ts';
import type { Message } from './model.ts';

const FRAME = {
  ru: {
    subject: (first: string) => `Объектив: ${first}`,
    end: 'Письмо составлено системой «Объектив». Отвечать на него не нужно; настройки — в разделе «Уведомления».',
  },
  en: {
    subject: (first: string) => `Obektiv: ${first}`,
    end: 'Sent by the system “Obektiv”. No reply is needed; settings are under “Notices”.',
  },
} as const;

/** Longest subject that mail programs show, signs. */
const SUBJECT = 120;

/**
 * @param paragraphs the first is the sentence that the subject is made of
 * @param subject another subject, where the first paragraph is no good one
 */
export function messageOf(paragraphs: readonly string[], language: Language, subject?: string): Message {
  const t = FRAME[language];
  const all = [...paragraphs, t.end];
  const head = (subject ?? t.subject(paragraphs[0] ?? '')).replace(/\s+/gu, ' ').trim();
  return {
    subject: head.length > SUBJECT ? `${head.slice(0, SUBJECT - 1)}…` : head,
    text: all.join('\n\n'),
    html: all.map((words) => `<p>${escape(words).replaceAll('\n', '<br>')}</p>`).join('\n'),
  };
}

function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
