/** Why a form is not accepted or a document is not given. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const documentRefusals = {
  noTemplateFile: {
    status: 400,
    ru: 'Выберите файл шаблона в формате DOCX.',
    en: 'Choose the file of the form, a DOCX.',
  },
  templateTooLarge: {
    status: 413,
    ru: 'Шаблон больше {allowed} МБ. Уменьшите рисунки в нём (Word: Формат рисунка → Сжать рисунки) и загрузите снова.',
    en: 'The form is larger than {allowed} MB. Make its pictures smaller (Word: Picture Format → Compress Pictures) and upload again.',
  },
  templateNotDocx: {
    status: 415,
    ru: 'Это не документ Word в формате DOCX. Откройте файл в Word и сохраните: Файл → Сохранить как → Документ Word (*.docx).',
    en: 'This is not a Word document in the DOCX format. Open it in Word and save: File → Save As → Word Document (*.docx).',
  },
  templateMacros: {
    status: 415,
    ru: 'В шаблоне есть макросы, такие файлы не принимаются. Сохраните его в Word как «Документ Word (*.docx)»: макросы будут удалены.',
    en: 'The form contains macros; such files are not accepted. Save it in Word as “Word Document (*.docx)”: the macros will be removed.',
  },
  templateProblems: {
    status: 422,
    ru: 'В шаблоне есть ошибки ({count}): {first} Все ошибки показывает проверка шаблона на странице «Документы».',
    en: 'The form has errors ({count}): {first} The check of the form on the page “Documents” shows all of them.',
  },
  templateKindUnknown: {
    status: 404,
    ru: 'Такого вида документа нет. Вернитесь на страницу «Документы» и выберите вид из списка.',
    en: 'There is no such kind of document. Go back to the page “Documents” and choose a kind from the list.',
  },
} as const satisfies RefusalList;

export const refuseDocument = refusals(documentRefusals);
