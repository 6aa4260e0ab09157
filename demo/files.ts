/**
 * The official-looking files that bring the demo's results in. Each municipality sends what such offices send, so that
 * between them all readers of results are used. The same call gives the same bytes, so loading twice changes nothing.
 */
import { writeExchangeCsv, writeExchangeSpec } from './formats/exchange.ts';
import { writeF1 } from './formats/f1.ts';
import { writeForm2026 } from './formats/form-2026.ts';
import { writeProtocol2021 } from './formats/protocol-2021.ts';
import { writeProtocol2022 } from './formats/protocol-2022.ts';
import { demoRegion } from './region.ts';
import { type DemoClassResult, demoResults } from './results.ts';
import { DEMO_WORKS, type DemoWork } from './works.ts';

export type DemoFormat = 'f1' | 'form2026' | 'protocol2021' | 'protocol2022' | 'exchange';

export interface DemoFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly format: DemoFormat;
  /** Code of the municipality whose coordinator sends it. */
  readonly municipality: string;
  /** Code of the school where the file itself does not name it (the collection form). */
  readonly school?: string;
  /** The work where the file itself does not name it (the layouts of 2021 and 2022, the collection form). */
  readonly work?: DemoWork;
  /** Classes whose papers are in the file; what exactly it says of them is up to the format. */
  readonly results: readonly DemoClassResult[];
}

/** What each municipality sends, by its number, and for each work. */
const FORMATS: readonly ((work: DemoWork) => DemoFormat)[] = [
  () => 'f1',
  () => 'form2026',
  () => 'f1',
  () => 'exchange',
  (work) => (work.key === 'ru4' ? 'protocol2021' : work.key === 'ma4' ? 'protocol2022' : 'f1'),
  () => 'exchange',
];

/** Does this format say who was absent? The export «Ф1» lists participants only. */
export function listsAbsent(format: DemoFormat): boolean {
  return format !== 'f1';
}

/** @param results as demoResults gives them; pass them when they are at hand, it saves the simulation. */
export async function* writeDemoFiles(results: readonly DemoClassResult[] = demoResults()): AsyncGenerator<DemoFile> {
  for (const [index, municipality] of demoRegion.municipalities.entries()) {
    const own = results.filter((result) => result.municipality === municipality);
    const formatOf = FORMATS[index]!;
    const exchanged = own.filter((result) => formatOf(result.work) === 'exchange');
    if (exchanged.length > 0) yield exchangeFile(municipality.code, exchanged, index);
    for (const work of DEMO_WORKS) {
      const ofWork = own.filter((result) => result.work === work);
      yield* workFiles(formatOf(work), municipality.code, municipality.shortName, work, ofWork);
    }
  }
}

async function* workFiles(
  format: DemoFormat,
  municipality: string,
  place: string,
  work: DemoWork,
  results: readonly DemoClassResult[],
): AsyncGenerator<DemoFile> {
  const title = `${work.subject} ${work.grade} класс`;
  const common = { format, municipality, results };
  if (format === 'f1') {
    yield { ...common, name: `Ф1_Индивидуальные результаты ${title} ${place}.xlsx`, bytes: await writeF1(results) };
  } else if (format === 'protocol2021') {
    yield { ...common, name: `Протокол ${title} ${place}.xlsx`, work, bytes: await writeProtocol2021(results) };
  } else if (format === 'protocol2022') {
    yield { ...common, name: `Сводный протокол ${title} ${place}.xlsx`, work, bytes: await writeProtocol2022(results) };
  } else if (format === 'form2026') {
    for (const [school, ofSchool] of Map.groupBy(results, (result) => result.school)) {
      const name = `${school.code} Форма сбора результатов ${title} ВПР 2026.xlsx`;
      const bytes = await writeForm2026(ofSchool);
      yield { ...common, name, work, school: school.code, bytes, results: ofSchool };
    }
  }
}

/** One office saves the table as today's programs do, the other as an old spreadsheet does. */
function exchangeFile(municipality: string, results: readonly DemoClassResult[], index: number): DemoFile {
  const bytes = writeExchangeCsv(
    results,
    index % 2 === 1 ? { encoding: 'utf-8', delimiter: ',' } : { encoding: 'windows-1251', delimiter: ';' },
  );
  return { name: `papers ${municipality}.csv`, bytes, format: 'exchange', municipality, results };
}

/** Description of the works for the exchange files: `spec.json`. */
export function demoSpec(): Buffer {
  return writeExchangeSpec(DEMO_WORKS);
}
