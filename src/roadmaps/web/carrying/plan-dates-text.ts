import { defineText } from '#src/platform/ui/i18n.ts';

/** Words that the views of a plan's dates share. */
export const planDatesText = defineText({
  ru: { notApproved: 'План ещё проект: сроки появятся, когда он будет утверждён.' },
  en: { notApproved: 'The plan is still a draft: its dates appear once it is approved.' },
});
