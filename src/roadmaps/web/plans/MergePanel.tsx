import { useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { date, time } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { editingText, valueInWords } from '../../plans/text.ts';
import { type Conflict, type Edit, withoutFields } from './merge.ts';
import { Panel } from './Panel.tsx';
import styles from './plan.module.css';
import { panelText } from './panel-text.ts';
import type { Merge, PlanEditing } from './usePlanEditing.ts';

export interface MergePanelProps {
  readonly merge: Merge;
  readonly editing: PlanEditing;
  /** Fields that are settled: sent, or left as stored. */
  readonly onSettled: (conflicts: readonly Conflict[]) => void;
}

const name = ({ key, field }: Conflict): string => `${key}:${field}`;

/** Both versions side by side, field by field; mine is chosen until the person says otherwise. */
export function MergePanel({ merge, editing, onSettled }: MergePanelProps) {
  const t = useText(panelText).merge;
  const { language } = useLanguage();
  const fields = useText(editingText).fields;
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<string | null>(null);
  const { conflicts, by, at } = merge;
  const when = at ? `${date(at.slice(0, 10), language)}, ${time(at)}` : '';

  const save = async (): Promise<void> => {
    const edits: readonly Edit[] = withoutFields(
      merge.edits,
      conflicts.filter((conflict) => theirs.has(name(conflict))),
    );
    if (edits.length) {
      const sent = await editing.send(edits);
      if (sent.kind === 'failed') {
        setFailure(sent.error.message);
        return;
      }
      // Changed once more while choosing: the newer pair of versions is on the screen already.
      if (sent.kind === 'merge') return;
    }
    onSettled(conflicts);
    editing.endMerge();
  };
  const choose = (conflict: Conflict, stored: boolean): void => {
    const next = new Set(theirs);
    if (stored) next.add(name(conflict));
    else next.delete(name(conflict));
    setTheirs(next);
  };

  return (
    <Panel title={t.title} lead={t.lead(by, when)} onClose={editing.endMerge}>
      {failure ? <Notice kind="problem" title={failure} live /> : null}
      <table className={styles.merge}>
        <caption className="visually-hidden">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">
              {t.mine}
              {conflicts.length > 1 ? (
                <Button kind="quiet" onClick={() => setTheirs(new Set())}>
                  {t.allMine}
                </Button>
              ) : null}
            </th>
            <th scope="col">
              {t.theirs(by)}
              {conflicts.length > 1 ? (
                <Button kind="quiet" onClick={() => setTheirs(new Set(conflicts.map(name)))}>
                  {t.allTheirs}
                </Button>
              ) : null}
            </th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict) => (
            <tr key={name(conflict)}>
              <th scope="row">
                {fields[conflict.field] ?? conflict.field}
                <span className={styles.mergeSubject}>{conflict.subject}</span>
              </th>
              <td data-chosen={!theirs.has(name(conflict))}>
                <Version
                  group={name(conflict)}
                  words={valueInWords(conflict.field, conflict.mine, language)}
                  chosen={!theirs.has(name(conflict))}
                  onChoose={() => choose(conflict, false)}
                />
              </td>
              <td data-chosen={theirs.has(name(conflict))}>
                <Version
                  group={name(conflict)}
                  words={valueInWords(conflict.field, conflict.theirs, language)}
                  chosen={theirs.has(name(conflict))}
                  onChoose={() => choose(conflict, true)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <span className={styles.ways}>
        <Button kind="main" busy={editing.busy} onClick={() => void save()}>
          {t.save}
        </Button>
      </span>
    </Panel>
  );
}

function Version({
  group,
  words,
  chosen,
  onChoose,
}: {
  readonly group: string;
  readonly words: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <label>
      <input type="radio" name={group} checked={chosen} onChange={onChoose} />
      <span>{words}</span>
    </label>
  );
}
