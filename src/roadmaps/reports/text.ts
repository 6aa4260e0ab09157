/** Words of reports: facts, states, and the sentences of a draft. Reports are official documents: their text is Russian in both interfaces. */
import { defineText } from '#src/platform/ui/i18n.ts';
import type { FACT_IDS, MonthState, ReportState } from './model.ts';

type Counted = (typeof FACT_IDS)[number];

export const reportText = defineText({
  ru: {
    facts: {
      measures: 'мероприятий с событиями за месяц',
      due: 'сроков наступило',
      onTime: 'представлено вовремя',
      late: 'представлено с опозданием',
      silent: 'не представлено',
      accepted: 'принято',
      underReview: 'на проверке',
      returned: 'возвращено на доработку',
      early: 'представлено досрочно',
      earlyAccepted: 'принято из представленного досрочно',
      evidence: 'подтверждающих материалов',
      schools: 'школ, которым направлен план',
      schoolsApproved: 'школ утвердили план у себя',
      schoolsReported: 'школ представили отчёт за месяц',
      reportedOnTime: 'школ представили отчёт в срок',
      reportedLate: 'школ представили отчёт с опозданием',
      schoolsSilent: 'школ не представили отчёт',
      schoolDue: 'сроков наступило в школах',
      schoolOnTime: 'представлено школами вовремя',
      schoolLate: 'представлено школами с опозданием',
      schoolSilent: 'не представлено школами',
      schoolAccepted: 'принято у школ',
      schoolOnTimeShare: 'доля представленного школами вовремя',
      proposalsOpen: 'предложений округа без ответа школ',
      proposalsDeclined: 'предложений округа отклонено школами',
    } satisfies Record<Counted, string>,
    monthState: {
      draft: 'готовится',
      submitted: 'представлен',
      returned: 'возвращён',
      accepted: 'принят',
    } satisfies Record<MonthState, string>,
    reportState: { draft: 'проект', approved: 'утверждён', locked: 'закрыт от правок' } satisfies Record<
      ReportState,
      string
    >,
  },
  en: {
    facts: {
      measures: 'measures with something in the month',
      due: 'times due',
      onTime: 'handed in on time',
      late: 'handed in late',
      silent: 'not handed in',
      accepted: 'accepted',
      underReview: 'under review',
      returned: 'returned for correction',
      early: 'handed in early',
      earlyAccepted: 'accepted of what was handed in early',
      evidence: 'pieces of evidence',
      schools: 'schools that were sent the plan',
      schoolsApproved: 'schools approved the plan',
      schoolsReported: 'schools handed in the monthly report',
      reportedOnTime: 'schools reported on time',
      reportedLate: 'schools reported late',
      schoolsSilent: 'schools did not report',
      schoolDue: 'times due in schools',
      schoolOnTime: 'handed in by schools on time',
      schoolLate: 'handed in by schools late',
      schoolSilent: 'not handed in by schools',
      schoolAccepted: 'accepted of schools',
      schoolOnTimeShare: 'share handed in by schools on time',
      proposalsOpen: 'proposals of the district unanswered',
      proposalsDeclined: 'proposals of the district declined',
    },
    monthState: { draft: 'being prepared', submitted: 'handed in', returned: 'returned', accepted: 'accepted' },
    reportState: { draft: 'draft', approved: 'approved', locked: 'locked' },
  },
});
