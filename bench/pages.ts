/**
 * Latency of the main API pages of a running demo server under load, beside a bare endpoint in the same run.
 *
 *   node bench/pages.ts [--url http://127.0.0.1:8080] [--login analyst] [--password …] [--connections 10] [--duration 5]
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { DEMO_PASSWORD } from '#demo/accounts.ts';
import { printTable } from './measure.ts';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    login: { type: 'string', default: 'analyst' },
    password: { type: 'string', default: DEMO_PASSWORD },
    connections: { type: 'string', default: '10' },
    duration: { type: 'string', default: '5' },
  },
});

interface Latency {
  readonly requests: number;
  /** Latencies in milliseconds, ascending. */
  readonly times: readonly number[];
  readonly failures: number;
}

/** Loads one address. The histogram of the tool counts whole milliseconds, so every answer's time is kept instead. */
async function load(url: string, headers: Readonly<Record<string, string>>): Promise<Latency> {
  const times: number[] = [];
  let failures = 0;
  await new Promise<void>((resolve, reject) => {
    const instance = autocannon(
      { url, headers, connections: Number(options.connections), duration: Number(options.duration) },
      (error) => (error ? reject(error) : resolve()),
    );
    instance.on('response', (_client, status, _bytes, time) => {
      times.push(time);
      if (status !== 200) failures += 1;
    });
    instance.on('reqError', () => {
      failures += 1;
    });
  });
  return { requests: times.length, times: times.toSorted((a, b) => a - b), failures };
}

function percentile({ times }: Latency, share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}

/** Signs in as a browser does and returns the session cookie. */
async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ login: options.login, password: options.password }),
  });
  if (!answer.ok) throw new Error(`sign-in as ${options.login} at ${url} answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

interface FindingsAnswer {
  readonly findings: readonly {
    readonly id: number;
    readonly level: string;
    readonly school: { readonly id: number } | null;
  }[];
}

/** The pages a person opens: lists, one finding, one school. Identifiers come from the lists themselves. */
async function pagesOf(url: string, cookie: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/findings`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`/api/findings answered ${answer.status}`);
  const { findings } = (await answer.json()) as FindingsAnswer;
  const group = findings.find((finding) => finding.level === 'class') ?? findings[0];
  const school = findings.find((finding) => finding.school !== null)?.school;
  return [
    '/api/today',
    '/api/findings',
    '/api/findings?show=all&level=school',
    ...(group === undefined ? [] : [`/api/findings/${group.id}`, `/api/findings/${group.id}/papers`]),
    ...(school === undefined || school === null ? [] : [`/api/schools/${school.id}/findings`]),
    '/api/works',
    '/api/imports',
    '/api/organizations',
  ];
}

async function startBare(): Promise<{ readonly address: string; readonly stop: () => void }> {
  const child = fork(fileURLToPath(new URL('./bare-server.ts', import.meta.url)));
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { address: string }).address));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the bare server left with ${code}`)));
  });
  return { address, stop: () => child.disconnect() };
}

const cookie = await signIn(options.url);
const pages = await pagesOf(options.url, cookie);
const bareServer = await startBare();
const bare = await load(bareServer.address, {});
bareServer.stop();
const rows = [['', 'requests', 'p50, ms', 'p97.5, ms', 'p99, ms', 'p50 ratio', 'p97.5 ratio', 'p99 ratio', 'failures']];
const row = (name: string, latency: Latency): string[] => {
  const shares = [0.5, 0.975, 0.99];
  const own = shares.map((share) => percentile(latency, share));
  const ratios = shares.map((share, index) => (own[index]! / percentile(bare, share)).toFixed(1));
  return [name, String(latency.requests), ...own.map((time) => time.toFixed(2)), ...ratios, String(latency.failures)];
};
rows.push(row('bare endpoint (the bound)', bare));
let failures = 0;
for (const page of pages) {
  const latency = await load(options.url + page, { cookie });
  failures += latency.failures;
  rows.push(row(page, latency));
}
printTable(`Pages as ${options.login}, ${options.connections} connections, ${options.duration} s each`, rows);
if (failures > 0) process.exitCode = 1;
