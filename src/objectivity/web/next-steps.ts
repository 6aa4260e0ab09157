import { points } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { boundaryExcess, type Computed, type Detail } from './facts.ts';
import { listed } from './finding-text.ts';
import { stepsText } from './steps-text.ts';

/** So large a share of absent pupils can change the picture by itself. */
const ABSENCE_WORTH_ASKING = 0.15;
const TASKS_NAMED = 5;

/** What can be done about a finding, the most useful first; every mechanism that carries it has its step. */
export function nextSteps(detail: Detail, own: boolean, language: Language): string[] {
  const t = stepsText[language];
  if (detail.localFdr === null) return [t.tooFew];
  if (!detail.signalled) return [t.nothing];
  const carrying = detail.markers.filter(
    (marker): marker is Computed =>
      marker.kind === 'computed' && detail.mechanisms.includes(marker.mechanism) && marker.p < 0.05,
  );
  const steps = carrying.sort((a, b) => a.p - b.p).flatMap((marker) => stepsOf(marker, detail, language));
  const missing = detail.absent / Math.max(1, detail.absent + detail.participants);
  return [
    ...new Set([
      ...steps,
      ...(missing >= ABSENCE_WORTH_ASKING ? [t.absent(detail.absent)] : []),
      own ? t.ownClass : t.ask[detail.level],
    ]),
  ];
}

function stepsOf(marker: Computed, detail: Detail, language: Language): string[] {
  const t = stepsText[language];
  const extended = detail.tasks.filter((task) => task.response === 'extended').map((task) => task.id);
  const named = (marker.details.tasks ?? [])
    .filter((task) => task.z > 1)
    .sort((a, b) => b.z - a.z)
    .slice(0, TASKS_NAMED)
    .map((task) => task.id);
  const inOrder = listed(
    detail.tasks.map((task) => task.id).filter((id) => named.includes(id)),
    language,
  );
  switch (marker.id) {
    case 'B1': {
      const at = boundaryExcess(detail);
      if (!at) return [];
      const range = [points(at.score, language), points(at.score + 1, language)] as const;
      return [
        t.boundary(at.above, at.mark, ...range),
        ...(extended.length ? [t.boundaryExtended(listed(extended, language))] : []),
      ];
    }
    case 'B2':
      return inOrder ? [t.hard(inOrder, named.length), t.hardTaught] : [t.hardTaught];
    case 'B3':
      return extended.length ? [t.extended(inOrder || listed(extended, language))] : [];
    case 'B4':
      return [t.profile];
    case 'B5':
      return [t.copying];
    case 'B6':
      return [t.level];
    case 'B7':
      return [t.marks];
    default:
      return [];
  }
}
