/** Words of an import's states. */
import type { ImportState } from './store.ts';

export const IMPORT_STATE: Readonly<Record<ImportState, { readonly ru: string; readonly en: string }>> = {
  received: { ru: 'читается', en: 'being read' },
  read: { ru: 'ждёт подтверждения', en: 'waits for confirmation' },
  unreadable: { ru: 'не прочитан', en: 'not readable' },
  committing: { ru: 'загружается', en: 'being stored' },
  committed: { ru: 'загружен', en: 'stored' },
  reverted: { ru: 'загрузка отменена', en: 'reverted' },
  discarded: { ru: 'отложен', en: 'put aside' },
};
