/** Notices within the system and messages outside it. Shapes only. */

export const NOTICE_KINDS = [
  'planSent',
  'proposals',
  'proposalAnswered',
  'evidenceSubmitted',
  'evidenceReturned',
  'evidenceAccepted',
  'monthSubmitted',
  'monthReturned',
  'monthAccepted',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a notice's sentence is made from. */
export interface NoticeFacts {
  /** Title of a plan, words of a measure. */
  readonly subject?: string;
  readonly organization?: string;
  readonly count?: number;
  readonly remark?: string;
  /** «2026-11» */
  readonly month?: string;
}

/** A letter or a message of a messenger: the same words in two forms. */
export interface Message {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export const CHANNELS = ['mail', 'max'] as const;
export type ChannelId = (typeof CHANNELS)[number];

/** A way out of the system. A messenger is added by writing one of these. */
export interface Channel {
  readonly id: ChannelId;
  /**
   * Hands a message over.
   * @param address an e-mail address, or the number of a chat
   * @throws any error: the delivery is tried again later and its words are kept for the administrator
   */
  send(address: string, message: Message): Promise<void>;
  close(): void;
}
