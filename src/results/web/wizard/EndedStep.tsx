import { ButtonLink } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { Discard } from './Discard.tsx';
import { FileFacts } from './FileFacts.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import type { ImportDetail } from './steps.ts';
import { text } from './text.ts';
import styles from './wizard.module.css';

interface EndedStepProps {
  readonly file: ImportDetail;
}

/** A file that could not be read, or that was put aside: why, what is safe, what to do. */
export function EndedStep({ file }: EndedStepProps) {
  const t = useText(text);
  const unreadable = file.state === 'unreadable';
  return (
    <>
      <PageHeading
        title={unreadable ? t.title.unreadable(file.fileName) : t.title.discarded(file.fileName)}
        lead={unreadable ? t.unreadable : t.done.discardedText}
        action={
          <ButtonLink to="/results/upload" kind="main">
            {unreadable ? t.replace : t.done.more}
          </ButtonLink>
        }
      />
      <div className={styles.stack}>
        {file.errors + file.warnings > 0 || file.problems.length ? <ProblemTable file={file} /> : null}
        <FileFacts file={file} />
        {unreadable ? <Discard file={file} /> : null}
      </div>
    </>
  );
}
