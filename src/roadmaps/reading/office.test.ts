/**
 * LibreOffice and Tesseract are programs of others and need not be installed here: small scripts stand on the PATH in their place, so
 * that it is checked how they are called, what is made of what they give, and that a late one is ended. Nothing of ours is replaced.
 */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { docx, paragraph, table } from './docx-fixture.ts';
import { throughOffice } from './office.ts';
import { openPlan } from './open.ts';
import { readScan } from './pages/read-scan.ts';
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

test('words of a recognised picture stand in the cells that its own lines draw', async () => {
  const { createCanvas } = await import('@napi-rs/canvas');
  const canvas = createCanvas(1190, 600);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 1190, 600);
  context.fillStyle = '#222';
  for (const x of [40, 120, 700, 900, 1150]) context.fillRect(x, 100, 3, 240);
  for (const y of [100, 180, 260, 340]) context.fillRect(40, y, 1113, 3);
  const words: readonly (readonly [string, number, number])[] = [
    ['План', 300, 40],
    ['2025/2026', 420, 40],
    ['№', 60, 130],
    ['Мероприятие', 200, 130],
    ['Срок', 730, 130],
    ['Ответственный', 920, 130],
    ['1', 60, 210],
    ['Провести', 140, 195],
    ['педсовет', 140, 225],
    ['май', 730, 210],
    ['Директор', 920, 210],
    ['2', 60, 290],
    ['Собрать', 140, 290],
    ['списки', 260, 290],
    ['март', 730, 290],
    ['Завуч', 920, 290],
  ];
  const tsv = words
    .map(([text, x, y]) => `5\t1\t1\t1\t1\t1\t${x}\t${y}\t${text.length * 12}\t22\t90\t${text}`)
    .join('\n');
  await writeFile(join(folder, 'words.tsv'), `level\tpage\n${tsv}\n`);
  await program(
    'tesseract',
    `case "$1" in --list-langs) echo rus;; *) cat > /dev/null; cat "${folder}/words.tsv";; esac`,
  );
  const picture = new Uint8Array(canvas.toBuffer('image/png'));
  const source = await readScan(() => Promise.resolve([picture]));
  const { sections, problems } = readRoadmap(source, { presentYear: 2026, schoolYear: 2025 });
  expect(sections[0].measures).toMatchObject([
    { number: '1', text: 'Провести педсовет', deadline: { verbatim: 'май' }, responsible: [{ post: 'Директор' }] },
    { number: '2', text: 'Собрать списки', deadline: { verbatim: 'март' }, responsible: [{ post: 'Завуч' }] },
  ]);
  expect(problems.map(({ code }) => code)).toContain('recognised');
});
