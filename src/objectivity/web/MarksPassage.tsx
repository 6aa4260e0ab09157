import { MarkTransition } from '#src/platform/ui/charts/MarkTransition.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { agreement, type Detail } from './facts.ts';
import { findingText } from './finding-text.ts';
import { MarkAgreementFigures } from './MarkAgreementFigures.tsx';
import { Passage } from './Passage.tsx';

/** Marks of the journal against marks for the work. */
export function MarksPassage({ detail }: { readonly detail: Detail }) {
  const t = useText(findingText);
  const { transition } = detail.distribution;
  const { all, same, lower, higher } = agreement(transition);
  return (
    <Passage title={t.marks}>
      {detail.thresholds === null ? (
        <p>{t.noScale}</p>
      ) : all === 0 ? (
        <p>{t.noJournal}</p>
      ) : (
        <>
          <MarkTransition title={t.marksTitle(same, all, lower, higher)} note={t.marksNote} counts={transition} />
          <MarkAgreementFigures transition={transition} />
        </>
      )}
    </Passage>
  );
}
