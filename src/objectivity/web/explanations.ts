import type { Language } from '#src/platform/ui/i18n.ts';
import type { MarkerResult, UnitResult } from '../model.ts';

export const explain = (m: MarkerResult, u: UnitResult, _l: Language) =>
  m.kind === 'insufficient'
    ? `${m.id}: есть ${m.given}, нужно не меньше ${m.required} (${m.reason}).`
    : `${m.id}: ${m.effect.value.toFixed(2)} ${m.effect.unit} по ${u.participants} работам; задания ${(
        m.details.tasks ?? []
      )
        .slice(0, 3)
        .map((t) => t.id)
        .join(', ')}.`;
export const headline = (d: UnitResult, _l: Language) =>
  `В ${d.className ?? d.school ?? d.municipality} по предмету «${d.subject}» трудные задания решены лучше, чем ожидается`;
export const caveats = (_d: UnitResult, _l: Language): string[] => [
  'Класс мог учиться по углублённой программе: тогда трудные задания решают лучше при той же сумме.',
  'Тему трудных заданий могли пройти непосредственно перед работой.',
];
