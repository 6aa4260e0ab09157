/** A remark as the page shows it: in the person's words, with what this person can do about it while the plan is as it is. */
import type { Language } from '#src/platform/errors.ts';
import { mendsOf, remarkKey } from '../linter/lint.ts';
import { isPlanMend } from '../linter/mend.ts';
import type { Mend, Remark } from '../linter/model.ts';
import { linterText, mendInWords, placesInWords, remarkInWords } from '../linter/text.ts';
import { type Way, wayOf } from '../linter/ways.ts';
import type { StoredPlan } from '../model.ts';
import { fieldMayChange } from './rules.ts';

export interface ShownMend {
  readonly kind: string;
  readonly words: string;
  /** Its place among the mends of the remark, for `mendPlan`; null: it leads elsewhere. */
  readonly at: number | null;
  /** Where it leads; null beside `at` null: only others can do it, and the words say who. */
  readonly way: Way | null;
}

interface May {
  readonly edit: boolean;
  readonly approve: boolean;
}

export function remarkAnswer(remark: Remark, plan: StoredPlan, may: May, language: Language) {
  const measure = plan.sections.flatMap(({ measures }) => measures).find(({ id }) => String(id) === remark.measureId);
  const section = plan.sections.find(({ id }) => String(id) === remark.sectionId);
  const subject = measure ? [measure.number, measure.text].filter(Boolean).join(' ') : (section?.title ?? null);
  return {
    key: remarkKey(remark),
    code: remark.code,
    severity: remark.severity,
    field: remark.field,
    measureId: measure?.id ?? null,
    sectionId: section?.id ?? null,
    subject,
    place: remark.place === null ? null : placesInWords(remark.place, language),
    ...remarkInWords(remark, language),
    mends: shownMends(remark, plan, may, language),
  };
}

function shownMends(remark: Remark, plan: StoredPlan, may: May, language: Language): ShownMend[] {
  const shown: ShownMend[] = [];
  let held = false;
  for (const [at, mend] of mendsOf(remark).entries()) {
    const words = mendInWords(mend, remark.code, language);
    const edits = isPlanMend(mend) || EDITS.has(mend.kind);
    if (edits && !may.edit) continue;
    if (edits && !isOpen(mend, plan)) held = true;
    else if (isPlanMend(mend)) shown.push({ kind: mend.kind, words, at, way: null });
    else shown.push({ kind: mend.kind, words, at: null, way: wayOf(mend, plan) });
  }
  // Words of an approved plan are changed by returning it to a draft, and that is the way to all of them.
  if (held) {
    const step = plan.state === 'closed' ? 'resume' : 'reopen';
    const way = may.approve ? { path: `/plans/${plan.id}`, search: { open: step } } : null;
    const words = linterText[language].first;
    shown.push({ kind: step, words: way === null ? words.byOthers : words[step], at: null, way });
  }
  return shown;
}

/** Ways that lead to a field of the plan; the others lead to where anybody may go. */
const EDITS: ReadonlySet<Mend['kind']> = new Set(['writeField', 'writeSectionTitle', 'chooseKind', 'approvePlan']);

/** Whether what the mend changes may be changed while the plan is in its state. */
function isOpen(mend: Mend, { state }: StoredPlan): boolean {
  switch (mend.kind) {
    case 'setKind':
    case 'chooseKind':
      return fieldMayChange(state, 'kind');
    case 'addTarget':
      return fieldMayChange(state, 'targets');
    case 'confirmDeadline':
      return fieldMayChange(state, 'deadlineConfirmed');
    case 'confirmReading':
      return fieldMayChange(state, 'warnings');
    case 'writeField':
      // Who of the staff it is may be said at any time: the words on the paper stay.
      return state === 'draft' || (state === 'approved' && mend.field === 'responsible' && mend.proposal === null);
    default:
      return state === 'draft';
  }
}
