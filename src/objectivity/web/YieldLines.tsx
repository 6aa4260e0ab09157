import { percent } from '#src/platform/ui/format.ts';
import type { Output } from '#src/platform/ui/api.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import './api.ts';
import { changeText } from './change-text.ts';

type Yield = Output<'GET /api/findings/:id/change'>['yields'][number];

/** What checking the first signs of a list is expected to give: the shortest step and the whole list. */
export function YieldLines({ yields }: { readonly yields: readonly Yield[] }) {
  const t = useText(changeText);
  const { language } = useLanguage();
  const whole = yields.at(-1);
  if (!whole) return null;
  if (whole.first === 1) return <p>{t.yieldOne(percent(whole.expected, language))}</p>;
  const first = yields[0]!;
  const steps = first === whole ? [whole] : [first, whole];
  return (
    <p>
      {steps.map(({ first: checked, low, high }) => t.yield(checked, low, high, checked === whole.first)).join(' ')}
    </p>
  );
}
