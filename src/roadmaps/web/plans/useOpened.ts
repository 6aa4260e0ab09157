import { useEffect, useState } from 'react';
import { useFilters } from '#src/platform/ui/routing.ts';
import { PROPOSAL_SOURCES } from '../../linter/model.ts';
import { CELLS, type Cell } from './MeasureRow.tsx';
import type { Plan, PlanAnswer } from './merge.ts';
import type { PlanStep } from './StatePanel.tsx';
import type { Proposal, TableEditing } from './useTableEditing.ts';

/** What an address asks the page to open: «approve», «deadline:12» with a proposal, «kind:12», «section:3». */
export type Opened =
  | { readonly kind: 'panel'; readonly panel: PlanStep | 'facts' }
  | { readonly kind: 'cell'; readonly id: number; readonly cell: Cell; readonly proposal: Proposal | null }
  | { readonly kind: 'section'; readonly id: number }
  | { readonly kind: 'kind' | 'row'; readonly id: number };

/** Opens it once, with the focus in it, and takes the request out of the address: what was opened may be left. */
export function useOpened(plan: Plan, may: PlanAnswer['may'], table: TableEditing): Opened | null {
  const [asked, setAsked] = useFilters(['open', 'value', 'source']);
  const [opened] = useState(() => openedBy(asked, plan, may));
  useEffect(() => {
    if (opened === null) return;
    setAsked({ open: '', value: '', source: '' });
    if (opened.kind === 'panel') return;
    const row = opened.kind === 'section' ? `section-${opened.id}` : `measure-${opened.id}`;
    document.getElementById(row)?.scrollIntoView({ block: 'center' });
    if (opened.kind === 'section') table.open(opened);
    if (opened.kind === 'cell') table.open({ ...opened, kind: 'measure' });
    if (opened.kind === 'kind') table.select([opened.id]);
    // oxlint-disable-next-line react/exhaustive-deps -- once, as the page opens
  }, []);
  return opened;
}

function openedBy(
  { open = '', value, source }: { readonly open?: string; readonly value?: string; readonly source?: string },
  plan: Plan,
  may: PlanAnswer['may'],
): Opened | null {
  const draft = plan.state === 'draft';
  if (open === 'approve') return draft ? panelOfDraft(plan, may) : null;
  if (open === 'reopen') return may.approve && plan.state === 'approved' ? { kind: 'panel', panel: 'reopen' } : null;
  if (open === 'resume') return may.approve && plan.state === 'closed' ? { kind: 'panel', panel: 'resume' } : null;
  const [, what = '', number = ''] = /^(\w+):(\d+)$/u.exec(open) ?? [];
  const id = Number(number);
  if (what === 'section') return draft && may.edit ? { kind: 'section', id } : null;
  if (!plan.sections.some(({ measures }) => measures.some((measure) => measure.id === id))) return null;
  if (what === 'kind') return may.edit && plan.state !== 'closed' ? { kind: 'kind', id } : { kind: 'row', id };
  const cell = CELLS.find((one) => one === what);
  if (cell === undefined) return null;
  const writable = may.edit && (draft || (cell === 'parties' && plan.state === 'approved'));
  if (!writable) return { kind: 'row', id };
  const from = PROPOSAL_SOURCES.find((one) => one === source);
  return { kind: 'cell', id, cell, proposal: value && from ? { value, source: from } : null };
}

/** The order is named at the approval; who may not approve writes it among the facts of the plan. */
function panelOfDraft({ sections }: Plan, may: PlanAnswer['may']): Opened | null {
  if (may.approve && sections.some(({ measures }) => measures.length > 0)) return { kind: 'panel', panel: 'approve' };
  return may.edit ? { kind: 'panel', panel: 'facts' } : null;
}
