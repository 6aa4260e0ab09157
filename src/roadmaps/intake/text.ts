/** Words of plans on their way in that the server says too. */
import { defineText } from '#src/platform/ui/i18n.ts';
import type { DraftDefect } from './draft.ts';

export const intakeText = defineText({
  ru: {
    defects: {
      noTitle: 'у плана нет названия',
      noMeasures: 'в плане нет ни одного мероприятия',
      emptyMeasure: 'есть мероприятие без текста',
    } satisfies Record<DraftDefect, string>,
    pasted: 'Вставлено из буфера',
  },
  en: {
    defects: {
      noTitle: 'the plan has no title',
      noMeasures: 'the plan has no measure',
      emptyMeasure: 'a measure has no text',
    },
    pasted: 'Pasted from the clipboard',
  },
});
