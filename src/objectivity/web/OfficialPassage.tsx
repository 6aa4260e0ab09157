import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { officialText } from '../official/text.ts';
import type { Detail } from './facts.ts';
import { OfficialTable } from './OfficialTable.tsx';
import { officialWords } from './official-text.ts';
import { Passage } from './Passage.tsx';
import { text } from './text.ts';

/** What published documents say of the school's results, kept apart from the signs. */
export function OfficialPassage({ detail }: { readonly detail: Detail }) {
  const t = useText(officialWords);
  const words = useText(text);
  const { language } = useLanguage();
  if (detail.official.length === 0) return null;
  return (
    <Passage title={t.heading}>
      <p>
        {t.ofSchool} {officialText.disclaimer[language]}
      </p>
      <OfficialTable work={words.work(detail.subject, detail.grade)} readings={detail.official} />
    </Passage>
  );
}
