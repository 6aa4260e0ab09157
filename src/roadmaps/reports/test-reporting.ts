/** A district's plan at its two schools, and people who report on it: what the tests of this room begin with. */
import { dayOf } from '#src/platform/clock.ts';
import { inScope, SYSTEM } from '#src/platform/db/scope.ts';
import { buildTestRegion, signedIn, startTestApplication, type TestRegion } from '#src/test-region.ts';
import { insertSending } from '../cascade/store.ts';
import { addDays } from '../deadline/days.ts';
import type { NewMeasure } from '../plans/model.ts';
import { findPlan } from '../plans/store.ts';
import { insertPlan } from '../plans/write.ts';

const TODAY = dayOf(new Date());
export const MONTH = TODAY.slice(0, 7);
/** Year of the school year in which the tests run. */
export const YEAR = Number(TODAY.slice(5, 7)) >= 9 ? Number(TODAY.slice(0, 4)) : Number(TODAY.slice(0, 4)) - 1;

const measure = (text: string, targets: NewMeasure['targets'] = []): NewMeasure => ({
  number: '1',
  text,
  deadline: '',
  result: '',
  kind: null,
  targets,
  warnings: [],
  parties: [],
});

type Asked = Awaited<ReturnType<typeof signedIn>>;

export interface Reporting {
  readonly database: Awaited<ReturnType<typeof startTestApplication>>['database'];
  readonly region: TestRegion;
  readonly coordinator: Asked;
  readonly head: Asked;
  readonly close: () => Promise<void>;
}

export async function startReporting(): Promise<Reporting> {
  const { application, database, close } = await startTestApplication();
  const region = await buildTestRegion(database);
  const coordinator = await signedIn(application, region.login('municipalCoordinator'));
  const head = await signedIn(application, region.login('schoolHead'));
  return { database, region, coordinator, head, close };
}

interface Plans {
  readonly district: number;
  readonly schools: readonly number[];
}

/**
 * A district's plan of one measure, sent to its two schools: the first school was on time, the second handed in nothing.
 * Due on the first day of the present month, so that the month is told of on any day.
 */
export async function sentPlan({ database, region }: Reporting): Promise<Plans> {
  return inScope(database.db, SYSTEM, async (tx) => {
    const target = { value: 10, comparison: 'atLeast' as const, words: 'не менее 10 педагогов' };
    const make = async (organizationId: number, measures: NewMeasure[]): Promise<number> => {
      const id = await insertPlan(tx, {
        organizationId,
        accountId: null,
        plan: {
          title: `План ${region.mark}`,
          schoolYear: YEAR,
          approval: { post: 'Начальник управления', person: 'Озёрная А. П.', order: '7', on: `${YEAR}-09-01` },
          startsOn: null,
          endsOn: null,
          preamble: '',
          sections: [{ title: 'Кадры', measures }],
        },
      });
      await tx.updateTable('plan').set({ state: 'approved' }).where('id', '=', id).execute();
      return id;
    };
    const district = await make(region.municipalityIds[0]!, [measure('Обучить экспертов', [target])]);
    const origin = (await findPlan(tx, district))!.sections[0]!.measures[0]!;
    const { id: accountId } = await tx.selectFrom('account').select('id').limit(1).executeTakeFirstOrThrow();
    const schools: number[] = [];
    for (const [index, school] of region.schools.slice(0, 2).entries()) {
      const planId = await make(school.id, [
        {
          ...measure('Обучить экспертов', [target]),
          originMeasureId: origin.id,
          origin: { number: '1', text: origin.text, deadline: '', result: '', revision: 1 },
        },
      ]);
      const own = (await findPlan(tx, planId))!.sections[0]!.measures[0]!.id;
      const dueOn = `${MONTH}-01`;
      await tx
        .insertInto('occurrence')
        .values({
          organizationId: school.id,
          planId,
          measureId: own,
          key: dueOn,
          opensOn: dueOn,
          dueOn,
          ...(index === 0 ? { state: 'submitted', submittedAt: new Date(`${addDays(dueOn, -1)}T12:00:00`) } : {}),
        })
        .execute();
      await insertSending(tx, {
        organizationId: school.id,
        districtId: region.municipalityIds[0]!,
        districtPlanId: district,
        schoolPlanId: planId,
        accountId,
      });
      schools.push(planId);
    }
    return { district, schools };
  });
}
