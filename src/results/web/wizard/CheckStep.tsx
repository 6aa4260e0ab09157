import { Button, ButtonLink } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { text as listText } from '../imports/text.ts';
import { Discard } from './Discard.tsx';
import { FileFacts, usePartName } from './FileFacts.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { SkipFlawed } from './SkipFlawed.tsx';
import { openQuestions, type ImportDetail } from './steps.ts';
import { text } from './text.ts';
import { useAnswer } from './useAnswer.ts';
import { AnswerNotices } from './AnswerNotices.tsx';
import styles from './wizard.module.css';

interface CheckStepProps {
  readonly file: ImportDetail;
  readonly go: (step: 'questions' | 'preview') => void;
}

/** All problems of the file at once, and the choice to leave out rows that cannot be mended. */
export function CheckStep({ file, go }: CheckStepProps) {
  const t = useText(text);
  const words = useText(listText);
  const partName = usePartName();
  const answering = useAnswer(file, words.offline);
  const all = [...file.parts, ...file.tables];
  const flawed = all.filter((part) => part.flawedRows > 0);
  const blocked = all.some((part) => part.blockers.includes('errors')) || file.problems.some(isError);
  const open = openQuestions(file) > 0;
  const clean = file.errors + file.warnings === 0;
  return (
    <>
      <PageHeading
        title={clean ? t.title.noProblems(file.fileName) : t.title.problems(file.errors, file.warnings, file.fileName)}
        lead={clean ? t.problems.none : file.errors ? t.problems.errorsHint : t.problems.warningsHint}
      />
      <div className={styles.stack}>
        <AnswerNotices answering={answering} />
        {clean ? <FileFacts file={file} /> : <ProblemTable file={file} />}
        {flawed.map((part) => (
          <SkipFlawed key={part.id} part={part} name={all.length > 1 ? partName(part) : null} answering={answering} />
        ))}
        <div className={styles.actions}>
          {blocked ? (
            <ButtonLink to="/results/upload" kind="main">
              {t.replace}
            </ButtonLink>
          ) : null}
          {open ? (
            <Button kind={blocked ? 'plain' : 'main'} onClick={() => go('questions')}>
              {t.toQuestions}
            </Button>
          ) : (
            <Button kind={blocked ? 'plain' : 'main'} onClick={() => go('preview')}>
              {t.toPreview}
            </Button>
          )}
          {all.length && !open ? (
            <Button kind="quiet" onClick={() => go('questions')}>
              {t.toQuestions}
            </Button>
          ) : null}
        </div>
        <Discard file={file} />
      </div>
    </>
  );
}

function isError(problem: ImportDetail['problems'][number]): boolean {
  return problem.severity === 'error';
}
