import { Fragment, useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import type { DeadlineContext } from '../../deadline/resolve.ts';
import { CellEditor } from './CellEditor.tsx';
import { draftKey, type DraftEntry } from './drafts.ts';
import { MeasureRow } from './MeasureRow.tsx';
import type { Edit, Plan, PlanSection, Standing } from './merge.ts';
import type { StaffMember } from '../../plans/staff-match.ts';
import styles from './table.module.css';
import { tableText } from './table-text.ts';
import type { TableEditing } from './useTableEditing.ts';

export interface PlanTableProps {
  readonly plan: Plan;
  readonly standings: readonly Standing[];
  /** Only rows with these words, everywhere in the plan. */
  readonly find: string;
  readonly mayEdit: boolean;
  readonly staff: readonly StaffMember[];
  readonly context: DeadlineContext;
  readonly table: TableEditing;
  readonly send: (edits: readonly Edit[]) => void;
}

/** The official table: sections as rows across, cells that are pressed to be edited, arrows between them. */
export function PlanTable({ plan, standings, find, mayEdit, staff, context, table, send }: PlanTableProps) {
  const t = useText(tableText);
  const words = mayEdit && plan.state === 'draft';
  const carried = mayEdit && plan.state !== 'closed';
  const wanted = find.trim().toLowerCase();
  const columns = carried ? 7 : 6;
  const standingOf = useMemo(() => new Map(standings.map((one) => [one.measureId, one])), [standings]);
  const shown = plan.sections
    .map((section) => ({ section, measures: section.measures.filter((measure) => holds(measure, wanted)) }))
    .filter(({ measures }) => wanted === '' || measures.length > 0);
  return (
    <div className={styles.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between the buttons in its cells */}
      <table className={styles.table} onKeyDown={moveByArrows} data-carried={carried}>
        <caption className="visually-hidden">{t.caption}</caption>
        <thead>
          <tr>
            {carried ? (
              <th scope="col" className={styles.choose}>
                <span className="visually-hidden">{t.choose}</span>
              </th>
            ) : null}
            <th scope="col" className={styles.number}>
              {t.number}
            </th>
            <th scope="col">{t.text}</th>
            <th scope="col" className={styles.deadline}>
              {t.deadline}
            </th>
            <th scope="col" className={styles.people}>
              {t.parties}
            </th>
            <th scope="col" className={styles.result}>
              {t.result}
            </th>
            <th scope="col" className={styles.state}>
              {t.state}
            </th>
          </tr>
        </thead>
        {shown.map(({ section, measures }, index) => (
          <tbody key={section.id}>
            <SectionRow
              section={section}
              index={index}
              count={plan.sections.length}
              sections={plan.sections}
              words={words}
              carried={carried}
              table={table}
              send={send}
            />
            {measures.map((measure) => {
              const { place } = table;
              const cell = place?.kind === 'measure' && place.id === measure.id ? place.cell : null;
              const proposal = place?.kind === 'measure' && cell !== null ? (place.proposal ?? null) : null;
              const typed = cell === null ? undefined : table.drafts[`measure:${measure.id}:${cell}`]?.value;
              return (
                <Fragment key={measure.id}>
                  <MeasureRow
                    planId={plan.id}
                    measure={measure}
                    standing={standingOf.get(measure.id)}
                    words={words}
                    carried={carried}
                    chosen={table.selected.has(measure.id)}
                    cell={cell}
                    typed={typed}
                    proposal={proposal}
                    error={cell === null ? null : table.error}
                    waiting={table.waiting.get(measure.id)}
                    staff={staff}
                    context={context}
                    actions={table.actions}
                  />
                  {place?.kind === 'new' && place.after === measure.id ? (
                    <NewRow table={table} sectionId={section.id} after={measure.id} columns={columns} />
                  ) : null}
                </Fragment>
              );
            })}
            {words && wanted === '' ? (
              table.place?.kind === 'new' && table.place.sectionId === section.id && table.place.after === undefined ? (
                <NewRow table={table} sectionId={section.id} after={undefined} columns={columns} />
              ) : (
                <tr className="no-print">
                  <td colSpan={columns} className={styles.adding}>
                    <Button
                      kind="quiet"
                      id={`add-${section.id}`}
                      onClick={() => table.open({ kind: 'new', sectionId: section.id, after: undefined })}
                    >
                      {t.addMeasure}
                    </Button>
                  </td>
                </tr>
              )
            ) : null}
          </tbody>
        ))}
        {shown.length === 0 ? (
          <tbody>
            <tr>
              <td colSpan={columns} className={styles.adding}>
                {t.nothingFound}
              </td>
            </tr>
          </tbody>
        ) : null}
      </table>
    </div>
  );
}

function holds({ number, text, result, deadline, parties }: PlanSection['measures'][number], wanted: string): boolean {
  if (wanted === '') return true;
  const people = parties.flatMap(({ post, person, organisation }) => [post, person, organisation]);
  return [number, text, result, deadline.verbatim, ...people].some((each) => each?.toLowerCase().includes(wanted));
}

interface SectionRowProps {
  readonly section: PlanSection;
  readonly index: number;
  readonly count: number;
  readonly sections: readonly PlanSection[];
  readonly words: boolean;
  readonly carried: boolean;
  readonly table: TableEditing;
  readonly send: (edits: readonly Edit[]) => void;
}

function SectionRow({ section, index, count, sections, words, carried, table, send }: SectionRowProps) {
  const t = useText(tableText);
  const { place, drafts } = table;
  const ids = section.measures.map(({ id }) => id);
  const all = ids.length > 0 && ids.every((id) => table.selected.has(id));
  const name = section.title || t.unsectioned;
  const entry = (value: string): DraftEntry => ({ op: 'setSection', id: section.id, value, base: section.title });
  const editingTitle = place?.kind === 'section' && place.id === section.id;
  const typed = drafts[`section:${section.id}`]?.value;
  if (!words && section.title === '' && count === 1) return null;
  return (
    <tr className={section.title ? styles.section : `${styles.section} ${styles.unprinted}`}>
      {carried ? (
        <td className={styles.choose}>
          <input
            type="checkbox"
            checked={all}
            aria-label={t.chooseSection(name)}
            onChange={() => {
              const others = [...table.selected].filter((id) => !ids.includes(id));
              table.select(all ? others : [...others, ...ids]);
            }}
          />
        </td>
      ) : null}
      <th scope="rowgroup" colSpan={6}>
        <span className={styles.sectionLine}>
          {editingTitle ? (
            <CellEditor
              label={t.sectionTitle}
              value={String(typed ?? section.title)}
              error={table.error}
              onChange={(value) => table.keep(entry(value))}
              onSave={(step, value) => table.commit(entry(value.trim()), step)}
              onCancel={() => {
                table.forget([draftKey(entry(''))]);
                table.open(null);
              }}
            />
          ) : words ? (
            <button
              type="button"
              id={`section-${section.id}`}
              className={section.title ? styles.sectionFace : `${styles.sectionFace} ${styles.untitled}`}
              onClick={() => table.open({ kind: 'section', id: section.id })}
            >
              {String(typed ?? name)}
            </button>
          ) : (
            <span className={styles.sectionFace}>{name}</span>
          )}
          {words && !editingTitle ? (
            <span className={styles.sectionWays}>
              {index > 0 ? (
                <Button
                  kind="quiet"
                  onClick={() => send([{ op: 'moveSection', id: section.id, after: sections[index - 2]?.id ?? null }])}
                >
                  {t.sectionUp}
                </Button>
              ) : null}
              {index < count - 1 ? (
                <Button
                  kind="quiet"
                  onClick={() => send([{ op: 'moveSection', id: section.id, after: sections[index + 1]?.id }])}
                >
                  {t.sectionDown}
                </Button>
              ) : null}
              {count > 1 ? (
                <Button kind="quiet" onClick={() => send([{ op: 'removeSection', id: section.id }])}>
                  {t.removeSection}
                </Button>
              ) : null}
            </span>
          ) : null}
        </span>
      </th>
    </tr>
  );
}

interface NewRowProps {
  readonly table: TableEditing;
  readonly sectionId: number;
  readonly after: number | undefined;
  readonly columns: number;
}

/** A row that is being written: its words come first, the other cells once it stands. */
function NewRow({ table, sectionId, after, columns }: NewRowProps) {
  const t = useText(tableText);
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => row.current?.scrollIntoView({ block: 'nearest' }), []);
  const entry = (value: string): DraftEntry => ({ op: 'addMeasure', sectionId, after, value });
  const typed = String(table.drafts[draftKey(entry(''))]?.value ?? '');
  return (
    <tr ref={row} className="no-print">
      <td colSpan={columns} className={styles.writing}>
        <CellEditor
          label={t.newMeasure}
          placeholder={t.newMeasure}
          value={typed}
          error={table.error}
          onChange={(value) => table.keep(entry(value))}
          onSave={(step, value) => table.commit(entry(value), step)}
          onCancel={() => {
            table.forget([draftKey(entry(''))]);
            table.open(null);
          }}
        />
        <span className={styles.keys}>{t.keys}</span>
      </td>
    </tr>
  );
}

/** Arrows go from cell to cell, as in a spreadsheet. */
function moveByArrows(event: KeyboardEvent): void {
  const from = event.target;
  if (!(from instanceof HTMLButtonElement) || !from.id.startsWith('cell-')) return;
  const row = from.closest('tr');
  if (!row) return;
  const cells = [...row.querySelectorAll<HTMLButtonElement>('button[id^="cell-"]')];
  let target: HTMLElement | null | undefined = null;
  if (event.key === 'ArrowRight') target = cells[cells.indexOf(from) + 1];
  else if (event.key === 'ArrowLeft') target = cells[cells.indexOf(from) - 1];
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const field = from.id.slice(from.id.lastIndexOf('-'));
    const column = [
      ...(row.closest('table')?.querySelectorAll<HTMLElement>(`button[id^="cell-"][id$="${field}"]`) ?? []),
    ];
    target = column[column.indexOf(from) + (event.key === 'ArrowDown' ? 1 : -1)];
  } else return;
  event.preventDefault();
  target?.focus();
}
