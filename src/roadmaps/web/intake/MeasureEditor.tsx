import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { askingOfDeadline, type Doubt, type DoubtField, doubtsOf } from '../../intake/doubts.ts';
import {
  addMeasure,
  before,
  changeMeasure,
  joinWithPrevious,
  moveToSection,
  removeMeasure,
  splitMeasure,
} from '../../intake/edits.ts';
import type { DraftMeasure } from '../../intake/model.ts';
import { KIND_IDS, kindTitles } from '../../kinds/text.ts';
import { measureWarningInWords, placeInWords } from '../../reading/text.ts';
import { DeadlineField } from '../calendars/DeadlineField.tsx';
import { PartyRows } from './PartyRows.tsx';
import type { ReadPlanProps } from './ReadPlan.tsx';
import styles from './review.module.css';
import { TargetRows } from './TargetRows.tsx';
import { text } from './text.ts';

interface MeasureEditorProps extends ReadPlanProps {
  readonly measure: DraftMeasure;
  readonly sectionId: string;
}

/** One measure as a form: what was doubtful in its reading stands beside the field. */
export function MeasureEditor(props: MeasureEditorProps) {
  const { measure, sectionId, draft, context, deadlines, asking, onChange, onSelect, onNext } = props;
  const t = useText(text);
  const kinds = useText(kindTitles);
  const words = useRef<HTMLTextAreaElement>(null);
  const { id } = measure;
  const doubts = doubtsOf(measure);
  const set = (change: Partial<Omit<DraftMeasure, 'id'>>): void => onChange(changeMeasure(draft, id, change));
  const doubtsAt = (...names: readonly DoubtField[]): readonly Doubt[] =>
    doubts.filter((doubt) => names.includes(doubt.field));
  const field = (
    name: DoubtField,
    label: string,
    control: (controlId: string) => ReactNode,
    doubtsElsewhere = false,
  ): ReactNode => (
    <EditorField
      id={`${name}-${id}`}
      label={label}
      asks={doubtsAt(name).some(({ asks }) => asks)}
      doubts={doubtsElsewhere ? [] : doubtsAt(name)}
    >
      {control(`${name}-${id}`)}
    </EditorField>
  );
  const asksDeadline =
    askingOfDeadline(measure, deadlines.of(measure.deadline)).length > 0 ||
    doubts.some(({ field: of, asks }) => of === 'deadline' && asks);
  const agree = (): void => {
    onChange(changeMeasure(draft, id, { checked: true }));
    onNext();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      agree();
    } else if (event.key === 'Escape') {
      onSelect(null);
      // The row that takes the form's place is where the eyes are.
      requestAnimationFrame(() => document.getElementById(`open-${id}`)?.focus());
    }
  };
  const split = (): void => {
    const at = words.current?.selectionStart ?? 0;
    if (at <= 0 || at >= measure.text.length) return words.current?.focus();
    const made = splitMeasure(draft, id, at);
    onChange(made.draft);
    onSelect(made.id, true);
  };
  const remove = (): void => {
    const previous = before(draft, id);
    onChange(removeMeasure(draft, id));
    onSelect(previous?.id ?? null, true);
  };
  const row = doubtsAt('row');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- shortcuts of the form; each has its button
    <form
      className={styles.editor}
      aria-label={`${measure.number ?? ''} ${measure.text}`.trim() || t.text}
      onKeyDown={press}
      onSubmit={(event) => event.preventDefault()}
    >
      {row.length > 0 ? <Doubts doubts={row} /> : null}
      <div className={styles.pair}>
        {field(
          'number',
          t.number,
          (control) => (
            <input
              id={control}
              type="text"
              className={styles.control}
              value={measure.number ?? ''}
              onChange={(event) => set({ number: event.target.value || null })}
            />
          ),
          true,
        )}
        {field(
          'text',
          t.text,
          (control) => (
            <textarea
              ref={words}
              id={control}
              className={styles.control}
              rows={Math.min(8, Math.max(2, Math.ceil(measure.text.length / 46)))}
              value={measure.text}
              onChange={(event) => set({ text: event.target.value })}
            />
          ),
          true,
        )}
        <div className={styles.pairDoubts}>
          <Doubts doubts={doubtsAt('number', 'text')} />
        </div>
      </div>
      <div data-asks={asksDeadline}>
        <DeadlineField
          id={`deadline-${id}`}
          value={measure.deadline}
          context={context}
          windowsSet={measure.windowsSet}
          confirmed={measure.deadlineConfirmed}
          onChange={(deadline) => set({ deadline, deadlineConfirmed: false })}
          onWindowsSet={(windowsSet) => set({ windowsSet })}
          onConfirm={(deadlineConfirmed) => set({ deadlineConfirmed })}
        />
        <Doubts doubts={doubtsAt('deadline')} />
      </div>
      <PartyRows
        parties={measure.parties}
        onChange={(parties) => set({ parties })}
        note={<Doubts doubts={doubtsAt('responsible')} />}
      />
      {field('result', t.result, (control) => (
        <textarea
          id={control}
          className={styles.control}
          rows={Math.min(6, Math.max(1, Math.ceil(measure.result.length / 54)))}
          value={measure.result}
          onChange={(event) => set({ result: event.target.value })}
        />
      ))}
      <TargetRows targets={measure.targets} onChange={(targets) => set({ targets })} />
      <div className={styles.kinds}>
        <EditorField id={`kind-${id}`} label={t.kind}>
          <select
            id={`kind-${id}`}
            className={styles.control}
            value={measure.kind ?? ''}
            onChange={(event) => set({ kind: event.target.value || null })}
          >
            <option value="">{t.kindNone}</option>
            {KIND_IDS.map((kind) => (
              <option key={kind} value={kind}>
                {kinds[kind]}
              </option>
            ))}
          </select>
        </EditorField>
        <EditorField id={`section-${id}`} label={t.inSection}>
          <select
            id={`section-${id}`}
            className={styles.control}
            value={sectionId}
            onChange={(event) => onChange(moveToSection(draft, id, event.target.value))}
          >
            {draft.sections.map((section, index) => (
              <option key={section.id} value={section.id}>
                {section.title || t.section(index + 1)}
              </option>
            ))}
          </select>
        </EditorField>
      </div>
      <div className={styles.verbs}>
        {measure.checked && !asking.has(id) ? (
          <Button onClick={() => set({ checked: false })}>{t.unsure}</Button>
        ) : (
          <Button onClick={agree} aria-keyshortcuts="Control+Enter">
            {t.sure} <kbd className={styles.key}>{t.sureKey}</kbd>
          </Button>
        )}
        <Button kind="quiet" title={t.splitHint} onClick={split}>
          {t.split}
        </Button>
        {before(draft, id) === null ? null : (
          <Button
            kind="quiet"
            onClick={() => {
              const previous = before(draft, id);
              onChange(joinWithPrevious(draft, id));
              onSelect(previous?.id ?? null, true);
            }}
          >
            {t.join}
          </Button>
        )}
        <Button
          kind="quiet"
          onClick={() => {
            const added = addMeasure(draft, { after: id });
            onChange(added.draft);
            onSelect(added.id, true);
          }}
        >
          {t.addBelow}
        </Button>
        <Button kind="quiet" onClick={remove}>
          {t.removeMeasure}
        </Button>
      </div>
    </form>
  );
}

interface EditorFieldProps {
  readonly id: string;
  readonly label: string;
  /** A person has to look at it. */
  readonly asks?: boolean;
  readonly doubts?: readonly Doubt[];
  readonly children: ReactNode;
}

function EditorField({ id, label, asks = false, doubts = [], children }: EditorFieldProps) {
  return (
    <div className={styles.field} data-asks={asks}>
      <label htmlFor={id}>{label}</label>
      {children}
      <Doubts doubts={doubts} />
    </div>
  );
}

/** What the reading says of a field, with its place in the source. */
function Doubts({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const { language } = useLanguage();
  if (doubts.length === 0) return null;
  return (
    <ul className={styles.doubts}>
      {doubts.map(({ warning, asks }) => (
        <li key={`${warning.code}${warning.words}`} data-asks={asks}>
          {measureWarningInWords(warning, language)}
          <span className={styles.place}> ({placeInWords(warning.place, language)})</span>
        </li>
      ))}
    </ul>
  );
}
