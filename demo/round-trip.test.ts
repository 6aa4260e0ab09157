import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readExchange } from '#src/results/exchange/read.ts';
import type { PaperDraft, ReadFile } from '#src/results/model.ts';
import { readResults } from '#src/results/readers/registry.ts';
import { type DemoFile, type DemoFormat, demoSpec, writeDemoFiles } from './files.ts';
import { DEFECTS, DEFECT_STEP, DUPLICATE_PROBLEM, FIRST_DEFECT_ROW } from './samples/defects.ts';
import { sampleFiles } from './samples/samples.ts';
import { NAMES_HEADER } from './samples/unknown-table.ts';
import { type ExpectedPaper, papersIn } from './truth.ts';
import { DEMO_PROCEDURE, DEMO_WORKS, type DemoWork, SAMPLE_WORK } from './works.ts';

const READER_OF: Readonly<Record<DemoFormat, string>> = {
  f1: 'fisoko-f1',
  form2026: 'form-2026',
  protocol2021: 'form-2021',
  protocol2022: 'form-2022',
  exchange: 'exchange',
};

for await (const file of writeDemoFiles()) {
  test(`«${file.name}» reads back as the papers that were generated`, async () => {
    const reading = await readResults(file.bytes);
    expect(reading.problems).toEqual([]);
    expect(reading.reader).toBe(READER_OF[file.format]);
    const works = worksIn(file);
    expect(reading.files).toHaveLength(works.length);
    for (const [index, work] of works.entries()) {
      const part = reading.files[index]!;
      expect(part.problems).toEqual([]);
      expectHeading(part, file, work);
      const expected = papersIn(file).filter(({ result }) => result.work === work);
      expect(part.papers.map(comparable)).toEqual(expected.map((paper) => expectedDraft(paper, file.format)));
    }
  });
}

test('the exchange files and their description read on the command line as the papers that were generated', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'obektiv-demo-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const spec = join(folder, 'spec.json');
  await writeFile(spec, demoSpec());
  for await (const file of writeDemoFiles()) {
    if (file.format !== 'exchange') continue;
    const papers = join(folder, file.municipality);
    await writeFile(papers, file.bytes);
    const reading = await readExchange({ papers, spec });
    expect(reading.problems).toEqual([]);
    const expected = papersIn(file);
    expect(reading.rows).toBe(expected.length);
    for (const work of DEMO_WORKS) {
      const administration = reading.administrations.find(
        (each) => each.subject === work.subject && each.grade === work.grade,
      );
      const present = expected.filter(({ result, paper }) => result.work === work && paper.status === 'present');
      expect(administration?.participants).toEqual(present.map(({ paper }) => paper.participant));
      expect([...(administration?.scores ?? [])]).toEqual(present.flatMap(({ paper }) => paper.scores));
      expect([...(administration?.marks ?? [])]).toEqual(present.map(({ paper }) => paper.mark));
    }
  }
});

test('the sound sample reads without a problem', async () => {
  const [sound] = await sampleFiles();
  const { files } = await readResults(sound!.bytes);
  expect(files.map((file) => [file.subject, file.grade, file.problems])).toEqual([
    [SAMPLE_WORK.subject, SAMPLE_WORK.grade, []],
  ]);
});

test('the sample with mistakes gives every problem in its row, all at once', async () => {
  const [, spoiled] = await sampleFiles();
  const { files } = await readResults(spoiled!.bytes);
  const found = files[0]!.problems.map(({ row, code }) => `${row} ${code}`);
  DEFECTS.forEach(({ problem }, index) =>
    expect(found).toContain(`${FIRST_DEFECT_ROW + index * DEFECT_STEP} ${problem}`),
  );
  expect(found.filter((each) => each.endsWith(DUPLICATE_PROBLEM))).toHaveLength(2);
});

test('the unknown table goes to the mapper, and its names are not read', async () => {
  const [, , unknown] = await sampleFiles();
  const reading = await readResults(unknown!.bytes);
  expect(reading.reader).toBe('mapper');
  expect(reading.files[0]!.droppedColumns).toEqual([NAMES_HEADER]);
  expect(JSON.stringify(reading)).not.toMatch(/овн[аы]|вич/u);
});

function worksIn(file: DemoFile): DemoWork[] {
  return DEMO_WORKS.filter((work) => file.results.some((result) => result.work === work));
}

/** Only some formats name the work; all of them name its tasks, but those of 2021 by position and without maxima. */
function expectHeading(part: ReadFile, file: DemoFile, work: DemoWork): void {
  const named = file.format === 'f1' || file.format === 'exchange';
  expect(part.subject).toBe(named ? work.subject : null);
  expect(part.procedure).toBe(named ? DEMO_PROCEDURE.titleInFiles : null);
  expect(part.date).toBe(named ? work.heldOn : null);
  expect(part.grade).toBe(work.grade);
  expect(part.tasks).toHaveLength(work.tasks.length);
  if (file.format === 'protocol2021' || file.format === 'exchange') return;
  expect(part.tasks.map(({ id, max }) => [id, max])).toEqual(work.tasks.map(({ id, max }) => [id, max]));
  if (file.format === 'f1') expect(part.tasks.map(({ level }) => level)).toEqual(work.tasks.map(({ level }) => level));
}

type Comparable = Pick<
  PaperDraft,
  'school' | 'className' | 'participant' | 'variant' | 'status' | 'scores' | 'total' | 'mark' | 'journalMark'
>;

function comparable(draft: PaperDraft): Comparable {
  const { school, className, participant, variant, status, scores, total, mark, journalMark } = draft;
  return { school, className, participant, variant, status, scores, total, mark, journalMark };
}

function expectedDraft({ result, paper }: ExpectedPaper, format: DemoFormat): Comparable {
  const { participant, variant, status, scores, total, mark, journalMark } = paper;
  return {
    school: format === 'form2026' ? null : result.school.code,
    className: `${result.grade}${result.letter}`,
    participant,
    variant,
    status,
    scores,
    total,
    mark: format === 'f1' || format === 'exchange' ? mark : null,
    journalMark,
  };
}
