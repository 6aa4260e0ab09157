import { formatNumber } from '#src/platform/ui/format.ts';
import type { Language } from '#src/platform/ui/i18n.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import type { ParticipationAnswer, Weaker } from '../participation/participation.ts';
import { changeText, share } from './change-text.ts';
import type { Detail } from './facts.ts';
import { oneIn } from './finding-text.ts';
import { Passage } from './Passage.tsx';

/** Who wrote and who did not: an answer of its own beside the markers. */
export function ParticipationPassage({ detail }: { readonly detail: Detail }) {
  const t = useText(changeText);
  const { language } = useLanguage();
  if (detail.participation === null) return null;
  const [first, ...rest] = sentencesOf(detail.participation, language);
  return (
    <Passage title={t.participation}>
      <p>{first}</p>
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Passage>
  );
}

/** The answer in sentences: the figures, then what they say of the absent. */
function sentencesOf(answer: ParticipationAnswer, language: Language): string[] {
  const t = changeText[language];
  if (answer.kind === 'insufficient') return [t.tooFewListed(answer.given, answer.required)];
  if (answer.kind === 'unknown') return [t.unknownAbsence];
  const { present, listed, low, high, regionShare, otherShare, p, weaker } = answer;
  const figures = [
    t.wrote(present, listed, share(present / listed, language), share(low, language), share(high, language)),
    t.regionShare(share(regionShare, language)),
    ...(otherShare === null ? [] : [t.otherShare(share(otherShare, language))]),
    answer.kind === 'low' && p !== null ? t.low(oneIn(p, language)) : t.usual,
  ];
  return [figures.join(' '), ...aboutWeaker(weaker, language)];
}

function aboutWeaker(weaker: Weaker, language: Language): string[] {
  const t = changeText[language];
  if (weaker.kind === 'unknown') {
    return { nobodyAbsent: [], noMarks: [t.noMarks], few: [t.few] }[weaker.reason];
  }
  const absent = formatNumber(weaker.absentMean, language, { digits: 1 });
  const present = formatNumber(weaker.presentMean, language, { digits: 1 });
  return [weaker.kind === 'weaker' ? t.weaker(absent, present, weaker.absentMarked) : t.notWeaker(absent, present)];
}
