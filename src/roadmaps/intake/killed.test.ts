/** A plan that was being read when the machine lost its power, through the program as it is started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const PASSWORD = 'three unrelated words';
const folder = mkdtempSync(join(tmpdir(), 'obektiv-intake-'));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) killAll(child);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function start(): Promise<{ child: ChildProcess; address: string }> {
  const { DATABASE_URL: _server, ...env } = process.env;
  const main = join(import.meta.dirname, '..', '..', 'main.ts');
  const child = spawn(process.execPath, [main, '--data', folder, '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /открыт: (http:\S+)/.exec(output)?.[1];
      if (address) resolve({ child, address });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${output}`)));
  });
}

function killAll(child: ChildProcess): void {
  child.kill('SIGKILL');
  const file = join(folder, 'postgres', 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
  try {
    // The server and its processes: PostgreSQL leads a group of its own.
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

const cookieOf = (response: Response): string => response.headers.get('set-cookie')!.split(';')[0]!;

function post(url: string, body: object): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

test('a plan whose reading was killed is read by the next start, and its file is whole', async () => {
  const ROWS = 1_500;
  const plan = [
    'План мероприятий на 2026/2027 учебный год',
    '№\tМероприятие\tСрок\tОтветственный\tРезультат',
    ...Array.from(
      { length: ROWS },
      (_, row) => `${row + 1}\tМероприятие ${row + 1}\tоктябрь\tДиректор\tСправка ${row}`,
    ),
  ].join('\n');
  const first = await start();
  const setup = { regionName: 'Край', displayName: 'Администратор', login: 'admin', password: PASSWORD };
  const cookie = cookieOf(await post(`${first.address}/api/setup`, setup));
  const form = new FormData();
  form.append('files', new Blob([plan]), 'план.txt');
  const sent = await fetch(`${first.address}/api/plan-intakes`, { method: 'POST', body: form, headers: { cookie } });
  const { intake } = (await sent.json()) as { intake: { id: number; state: string } };
  expect(intake.state).toBe('received');
  killAll(first.child);

  const second = await start();
  const again = cookieOf(await post(`${second.address}/api/session`, { login: 'admin', password: PASSWORD }));
  const read = async (path: string) => fetch(`${second.address}${path}`, { headers: { cookie: again } });
  for (let attempt = 0; attempt < 600; attempt++) {
    const body = (await (await read(`/api/plan-intakes/${intake.id}`)).json()) as {
      state: string;
      draft: { measures: object } | null;
    };
    if (body.state !== 'received') {
      expect(body.state).toBe('read');
      expect(Object.keys(body.draft!.measures)).toHaveLength(ROWS);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await (await read(`/api/plan-intakes/${intake.id}/file`)).text()).toBe(plan);
});
