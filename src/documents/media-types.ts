/** Media types of the formats that documents leave in. */
import { XLSX } from '#src/platform/http/common.ts';
import { DOCX_MEDIA_TYPE } from './docx/render.ts';
import type { DocumentFormat } from './model.ts';
import { PDF_MEDIA_TYPE } from './pdf/render.ts';

export const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  docx: DOCX_MEDIA_TYPE,
  pdf: PDF_MEDIA_TYPE,
  xlsx: XLSX,
};
