/** One marker of one unit in words; every marker has a file of its own beside this one. */
import type { Language } from '#src/platform/ui/i18n.ts';
import type { MarkerResult, UnitResult } from '../model.ts';
import { markerName } from '../text.ts';
import { explainBoundary } from './boundary.ts';
import { explainContrast } from './contrast.ts';
import { LACK } from './lack.ts';
import { explainLevel } from './level.ts';
import { explainLikeness } from './likeness.ts';
import { explainMarks } from './marks.ts';
import { explainProfile } from './profile.ts';
import { explainConfirmation, explainSpread } from './support.ts';

/** One sentence or two about what a marker saw in this unit, or why it could not look. */
export function explain(marker: MarkerResult, unit: UnitResult, language: Language): string {
  if (marker.kind === 'insufficient') {
    return `${markerName(marker.id, language)}: ${explainLack(marker, language)}`;
  }
  switch (marker.id) {
    case 'B1':
      return explainBoundary(marker, language);
    case 'B2':
      return explainContrast(marker, language, { ru: 'За самые трудные задания', en: 'The hardest tasks' });
    case 'B3':
      return explainContrast(marker, language, {
        ru: 'За задания с развёрнутым ответом',
        en: 'Tasks with an extended answer',
      });
    case 'B4':
      return explainProfile(marker, language);
    case 'B5':
      return explainLikeness(marker, language);
    case 'B6':
      return explainLevel(marker, language);
    case 'B7':
      return explainMarks(marker, unit.level, language);
    case 'B8':
      return explainConfirmation(marker, language);
    case 'B9':
      return explainSpread(marker, language);
    default:
      return markerName(marker.id satisfies never, language);
  }
}

/** What there was too little of, to go on after the marker's name and a colon. */
export function explainLack(marker: Extract<MarkerResult, { kind: 'insufficient' }>, language: Language): string {
  return `${LACK[marker.reason](marker.required, marker.given)[language]}.`;
}
