import { RadioField } from '#src/platform/ui/Field.tsx';
import { DASH, dateTime } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import type { MeasureOccurrence } from './MeasureDate.tsx';
import type { Place, Places } from './place.ts';
import { submitText } from './submit-text.ts';

type Submission = MeasureOccurrence['submissions'][number];

interface HandedInProps {
  readonly places: Places<Submission>;
  readonly place: Place | null;
  readonly error: string | undefined;
  readonly onPlace: (place: Place) => void;
}

/** What the date has already, and whether the new piece takes the place of one of them. */
export function HandedIn({ places, place, error, onPlace }: HandedInProps) {
  const t = useText(submitText);
  const { language } = useLanguage();
  if (!places.asks) return null;
  const hint = ({ submittedBy, submittedAt, evidence, remark }: Submission): string =>
    [`${submittedBy ?? DASH}, ${dateTime(submittedAt, language)}`, remark || (evidence.open ? evidence.note : '')]
      .filter((words) => words !== '' && words !== evidence.title)
      .join('. ');
  return (
    <RadioField
      id="place"
      legend={places.meanwhile.length > 0 ? t.meanwhileTitle : t.handedInTitle}
      error={error ?? null}
      value={place === null ? null : String(place)}
      options={[
        ...places.replaceable.map((one) => ({
          value: String(one.id),
          label: one.state === 'returned' ? t.mendOf(one.evidence.title) : t.versionOf(one.evidence.title),
          hint: hint(one),
        })),
        { value: 'beside', label: t.beside, hint: t.besideHint },
      ]}
      onChange={(chosen) => onPlace(chosen === 'beside' ? chosen : Number(chosen))}
    />
  );
}
