import { useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { RadioField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import type { ImportPart } from '../steps.ts';
import type { Answering } from '../useAnswer.ts';
import styles from '../wizard.module.css';
import { DescribeWork } from './DescribeWork.tsx';
import { text } from './text.ts';

interface WorkQuestionProps {
  readonly part: ImportPart;
  readonly answering: Answering;
}

const NEW_WORK = 'new';

/** Which work a table belongs to: one of those that fit, or a new one that is described here. */
export function WorkQuestion({ part, answering }: WorkQuestionProps) {
  const t = useText(text);
  const decided = part.workId !== null || part.newWork;
  const [changing, setChanging] = useState(false);
  if (decided && !changing) {
    // A single fitting work is taken without asking; there is nothing to change about it.
    if (part.workId !== null && part.candidates.length < 2) return null;
    return (
      <p className={styles.said}>
        {part.newWork ? t.willDescribe(part.workName ?? '') : t.chosen(part.workName ?? '')}
        <Button kind="quiet" onClick={() => setChanging(true)}>
          {t.change}
        </Button>
      </p>
    );
  }
  return <Choice part={part} answering={answering} onSaved={() => setChanging(false)} />;
}

function Choice({ part, answering, onSaved }: WorkQuestionProps & { readonly onSaved: () => void }) {
  const t = useText(text);
  const [chosen, setChosen] = useState<string | null>(
    part.newWork || part.candidates.length === 0 ? NEW_WORK : part.workId === null ? null : String(part.workId),
  );
  const [missing, setMissing] = useState(false);
  const choose = () => {
    setMissing(chosen === null);
    if (chosen !== null) answering.answer({ part: { id: part.id, workId: Number(chosen) } }, onSaved);
  };
  return (
    <div className={styles.question}>
      {part.candidates.length ? (
        <RadioField
          id={`work-${part.id}`}
          legend={t.whichWork}
          hint={t.whichWorkHint}
          error={missing ? t.noWorkChosen : null}
          value={chosen}
          options={[
            ...part.candidates.map((candidate) => ({ value: String(candidate.workId), label: candidate.name })),
            { value: NEW_WORK, label: t.otherWork },
          ]}
          onChange={setChosen}
        />
      ) : null}
      {chosen === NEW_WORK ? (
        <DescribeWork part={part} answering={answering} onSaved={onSaved} />
      ) : (
        <Button kind="main" busy={answering.busy} onClick={choose}>
          {t.chooseThis}
        </Button>
      )}
    </div>
  );
}
