import { memo, type KeyboardEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import type { DeadlineContext } from '../../deadline/resolve.ts';
import type { Deadlines } from '../../intake/doubts.ts';
import { addMeasure, addSection, removeSection, renameSection } from '../../intake/edits.ts';
import type { DraftMeasure, PlanDraft } from '../../intake/model.ts';
import { MeasureEditor } from './MeasureEditor.tsx';
import styles from './review.module.css';
import { text } from './text.ts';

export interface ReadPlanProps {
  readonly draft: PlanDraft;
  /** Measures that a person should look at. */
  readonly asking: ReadonlySet<string>;
  readonly deadlines: Deadlines;
  readonly context: DeadlineContext;
  readonly selected: string | null;
  readonly onSelect: (id: string | null, focus?: boolean) => void;
  readonly onChange: (draft: PlanDraft) => void;
  /** To the next measure that asks. */
  readonly onNext: () => void;
}

/** Sections and measures as read: short rows, and the chosen one as a form. */
export function ReadPlan(props: ReadPlanProps) {
  const { draft, asking, selected, onSelect, onChange } = props;
  const t = useText(text);
  const add = (section: string): void => {
    const added = addMeasure(draft, { section });
    onChange(added.draft);
    onSelect(added.id, true);
  };
  return (
    <>
      {draft.sections.map((section, index) => (
        <section key={section.id} className={styles.section} aria-label={section.title || t.section(index + 1)}>
          <div className={styles.sectionHead}>
            <input
              type="text"
              aria-label={t.sectionTitle(index + 1)}
              placeholder={t.untitledSection}
              value={section.title}
              onChange={(event) => onChange(renameSection(draft, section.id, event.target.value))}
            />
            {draft.sections.length > 1 ? (
              <Button
                kind="quiet"
                aria-label={t.removeSectionOf(section.title || t.section(index + 1))}
                onClick={() => onChange(removeSection(draft, section.id))}
              >
                {t.removeSection}
              </Button>
            ) : null}
          </div>
          <ol className={styles.measures}>
            {section.measures.map((id) => {
              const measure = draft.measures[id];
              if (measure === undefined) return null;
              return (
                <li key={id} id={`measure-${id}`} data-open={id === selected} data-asks={asking.has(id)}>
                  {id === selected ? (
                    <MeasureEditor {...props} measure={measure} sectionId={section.id} />
                  ) : (
                    <ShortRow measure={measure} asks={asking.has(id)} onSelect={onSelect} />
                  )}
                </li>
              );
            })}
          </ol>
          <Button kind="quiet" className={styles.addRow} onClick={() => add(section.id)}>
            {t.addMeasure}
          </Button>
        </section>
      ))}
      <Button onClick={() => onChange(addSection(draft))}>{t.addSection}</Button>
    </>
  );
}

/** Arrows go from row to row, over the bounds of sections. */
function walkRows(event: KeyboardEvent): void {
  if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const next = rows[rows.indexOf(event.currentTarget as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

interface ShortRowProps {
  readonly measure: DraftMeasure;
  readonly asks: boolean;
  readonly onSelect: (id: string | null, focus?: boolean) => void;
}

const ShortRow = memo(
  function ShortRow({ measure, asks, onSelect }: ShortRowProps) {
    const t = useText(text);
    const people = measure.parties
      .map(({ post, person, organisation }) => [post, person, organisation].filter(Boolean).join(' '))
      .join(', ');
    return (
      <button
        type="button"
        id={`open-${measure.id}`}
        data-row
        aria-expanded={false}
        className={styles.row}
        onClick={() => onSelect(measure.id, true)}
        onKeyDown={walkRows}
      >
        <span className={styles.rowNumber}>{measure.number}</span>
        <span className={styles.rowText}>{measure.text || '—'}</span>
        <span className={styles.rowFacts}>
          <span>{measure.deadline || t.noDeadline}</span>
          <span>{people || t.noParties}</span>
          {asks ? <span className={styles.mark}>{t.asks}</span> : null}
          {measure.checked ? <span>{t.checked}</span> : null}
        </span>
      </button>
    );
  },
  // What a press does is the same for every draft: 300 rows are not drawn anew at each key.
  (a, b) => a.measure === b.measure && a.asks === b.asks,
);
