/**
 * The words by which a measure's kind is proposed: stems with weights. A kind fits as well as its stems found weigh together; an
 * act («назначить», «отчёт») weighs more than the subject that all measures of such plans share («объективность», «ВПР»).
 */
import type { Stems } from './acts.ts';
import { STEMS_OF_ANALYSIS } from './stems-of-analysis.ts';
import { STEMS_OF_CONDUCT } from './stems-of-conduct.ts';
import { STEMS_OF_TEACHERS } from './stems-of-teachers.ts';
import type { KindId } from './text.ts';

export const KIND_STEMS: Readonly<Record<KindId, Stems>> = {
  ...STEMS_OF_ANALYSIS,
  ...STEMS_OF_TEACHERS,
  ...STEMS_OF_CONDUCT,
};
