/** Words in the names of files. */
import { defineText } from '#src/platform/ui/i18n.ts';

export const documentsText = defineText({ ru: { blank: 'заготовка шаблона' }, en: { blank: 'form to begin with' } });
