import { Button } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { text as listText } from '../imports/text.ts';
import { AnswerNotices } from './AnswerNotices.tsx';
import { Discard } from './Discard.tsx';
import { FileFacts, PartFacts, TableFacts, usePartName } from './FileFacts.tsx';
import { MapColumns } from './questions/MapColumns.tsx';
import { SchoolQuestion } from './questions/SchoolQuestion.tsx';
import { TableQuestions } from './questions/TableQuestions.tsx';
import { UnknownSchools } from './questions/UnknownSchools.tsx';
import { WorkQuestion } from './questions/WorkQuestion.tsx';
import { needsMapping, openQuestions, type ImportDetail, type ImportPart } from './steps.ts';
import { text } from './text.ts';
import { useAnswer, type Answering } from './useAnswer.ts';
import styles from './wizard.module.css';

interface QuestionsStepProps {
  readonly file: ImportDetail;
  readonly onDone: () => void;
}

/** What the file does not say, asked of a person, one table of the file after another. */
export function QuestionsStep({ file, onDone }: QuestionsStepProps) {
  const t = useText(text);
  const words = useText(listText);
  const answering = useAnswer(file, words.offline);
  const open = openQuestions(file);
  const mapping = needsMapping(file);
  const partName = usePartName();
  return (
    <>
      <PageHeading title={open ? t.title.questions(open, file.fileName) : t.title.answered(file.fileName)} />
      <div className={styles.stack}>
        <AnswerNotices answering={answering} />
        {file.table ? (
          <MapColumns
            key={`${file.id}-${mapping}`}
            fileId={file.id}
            table={file.table}
            confirmed={!mapping}
            answering={answering}
          />
        ) : null}
        {mapping
          ? null
          : file.parts.map((part) => (
              <PartQuestions key={part.id} part={part} sender={file.organization} answering={answering} />
            ))}
        {mapping
          ? null
          : file.tables.map((part) => (
              <section key={part.id} className={styles.part} aria-labelledby={`part-${part.id}`}>
                <h2 id={`part-${part.id}`}>{partName(part)}</h2>
                <TableFacts part={part} />
                {part.needsSchool ? (
                  <SchoolQuestion part={part} sender={file.organization} answering={answering} />
                ) : null}
                {part.questions.length ? <TableQuestions part={part} answering={answering} /> : null}
              </section>
            ))}
        {open ? null : (
          <div className={styles.actions}>
            <Button kind="main" onClick={onDone}>
              {t.forward}
            </Button>
          </div>
        )}
        <section aria-label={t.facts.label} className={styles.part}>
          <FileFacts file={file} />
        </section>
        <Discard file={file} />
      </div>
    </>
  );
}

interface PartQuestionsProps {
  readonly part: ImportPart;
  /** Name of the organisation that sent the file: its papers are of its own schools. */
  readonly sender: string;
  readonly answering: Answering;
}

function PartQuestions({ part, sender, answering }: PartQuestionsProps) {
  const partName = usePartName();
  return (
    <section className={styles.part} aria-labelledby={`part-${part.id}`}>
      <h2 id={`part-${part.id}`}>{partName(part)}</h2>
      <PartFacts part={part} />
      <WorkQuestion part={part} answering={answering} />
      {part.needsSchool ? <SchoolQuestion part={part} sender={sender} answering={answering} /> : null}
      {part.unknownSchools.length ? <UnknownSchools part={part} answering={answering} /> : null}
    </section>
  );
}
