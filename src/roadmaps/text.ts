/** Words for the states of plans, measures, occurrences and evidence: one place for screens, documents and the command line. */
import { defineText } from '#src/platform/ui/i18n.ts';
import type { EvidenceKind, MeasureState, OccurrenceState, Part, PlanState, SubmissionState, Timing } from './model.ts';

const ru = {
  planState: { draft: 'проект', approved: 'утверждён', closed: 'закрыт' } satisfies Record<PlanState, string>,
  measureState: {
    planned: 'запланировано',
    inProgress: 'в работе',
    done: 'выполнено',
    notNeeded: 'не потребовалось',
    withdrawn: 'снято',
  } satisfies Record<MeasureState, string>,
  occurrenceState: {
    open: 'не представлено',
    submitted: 'на проверке',
    accepted: 'принято',
    returned: 'возвращено',
    notNeeded: 'не потребовалось',
    cancelled: 'снято',
  } satisfies Record<OccurrenceState, string>,
  evidenceKind: { file: 'файл', link: 'ссылка', record: 'запись системы', note: 'заметка' } satisfies Record<
    EvidenceKind,
    string
  >,
  submissionState: {
    submitted: 'на проверке',
    accepted: 'принято',
    returned: 'возвращено',
    superseded: 'заменено новым',
    withdrawn: 'отозвано',
  } satisfies Record<SubmissionState, string>,
  part: { responsible: 'ответственный', coExecutor: 'соисполнитель' } satisfies Record<Part, string>,
  timing: {
    overdue: 'срок прошёл',
    today: 'сегодня',
    thisWeek: 'на этой неделе',
    soon: 'в ближайшие две недели',
    later: 'позже',
    continuous: 'постоянно',
    unresolved: 'срок не определён',
    finished: 'завершено',
  } satisfies Record<Timing, string>,
};

export const roadmapsText = defineText({
  ru,
  en: {
    planState: { draft: 'draft', approved: 'approved', closed: 'closed' },
    measureState: {
      planned: 'planned',
      inProgress: 'in progress',
      done: 'done',
      notNeeded: 'not needed',
      withdrawn: 'withdrawn',
    },
    occurrenceState: {
      open: 'not handed in',
      submitted: 'under review',
      accepted: 'accepted',
      returned: 'returned',
      notNeeded: 'not needed',
      cancelled: 'cancelled',
    },
    evidenceKind: { file: 'file', link: 'link', record: 'record of the system', note: 'note' },
    submissionState: {
      submitted: 'under review',
      accepted: 'accepted',
      returned: 'returned',
      superseded: 'replaced by a newer one',
      withdrawn: 'withdrawn',
    },
    part: { responsible: 'responsible', coExecutor: 'co-executor' },
    timing: {
      overdue: 'overdue',
      today: 'today',
      thisWeek: 'this week',
      soon: 'within two weeks',
      later: 'later',
      continuous: 'continuous',
      unresolved: 'no date yet',
      finished: 'finished',
    },
  },
});
