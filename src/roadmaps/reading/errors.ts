/** Why a file is not read as a plan. */
import { type RefusalList, refusals } from '#src/platform/errors.ts';

export const planRefusals = {
  planPdfEncrypted: {
    status: 422,
    ru: 'PDF закрыт паролем. Откройте его, сохраните копию без пароля (Печать → «Сохранить как PDF») и загрузите её или DOCX.',
    en: 'The PDF is protected by a password. Open it, save a copy without one (Print → “Save as PDF”) and load that or a DOCX.',
  },
  planPdfDamaged: {
    status: 422,
    ru: 'PDF не открывается ({found}): файл повреждён или загружен не до конца. Скачайте его ещё раз или загрузите план в DOCX.',
    en: 'The PDF cannot be opened ({found}): it is damaged or was not downloaded to the end. Download it again or load the plan as DOCX.',
  },
  planPdfTooLong: {
    status: 422,
    ru: 'PDF не прочитан за {seconds} с. Сохраните страницы с планом отдельным файлом или загрузите план в DOCX.',
    en: 'The PDF was not read within {seconds} s. Save the pages with the plan as a file of their own, or load the plan as DOCX.',
  },
  planDoc: {
    status: 422,
    ru: 'Это старый формат Word или Excel (97–2003). Откройте файл и сохраните как DOCX или XLSX.',
    en: 'This is an old format of Word or Excel (97–2003). Open the file and save it as DOCX or XLSX.',
  },
  planScan: {
    status: 422,
    ru: 'Это снимок страницы, текста в нём нет. Распознайте его и загрузите текст или DOCX.',
    en: 'This is a picture of a page without any text. Recognise it and load the text or a DOCX.',
  },
  planOtherOffice: {
    status: 422,
    ru: 'В файле нет ни документа Word, ни книги Excel. Сохраните план как DOCX или XLSX.',
    en: 'The file holds neither a Word document nor an Excel workbook. Save the plan as DOCX or XLSX.',
  },
  planNotText: {
    status: 422,
    ru: 'Это не документ: внутри {found}. Загрузите план в DOCX, XLSX, HTML или тексте.',
    en: 'This is not a document: inside is {found}. Load the plan as DOCX, XLSX, HTML or text.',
  },
  planTooLarge: {
    status: 413,
    ru: 'Файл слишком большой: {found} МБ; планы принимаются до {allowed} МБ.',
    en: 'The file is too large: {found} MB; plans up to {allowed} MB are accepted.',
  },
} as const satisfies RefusalList;

export const refusePlan = refusals(planRefusals);
