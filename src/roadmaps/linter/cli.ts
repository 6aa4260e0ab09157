/** What `obektiv roadmap lint` prints of a plan that was read; docs/guide/linter.md describes it for people. */
import type { Language } from '#src/platform/ui/i18n.ts';
import type { Roadmap } from '../reading/model.ts';
import { lintedFromRead } from './from-read.ts';
import { lintPlan } from './lint.ts';
import { remarkLines, remarksJson } from './report.ts';

export function* lintLines(read: Roadmap, json: boolean, language: Language): Generator<string> {
  const plan = lintedFromRead(read);
  const remarks = lintPlan(plan);
  if (json) yield JSON.stringify(remarksJson(plan, remarks, language), null, 2);
  else yield* remarkLines(plan, remarks, language);
}
