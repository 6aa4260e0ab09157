import { useMemo } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { addMeasure, answerProblem, changeMeasure, measureBefore, measureOfRow } from '../../intake/edits.ts';
import type { PlanDraft } from '../../intake/model.ts';
import type { Problem } from '../../reading/model.ts';
import { keysByPlace, type SourceView, type ViewRow } from '../../reading/source-view.ts';
import { problemInWords } from '../../reading/text.ts';
import type { IntakeDetail } from './api.ts';
import styles from './review.module.css';
import { text } from './text.ts';

interface ProblemsProps {
  readonly problems: IntakeDetail['problems'];
  readonly view: SourceView | null;
  readonly draft: PlanDraft;
  readonly onChange: (draft: PlanDraft) => void;
  readonly onShow: (place: string) => void;
  readonly onSelect: (id: string) => void;
}

/** What was read after all, in a way that a person should know of. */
const INFORMS: ReadonlySet<string> = new Set(['schoolYearGuessed', 'headerMissing', 'nestedTable']);
/** What can become a measure, or a part of one. */
const OF_ROWS: ReadonlySet<string> = new Set(['rowNotUnderstood', 'tableNotUnderstood']);

/** What the reading did not understand: each with its place and what may be done about it. Nothing goes away by itself. */
export function Problems({ problems, view, draft, onChange, onShow, onSelect }: ProblemsProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const { rows, order } = useMemo(() => placesOf(view), [view]);
  if (problems.length === 0) return null;
  const open = problems.filter((_, index) => draft.answers[String(index)] === undefined).length;
  const settle = (index: number, problem: IntakeDetail['problems'][number], how: 'measure' | 'joined'): void => {
    const row = problem.place === null ? null : (rows.get(problem.place) ?? null);
    const fields = measureOfRow(row, problem.words ?? '');
    const previous = measureBefore(draft, problem.place ?? '', order);
    if (how === 'joined') {
      if (previous === null) return;
      const joined = changeMeasure(draft, previous.id, {
        text: `${previous.text} ${fields.text ?? ''}`.trim(),
        checked: false,
      });
      onChange(answerProblem(joined, index, 'joined'));
      onSelect(previous.id);
      return;
    }
    const first = draft.sections[0];
    if (first === undefined) return;
    const added = addMeasure(draft, previous === null ? { section: first.id } : { after: previous.id }, fields);
    onChange(answerProblem(added.draft, index, 'measure'));
    onSelect(added.id);
  };
  return (
    <details className={styles.problems} open={open > 0}>
      <summary>{open > 0 ? t.problems(open) : t.problemsDone}</summary>
      <ol>
        {problems.map((problem, index) => {
          const answer = draft.answers[String(index)];
          const { place } = problem;
          return (
            // oxlint-disable-next-line react/no-array-index-key -- problems of a reading never change; their index is their name
            <li key={index} data-answered={answer !== undefined}>
              {/* The codes are those of reading/model.ts; the contract knows them as texts. */}
              <p>{problemInWords(problem as Problem, language)}</p>
              <p className={styles.verbs}>
                {place !== null && order.has(place) ? (
                  <Button kind="quiet" onClick={() => onShow(place)}>
                    {t.show}
                  </Button>
                ) : null}
                {answer === undefined ? (
                  <>
                    {OF_ROWS.has(problem.code) ? (
                      <>
                        <Button kind="quiet" onClick={() => settle(index, problem, 'measure')}>
                          {t.makeMeasure}
                        </Button>
                        <Button kind="quiet" onClick={() => settle(index, problem, 'joined')}>
                          {t.joinAbove}
                        </Button>
                      </>
                    ) : null}
                    <Button kind="quiet" onClick={() => onChange(answerProblem(draft, index, 'leftOut'))}>
                      {INFORMS.has(problem.code) ? t.understood : t.leaveOut}
                    </Button>
                  </>
                ) : (
                  <>
                    <span className="soft">{INFORMS.has(problem.code) ? t.understood : t.answers[answer]}</span>
                    {answer === 'leftOut' ? (
                      <Button kind="quiet" onClick={() => onChange(answerProblem(draft, index, null))}>
                        {t.takeBack}
                      </Button>
                    ) : null}
                  </>
                )}
              </p>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

function placesOf(view: SourceView | null) {
  const rows = new Map<string, ViewRow>();
  const order = new Map<string, number>();
  if (view === null) return { rows, order };
  for (const place of keysByPlace(view).keys()) order.set(place, order.size);
  for (const block of view.blocks) {
    if (block.kind === 'table') {
      for (const row of block.rows) if (!rows.has(row.place)) rows.set(row.place, row);
    } else if (!rows.has(block.place)) {
      const { key, place, text: words, bold } = block;
      rows.set(place, { key, place, cells: [{ text: words, colspan: 1, rowspan: 1, bold }] });
    }
  }
  return { rows, order };
}
