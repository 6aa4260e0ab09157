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
    ru: 'Это старый формат Word (.doc). Откройте файл и сохраните как DOCX. Чтобы такие файлы читались сами, администратор сервера ставит LibreOffice.',
    en: 'This is the old Word format (.doc). Open the file and save it as DOCX. For such files to be read as they are, the administrator of the server installs LibreOffice.',
  },
  planRtf: {
    status: 422,
    ru: 'Это файл RTF. Откройте его в Word или LibreOffice и сохраните как DOCX. Чтобы такие файлы читались сами, администратор сервера ставит LibreOffice.',
    en: 'This is an RTF file. Open it in Word or LibreOffice and save it as DOCX. For such files to be read as they are, the administrator of the server installs LibreOffice.',
  },
  planXls: {
    status: 422,
    ru: 'Это старый формат Excel (.xls) или OpenDocument (.ods). Откройте файл и сохраните как «Книга Excel (.xlsx)». Чтобы такие файлы читались сами, администратор сервера ставит LibreOffice.',
    en: 'This is the old Excel format (.xls) or OpenDocument (.ods). Open the file and save it as an Excel workbook (.xlsx). For such files to be read as they are, the administrator of the server installs LibreOffice.',
  },
  planNotConverted: {
    status: 422,
    ru: 'LibreOffice не смог открыть этот файл: он повреждён, закрыт паролем или слишком велик. Откройте его сами и сохраните как {target}.',
    en: 'LibreOffice could not open this file: it is damaged, protected by a password or too large. Open it yourself and save it as {target}.',
  },
  planScan: {
    status: 422,
    ru: 'Это снимок страницы, текста в нём нет. Распознайте его и загрузите DOCX или текст. Чтобы снимки читались сами, администратор сервера ставит Tesseract с русским языком (tesseract-ocr-rus).',
    en: 'This is a picture of a page without any text. Recognise it and load a DOCX or the text. For pictures to be read as they are, the administrator of the server installs Tesseract with Russian (tesseract-ocr-rus).',
  },
  planScanNoRussian: {
    status: 422,
    ru: 'Это снимок страницы. Tesseract на сервере есть, но без русского языка: администратор ставит tesseract-ocr-rus. Пока распознайте снимок сами и загрузите DOCX или текст.',
    en: 'This is a picture of a page. The server has Tesseract without Russian: the administrator installs tesseract-ocr-rus. Until then recognise the picture yourself and load a DOCX or the text.',
  },
  planScanFailed: {
    status: 422,
    ru: 'Снимок страницы {page} не распознан: он повреждён или слишком велик. Снимите страницу заново (300 точек на дюйм) или загрузите план в DOCX.',
    en: 'The picture of page {page} was not recognised: it is damaged or too large. Scan the page again (300 dots an inch) or load the plan as DOCX.',
  },
  planTiff: {
    status: 422,
    ru: 'Это снимок в формате TIFF, он не читается. Сохраните его как PDF, PNG или JPG (любой просмотрщик снимков это умеет) и загрузите снова.',
    en: 'This is a picture in TIFF, which is not read. Save it as PDF, PNG or JPG (any viewer of pictures can) and load it again.',
  },
  planOtherOffice: {
    status: 422,
    ru: 'В файле нет ни документа Word, ни книги Excel. Сохраните план как DOCX или XLSX.',
    en: 'The file holds neither a Word document nor an Excel workbook. Save the plan as DOCX or XLSX.',
  },
  planNotText: {
    status: 422,
    ru: 'Это не документ: внутри {found}. Загрузите план в DOCX, ODT, PDF, XLSX, HTML или тексте.',
    en: 'This is not a document: inside is {found}. Load the plan as DOCX, ODT, PDF, XLSX, HTML or text.',
  },
  planBinary: {
    status: 422,
    ru: 'Это не документ, а двоичные данные. Загрузите план в DOCX, ODT, PDF, XLSX, HTML или тексте.',
    en: 'This is no document but binary data. Load the plan as DOCX, ODT, PDF, XLSX, HTML or text.',
  },
  planDamaged: {
    status: 422,
    ru: 'Документ повреждён: часть «{part}» не читается ({found}). Откройте его в Word или LibreOffice, сохраните заново и загрузите снова.',
    en: 'The document is damaged: its part “{part}” cannot be read ({found}). Open it in Word or LibreOffice, save it anew and load it again.',
  },
  planTooLarge: {
    status: 413,
    ru: 'Файл слишком большой: {found} МБ; планы принимаются до {allowed} МБ.',
    en: 'The file is too large: {found} MB; plans up to {allowed} MB are accepted.',
  },
} as const satisfies RefusalList;

export const refusePlan = refusals(planRefusals);
