/** A running application with a region of its own and the people of one of its schools signed in, for tests of what is done with plans. */
import { buildTestRegion, type Client, signedIn, startTestApplication } from '#src/test-region.ts';
import { approvedPlan, fileForm, type TestFile } from './test-plan.ts';

export type Scene = Awaited<ReturnType<typeof startScene>>;

export async function startScene() {
  const running = await startTestApplication();
  const region = await buildTestRegion(running.database);
  const foreign = await buildTestRegion(running.database);
  const signIn = (login: string): Promise<Client> => signedIn(running.application, login);
  return {
    running,
    region,
    deputy: await signIn(region.login('deputyHead')),
    head: await signIn(region.login('schoolHead')),
    teacher: await signIn(region.login('teacher')),
    coordinator: await signIn(region.login('municipalCoordinator')),
    /** Deputy head of a school in another region. */
    stranger: await signIn(foreign.login('deputyHead')),
    close: (): Promise<void> => running.close(),
  };
}

export interface TestSubmission {
  id: number;
  state: string;
  remark: string;
  revision: number;
  review: string;
  submittedBy: string;
  evidence: { id: number; title: string; version: number; fileHash: string };
  serves: { measureId: number }[];
}

export interface TestOccurrence {
  id: number;
  key: string;
  state: string;
  opensOn: string | null;
  dueOn: string | null;
  revision: number;
  submissions: TestSubmission[];
}

/** What people do with the measures of an approved plan, as requests. The deputy head acts, the head reviews, unless another is named. */
export function carryingOut({ deputy, head }: Pick<Scene, 'deputy' | 'head'>) {
  const measure = async (id: number, client = deputy) => (await client('GET', `/api/measures/${id}/carrying`)).body;
  return {
    measure,
    occurrencesOf: async (id: number): Promise<TestOccurrence[]> => (await measure(id)).occurrences,
    /** A plan with measures of these deadlines; returns the ids of the measures. */
    async planOf(...deadlines: string[]): Promise<{ planId: number; ids: number[] }> {
      const plan = await approvedPlan(
        { deputy, head },
        deadlines.map((deadline, index) => ({ text: `Мероприятие ${index + 1}`, deadline })),
      );
      return { planId: plan.id, ids: plan.measures.map(({ id }) => id) };
    },
    hand: (occurrenceId: number, body: object, client = deputy) =>
      client('POST', `/api/occurrences/${occurrenceId}/evidence`, body),
    send(occurrenceId: number, file: TestFile, fields: Record<string, string> = {}, client = deputy) {
      const form = fileForm(file, fields);
      return client('POST', `/api/occurrences/${occurrenceId}/evidence-file`, form.body, form.headers);
    },
    review: (occurrence: TestOccurrence, verdict: string, remark = '', client = head, more: object = {}) =>
      client('POST', `/api/occurrences/${occurrence.id}/review`, {
        verdict,
        remark,
        submissions: occurrence.submissions
          .filter(({ state }) => state === 'submitted')
          .map(({ id, revision }) => ({ id, revision })),
        ...more,
      }),
  };
}

/** A note as a piece of evidence. */
export function note(words: string): { piece: { kind: 'note' }; note: string } {
  return { piece: { kind: 'note' }, note: words };
}
