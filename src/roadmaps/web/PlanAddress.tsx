import { Outlet, useParams } from '@tanstack/react-router';
import { ButtonLink } from '#src/platform/ui/Button.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { WayOut } from '#src/platform/ui/states.tsx';
import { PlansSections } from './PlanNav.tsx';
import { text } from './text.ts';

/** Numbers of the database end here. */
const GREATEST = 2_147_483_647;

/** What an address may hold in the place of each name; other names are the page's own business. */
const FORMS: Readonly<Record<string, (value: string) => boolean>> = {
  id: isNumber,
  measureId: isNumber,
  reportId: isNumber,
  month: (value) => /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(value),
};

/** Pages that are about one plan: an address that names none is said calmly, and every refusal leads to the list. */
export function PlanAddress() {
  const t = useText(text);
  const params: Readonly<Record<string, string>> = useParams({ strict: false });
  const way = (
    <ButtonLink to="/plans" kind="main">
      {t.plans}
    </ButtonLink>
  );
  const wrong = Object.entries(params).some(([name, value]) => FORMS[name]?.(value) === false);
  if (wrong)
    return (
      <>
        <PageHeading above={<PlansSections />} title={t.noSuchPage} lead={t.noSuchPageNote} />
        {way}
      </>
    );
  return (
    <WayOut.Provider value={way}>
      <Outlet />
    </WayOut.Provider>
  );
}

function isNumber(value: string): boolean {
  return /^[1-9]\d{0,9}$/u.test(value) && Number(value) <= GREATEST;
}
