/**
 * LibreOffice and Tesseract are programs of others and need not be installed here: small scripts stand on the PATH in their place, so
 * that it is checked how they are called, what is made of what they give, and that a late one is ended. Nothing of ours is replaced.
 */
import { access, chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { docx, paragraph, table } from './docx-fixture.ts';
import { throughOffice } from './office.ts';
import { openPlan } from './open.ts';
import { readScan } from './pages/read-scan.ts';
import { scannedPlan } from './pages/scan-fixture.ts';
import { readRoadmap } from './read.ts';

const DOC = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('WordDocument', 'utf16le')]);
const XLS = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('Workbook', 'utf16le')]);
const RTF = new TextEncoder().encode('{\\rtf1\\ansi План}');
const PATH = process.env.PATH ?? '';
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'programs-'));
});
afterEach(async () => {
  process.env.PATH = PATH;
  await rm(folder, { recursive: true });
});

/** A program on the PATH, ahead of the others. */
async function program(name: string, script: string): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, name), 0o755);
  process.env.PATH = [folder, PATH].join(delimiter);
}

function withoutPrograms(): void {
  process.env.PATH = folder;
}

test.each([
  ['DOC', DOC, 'planDoc', 'DOCX'],
  ['RTF', RTF, 'planRtf', 'DOCX'],
  ['XLS', XLS, 'planXls', '.xlsx'],
])('%s without LibreOffice is refused with what to do', async (_, bytes, code, said) => {
  withoutPrograms();
  const refusal = await openPlan(bytes).then(
    () => null,
    (error: unknown) => error as { code: string; inLanguage: (language: 'ru' | 'en') => string },
  );
  expect(refusal?.code).toBe(code);
  expect(refusal?.inLanguage('ru')).toContain(said);
  expect(refusal?.inLanguage('en')).toContain('LibreOffice');
});

test('an old document is read through LibreOffice with a profile of its own', async () => {
  const plan = docx(
    paragraph('План на 2025/2026 учебный год'),
    table(['№', 'Мероприятие', 'Срок'], ['1', 'Педсовет', 'май']),
  );
  await writeFile(join(folder, 'made.docx'), plan);
  await program(
    'soffice',
    `echo "$@" > "${folder}/called"
while [ "$1" != "--outdir" ]; do shift; done
cp "${folder}/made.docx" "$2/plan.docx"`,
  );
  const { sections } = readRoadmap(await openPlan(DOC), { presentYear: 2026 });
  expect(sections[0].measures).toMatchObject([{ number: '1', text: 'Педсовет' }]);
  const called = await readFile(join(folder, 'called'), 'utf8');
  expect(called).toMatch(/-env:UserInstallation=file:\/\/\S+\/profile --headless .*--convert-to docx --outdir/u);
});

test('LibreOffice that gives nothing, fails or hangs is a refusal, and its children are ended', async () => {
  await program('soffice', 'exit 0');
  await expect(throughOffice(DOC, 'doc')).rejects.toMatchObject({ code: 'planNotConverted' });
  await program('soffice', 'exit 3');
  await expect(throughOffice(DOC, 'doc')).rejects.toMatchObject({ code: 'planNotConverted' });
  await program('soffice', `sleep 60 & echo $! > "${folder}/child"; wait`);
  await expect(throughOffice(DOC, 'doc', { seconds: 0.5 })).rejects.toMatchObject({ code: 'planNotConverted' });
  const child = Number(await readFile(join(folder, 'child'), 'utf8'));
  // Gone, or dead and not yet counted out by the system.
  const state = async (): Promise<string> =>
    /\) (\S)/u.exec(await readFile(`/proc/${child}/stat`, 'utf8').catch(() => ') Z'))?.[1] ?? '';
  await expect.poll(state).toBe('Z');
});

test('a picture without Tesseract, or without its Russian, is refused with what to install', async () => {
  withoutPrograms();
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  await expect(openPlan(picture)).rejects.toMatchObject({ code: 'planScan' });
  await program('tesseract', 'echo eng');
  await expect(openPlan(picture)).rejects.toMatchObject({ code: 'planScanNoRussian' });
  await program('tesseract', 'echo rus');
  await expect(openPlan(picture)).rejects.toMatchObject({ code: 'planScanFailed' });
});

test('words of a scan stand in the cells that its own lines draw, and what is doubtful is said', async () => {
  const recorded = new URL('./pages/recorded/', import.meta.url).pathname;
  await program(
    'tesseract',
    `case "$1" in --list-langs) echo rus;; *) [ -s list.txt ] && cat "${recorded}$6.tsv";; esac`,
  );
  const source = await readScan(() => Promise.resolve([{ number: 1, picture: scannedPlan() }]));
  const { title, organisation, sections, problems } = readRoadmap(source, { presentYear: 2026 });
  expect([title, organisation]).toEqual(['План мероприятий на 2025/2026 учебный год', 'МБОУ «Школа Выдуманная»']);
  expect(sections[0].measures).toMatchObject([
    {
      number: '1.1',
      text: 'Провести педагогический совет об итогах проверочных работ',
      deadline: { verbatim: 'октябрь' },
      responsible: [{ post: 'Директор' }],
    },
    { number: '1.2', deadline: { verbatim: 'до 1 марта' }, responsible: [{ post: 'Классные руководители' }] },
    { number: '1.3', responsible: [{ post: 'Заместитель директора' }, { post: 'Руководители ШМО' }] },
  ]);
  expect(problems[0].code).toBe('recognised');
});

test('a late Tesseract is ended and its folder is gone', async () => {
  await program('tesseract', `case "$1" in --list-langs) echo rus; pwd > "${folder}/where";; *) sleep 60;; esac`);
  const picture = scannedPlan();
  await expect(readScan(() => Promise.resolve([{ number: 1, picture }]), { seconds: 0.7 })).rejects.toMatchObject({
    code: 'planScanFailed',
  });
  const where = (await readFile(join(folder, 'where'), 'utf8')).trim();
  await expect(access(where)).rejects.toMatchObject({ code: 'ENOENT' });
});
