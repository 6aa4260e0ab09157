/** Uploads as tests do them. */
import type { Answer, Client } from '#src/test-region.ts';

/** Sends files as a browser's form does. */
export async function uploadFiles(client: Client, ...files: { name: string; content: Buffer }[]): Promise<Answer> {
  const boundary = 'test-boundary';
  const parts = files.flatMap(({ name, content }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${encodeURIComponent(name)}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    content,
    Buffer.from('\r\n'),
  ]);
  const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  return client('POST', '/api/imports', body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
}

/** The import once nothing works on it any more. */
export async function importSettled(client: Client, id: number): Promise<Answer['body']> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const { body } = await client('GET', `/api/imports/${id}`);
    if (body.state !== 'received' && body.state !== 'committing') {
      const { body: job } =
        body.jobId === null ? { body: { state: 'done' } } : await client('GET', `/api/jobs/${body.jobId}`);
      if (job.state !== 'queued' && job.state !== 'running') return (await client('GET', `/api/imports/${id}`)).body;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`import ${id} did not settle`);
}
