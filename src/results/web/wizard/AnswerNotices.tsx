import { useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { text as shared } from '../text.ts';
import type { Answering } from './useAnswer.ts';

/** What became of the last answer when it was not simply stored. */
export function AnswerNotices({ answering }: { readonly answering: Answering }) {
  const t = useText(shared);
  if (answering.conflict) {
    return (
      <Notice kind="attention" title={t.changedMeanwhile} live>
        {t.changedKept}
      </Notice>
    );
  }
  if (answering.refusal) {
    return (
      <Notice kind="problem" live>
        {answering.refusal}
      </Notice>
    );
  }
  return null;
}
