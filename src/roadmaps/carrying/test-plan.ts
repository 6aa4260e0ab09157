/** An approved plan of a school for tests of carrying out: measures in these words, with these deadlines. */
import type { Client } from '#src/test-region.ts';

export interface TestMeasure {
  readonly id: number;
  readonly number: string | null;
  readonly text: string;
  readonly revision: number;
}

export interface TestPlan {
  readonly id: number;
  readonly measures: readonly TestMeasure[];
}

interface Wanted {
  readonly text: string;
  readonly deadline: string;
}

/** Made and approved through the same operations that a person uses. */
export async function approvedPlan(
  clients: { deputy: Client; head: Client },
  wanted: readonly Wanted[],
): Promise<TestPlan> {
  const { deputy, head } = clients;
  const made = await deputy('POST', '/api/plans', { title: 'План мероприятий по объективности', schoolYear: 2026 });
  const id = made.body.id as number;
  const { body } = await deputy('GET', `/api/plans/${id}`);
  const sectionId = body.plan.sections[0].id as number;
  await deputy('POST', `/api/plans/${id}/changes`, {
    changes: wanted.map((measure, index) => ({
      op: 'addMeasure',
      sectionId,
      measure: { number: String(index + 1), ...measure },
    })),
  });
  const draft = await head('GET', `/api/plans/${id}`);
  const approved = await head('POST', `/api/plans/${id}/state`, {
    revision: draft.body.plan.revision,
    to: 'approved',
    order: '15',
    on: '2026-08-31',
    post: 'Директор',
    person: 'А. А. Выдумкина',
  });
  if (approved.status !== 200) throw new Error(`approval: ${approved.status} ${approved.text}`);
  const read = await deputy('GET', `/api/plans/${id}`);
  return {
    id,
    measures: read.body.plan.sections.flatMap((section: { measures: TestMeasure[] }) => section.measures),
  };
}

export interface TestFile {
  readonly name: string;
  readonly content: Buffer;
}

/** A multipart request with one file and fields, as a browser sends it. */
export function fileForm(
  file: TestFile,
  fields: Readonly<Record<string, string>> = {},
): { body: Buffer; headers: Record<string, string> } {
  const boundary = 'test-boundary-of-a-form';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    body: Buffer.concat([Buffer.from(parts.join('') + head), file.content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
