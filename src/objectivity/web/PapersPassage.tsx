import { useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { ScoreHeatmap } from '#src/platform/ui/charts/ScoreHeatmap.tsx';
import { FilterWord } from '#src/platform/ui/FilterWord.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState } from '#src/platform/ui/states.tsx';
import { namedTasks, type Detail, type Papers } from './facts.ts';
import { findingText, listed } from './finding-text.ts';
import { Passage } from './Passage.tsx';
import { unitName } from './unit.ts';

/** The pupil x task matrix. It is asked for only when a person opens it, because opening is written to the journal. */
export function PapersPassage({ detail }: { readonly detail: Detail }) {
  const t = useText(findingText);
  const [opened, setOpened] = useState(false);
  const papers = useContractQuery(
    'GET /api/findings/:id/papers',
    { params: { id: detail.id } },
    { enabled: opened && detail.canReadPapers },
  );
  if (!detail.canReadPapers)
    return (
      <Passage title={t.papers}>
        <p>{detail.level === 'municipality' ? t.noPapersOfMunicipality : t.noRight}</p>
      </Passage>
    );
  return (
    <Passage title={t.papers}>
      {papers.data ? (
        <Matrix detail={detail} data={papers.data} />
      ) : papers.error ? (
        <ErrorState level={3} error={papers.error} onRetry={() => void papers.refetch()} />
      ) : (
        <>
          <p>{t.papersNote}</p>
          <div>
            <Button busy={opened} onClick={() => setOpened(true)}>
              {opened ? t.openingPapers : t.openPapers}
            </Button>
          </div>
        </>
      )}
    </Passage>
  );
}

/** Of a school's classes the first with a sign of its own, because that one tells most. */
function tellingClass(detail: Detail, classes: readonly string[]): string | undefined {
  const signalled = detail.neighbours
    .filter((each) => each.workId === detail.workId && each.level === 'class' && each.signalled)
    .map((each) => each.className);
  return classes.find((name) => signalled.includes(name)) ?? classes[0];
}

function Matrix({ detail, data }: { readonly detail: Detail; readonly data: Papers }) {
  const t = useText(findingText);
  const { language } = useLanguage();
  const classes = [...new Set(data.papers.map((paper) => paper.className))];
  const [chosen, setChosen] = useState(() => tellingClass(detail, classes));
  const shown = { ...data, papers: data.papers.filter((paper) => paper.className === chosen) };
  const strongest = namedTasks(detail).slice(0, 5);
  const named = data.tasks.map((task) => task.id).filter((id) => strongest.includes(id));
  const unit = classes.length > 1 && chosen ? chosen : unitName(detail);
  return (
    <>
      {classes.length > 1 ? (
        <div className="no-print">
          <FilterWord
            label={t.chooseClass}
            value={chosen}
            required
            all=""
            options={classes.map((name) => ({ value: name, label: name }))}
            onChange={(name) => setChosen(name ?? classes[0])}
          />
        </div>
      ) : null}
      <ScoreHeatmap
        title={named.length ? t.matrixNamed(listed(named, language), named.length) : t.matrixTitle(unit)}
        note={t.matrixNote}
        tasks={shown.tasks}
        papers={shown.papers}
        difficulty={shown.tasks.map((task) => task.difficulty)}
        named={named}
      />
      {classes.length === 1 && data.absent > 0 ? <p className="soft small">{t.absentNote(data.absent)}</p> : null}
    </>
  );
}
