import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const PASSWORD = 'three unrelated words';
const folders: string[] = [];
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) killAll(child, folders.at(-1)!);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'obektiv-main-'));
  folders.push(folder);
  return folder;
}

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
}

/** Runs the program as `npm start` does, on the embedded database, and waits for the address it prints. */
async function start(folder: string, ...flags: string[]): Promise<Started> {
  const { DATABASE_URL: _server, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'main.ts'), '--data', folder, '--port', '0', ...flags],
    {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  children.push(child);
  let output = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /открыт: (http:\S+)/.exec(output)?.[1];
      if (address) resolve({ child, address });
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${output}`)));
  });
}

function postmaster(folder: string): number | null {
  const file = join(folder, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

function killAll(child: ChildProcess, folder: string): void {
  child.kill('SIGKILL');
  const pid = postmaster(folder);
  try {
    // The server and its processes: PostgreSQL leads a group of its own.
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

async function send(address: string, method: string, path: string, body?: object, cookie?: string): Promise<Response> {
  return fetch(`${address}${path}`, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...(cookie ? { cookie } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

const cookieOf = (response: Response): string => response.headers.get('set-cookie')!.split(';')[0]!;

test('after kill -9 of everything the next start recovers and nothing acknowledged is lost', async () => {
  const folder = freshFolder();
  const first = await start(folder);
  const setup = { regionName: 'Край', displayName: 'Администратор', login: 'admin', password: PASSWORD };
  const cookie = cookieOf(await send(first.address, 'POST', '/api/setup', setup));
  const acknowledged: string[] = [];
  let stopped = false;
  const writing = (async () => {
    for (let index = 0; !stopped; index++) {
      const name = `Округ ${index}`;
      const answer = await send(
        first.address,
        'POST',
        '/api/organizations',
        { parentId: 1, name, shortName: name },
        cookie,
      ).catch(() => null);
      if (answer?.status !== 200) return;
      acknowledged.push(name);
      if (acknowledged.length === 60) {
        killAll(first.child, folder);
        stopped = true;
      }
    }
  })();
  await writing;
  expect(acknowledged.length).toBe(60);

  const second = await start(folder);
  const again = cookieOf(await send(second.address, 'POST', '/api/session', { login: 'admin', password: PASSWORD }));
  const { organizations } = (await (
    await send(second.address, 'GET', '/api/organizations', undefined, again)
  ).json()) as { organizations: { name: string }[] };
  const names = new Set(organizations.map((row) => row.name));
  expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
});

const paperRow = (index: number): string => `ВПР 2026,Округ,Школа ${index % 40},5,5А,Математика,${index},${index % 3}`;

test('an import that was being stored when everything was killed is stored once by the next start', async () => {
  const PAPERS = 12_000;
  const folder = freshFolder();
  const first = await start(folder);
  const setup = { regionName: 'Край', displayName: 'Администратор', login: 'admin', password: PASSWORD };
  const cookie = cookieOf(await send(first.address, 'POST', '/api/setup', setup));
  const tasks = [{ id: '1', max: 2, response: 'short' }];
  const spec = { procedure: 'ВПР 2026', works: [{ subject: 'Математика', grade: 5, tasks }] };
  const papers = ['procedure,municipality,school,grade,class,subject,participant,t1']
    .concat(Array.from({ length: PAPERS }, (_, index) => paperRow(index)))
    .join('\n');
  const form = new FormData();
  form.append('files', new Blob([JSON.stringify(spec)]), 'spec.json');
  form.append('files', new Blob([papers]), 'papers.csv');
  const uploaded = await fetch(`${first.address}/api/imports`, { method: 'POST', body: form, headers: { cookie } });
  const { id } = ((await uploaded.json()) as { imports: { id: number }[] }).imports[1]!;

  interface Import {
    readonly state: string;
    readonly revision: number;
    readonly parts: readonly { readonly id: number }[];
  }
  const read = async (address: string, session: string, ...states: string[]): Promise<Import> => {
    for (let attempt = 0; attempt < 600; attempt++) {
      const body = (await (await send(address, 'GET', `/api/imports/${id}`, undefined, session)).json()) as Import;
      if (states.includes(body.state)) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the import never became ${states.join(' or ')}`);
  };
  const ready = await read(first.address, cookie, 'read');
  const part = { id: ready.parts[0]!.id, addSchools: true };
  await send(first.address, 'PATCH', `/api/imports/${id}`, { revision: ready.revision, part }, cookie);
  await send(first.address, 'POST', `/api/imports/${id}/commit`, { revision: ready.revision + 1 }, cookie);
  await read(first.address, cookie, 'committing');
  killAll(first.child, folder);

  const second = await start(folder);
  const again = cookieOf(await send(second.address, 'POST', '/api/session', { login: 'admin', password: PASSWORD }));
  expect((await read(second.address, again, 'committed', 'read')).state).toBe('committed');
  const { works } = (await (await send(second.address, 'GET', '/api/works', undefined, again)).json()) as {
    works: { papers: number; schools: number }[];
  };
  expect(works.map(({ papers: stored, schools }) => [stored, schools])).toEqual([[PAPERS, 40]]);
});

test('when only the application is killed, the next start stops the database it left and goes on', async () => {
  const folder = freshFolder();
  const first = await start(folder);
  first.child.kill('SIGKILL');
  await new Promise((resolve) => first.child.once('exit', resolve));
  const orphan = postmaster(folder);
  expect(orphan).not.toBeNull();
  const second = await start(folder);
  expect(postmaster(folder)).not.toBe(orphan);
  expect((await send(second.address, 'GET', '/api/setup')).status).toBe(200);
});

test('a second start on the same folder says who has it and changes nothing', async () => {
  const folder = freshFolder();
  const first = await start(folder);
  await expect(start(folder)).rejects.toThrow(new RegExp(`exit 3: .*уже работает.*${first.address}`, 's'));
  expect((await send(first.address, 'GET', '/api/setup')).status).toBe(200);
});

test('it stops cleanly on SIGTERM: the database is shut down and the folder is free', async () => {
  const folder = freshFolder();
  const { child } = await start(folder);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(postmaster(folder)).toBeNull();
  expect(existsSync(join(folder, 'application.lock'))).toBe(false);
});

test('a wrong option is answered with what to do and exit code 2', async () => {
  await expect(start(freshFolder(), '--port=сто')).rejects.toThrow(/exit 2: .*порт.*--port N/s);
});
