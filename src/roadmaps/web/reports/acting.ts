/** What is done with a report on its page: its text is typed and stored, and steps are taken over what is stored. */
import type { ApiError } from '#src/platform/ui/api.ts';
import { type Draft, useDraft } from '#src/platform/ui/draft.tsx';
import { useContractMutation } from '#src/platform/ui/query.tsx';
import { editsFirst } from '../../reports/edits-first.ts';
import type { ReportStep } from '../../reports/model.ts';
import './api.ts';
import type { ReportWords } from './ReportEditor.tsx';
import type { Report } from './ReportPage.tsx';

const ROUTE = 'GET /api/reports/:id';

/** They outlive the text of one revision: an approval stores the edits and goes on with the next revision. */
export function useOperations() {
  const save = useContractMutation('POST /api/reports/:id', [ROUTE]);
  const move = useContractMutation('POST /api/reports/:id/step', [ROUTE]);
  return { save, move };
}

export interface Acting {
  readonly report: Report;
  readonly draft: Draft<ReportWords>;
  /** Something was typed since the text was stored. */
  readonly changed: boolean;
  readonly busy: boolean;
  readonly saveError: ApiError | null;
  readonly moveError: ApiError | null;
  readonly save: () => void;
  /** Stores the edits first. */
  readonly take: (step: ReportStep) => void;
}

export function useActing(report: Report, { save, move }: ReturnType<typeof useOperations>): Acting {
  const stored: ReportWords = { title: report.title, body: report.body };
  const draft = useDraft(`report:${report.id}:${report.revision}`, stored);
  const changed = report.canEdit && JSON.stringify(draft.value) !== JSON.stringify(stored);
  const params = { id: report.id };
  const store = async (revision: number): Promise<Report> => {
    const saved = await save.mutateAsync({ params, body: { revision, ...draft.value } });
    draft.discard();
    return saved;
  };
  const busy = save.isPending || move.isPending;
  const begin = (work: () => Promise<unknown>): void => {
    if (busy) return;
    save.reset();
    move.reset();
    // What failed is told from the operations themselves.
    work().catch(() => undefined);
  };
  return {
    report,
    draft,
    changed,
    busy,
    saveError: save.error,
    moveError: move.error,
    save: () => begin(() => store(report.revision)),
    take: (step) =>
      begin(() =>
        editsFirst(step, report.revision, {
          save: changed ? store : null,
          move: (revision, taken) => move.mutateAsync({ params, body: { revision, step: taken } }),
        }),
      ),
  };
}
