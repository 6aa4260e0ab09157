/** A finding's package: what its figures were computed from, and what they are. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Actor } from '#src/access/model.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { listScales, listWorks, type WorkRow } from '#src/results/store.ts';
import { type readOne, referenceAnswer } from '../finding-answer.ts';
import type { MarkerResult } from '../model.ts';
import { readReference } from '../references/store.ts';
import type { AnalysisParameters, RegionReference } from '../store.ts';
import { FILES, type Manifest, PACKAGE_VERSION } from './manifest.ts';
import { csvHeader, csvRows, type PapersOf } from './papers-csv.ts';
import { suppressed } from './suppress.ts';
import { packageText } from './text.ts';

export interface BuiltPackage {
  readonly content: Buffer;
  readonly scope: Manifest['scope'];
  readonly papers: number;
}

/** False-discovery rate of the site's analyses. */
const RATE = 0.05;

/** A regional person gets all papers of the procedure, anybody else those of the finding's own unit. */
export async function buildPackage(
  tx: Tx,
  person: Actor,
  one: Awaited<ReturnType<typeof readOne>>,
): Promise<BuiltPackage> {
  const { answer, body, work } = one;
  const region = await tx
    .selectFrom('organization')
    .select(['id', 'path'])
    .where('id', '=', body.regionId)
    .executeTakeFirstOrThrow();
  const scope = region.path.startsWith(person.scope.path) ? 'region' : 'unit';
  const { works: analysed, reference } = body.parameters as unknown as AnalysisParameters;
  const listed = await listWorks(tx, { ids: scope === 'region' ? analysed : [work.id] });
  const works = (scope === 'region' ? analysed : [work.id]).flatMap(
    (id) => listed.find((each) => each.id === id) ?? [],
  );
  const zip = new Archive();
  const papers = await addPapers(tx, zip, works, scope === 'region' ? EVERYTHING : await ownPapers(tx, body));
  zip.add(FILES.spec, JSON.stringify(await specOf(tx, works), null, 2));
  const { tables } = body.reference as unknown as RegionReference;
  if (tables !== undefined) zip.add(FILES.tables, JSON.stringify(suppressed(tables)));
  const frozen = scope === 'region' && reference?.id !== undefined ? await readReference(tx, reference.id) : null;
  if (frozen !== null) zip.add(FILES.frozen, JSON.stringify(frozen));
  zip.add(FILES.units, await unitsOf(tx));
  zip.add(FILES.manifest, JSON.stringify(manifestOf(one, scope, works), null, 2));
  zip.add(
    FILES.readme,
    packageText[person.language].readme({
      unit: [answer.municipality.name, answer.school?.name, answer.className].filter(Boolean).join(', '),
      work: `${answer.procedure}, ${answer.subject}, ${answer.grade}`,
      scope,
      papers,
      engine: body.engineVersion,
    }),
  );
  return { content: zip.end(), scope, papers };
}

const EVERYTHING: PapersOf = { organizationIds: null, classGroupId: null };

/** Papers of the finding's class or school, or of the schools of its municipality. */
async function ownPapers(
  tx: Tx,
  { organizationId, classGroupId }: { readonly organizationId: number; readonly classGroupId: number | null },
): Promise<PapersOf> {
  const schools = await tx
    .selectFrom('organization')
    .select('id')
    .where((where) => where.or([where('id', '=', organizationId), where('parentId', '=', organizationId)]))
    .execute();
  return { organizationIds: schools.map(({ id }) => id), classGroupId };
}

async function addPapers(tx: Tx, zip: Archive, works: readonly WorkRow[], of: PapersOf): Promise<number> {
  const file = zip.open(FILES.papers);
  const width = Math.max(...works.map(({ tasks }) => tasks.length));
  let papers = 0;
  file.push(strToU8(csvHeader(works)));
  for (const work of works) {
    for await (const page of csvRows(tx, work, width, of)) {
      file.push(strToU8(page.text));
      papers += page.papers;
    }
  }
  file.push(new Uint8Array(0), true);
  return papers;
}

async function specOf(tx: Tx, works: readonly WorkRow[]): Promise<object> {
  const scales = new Map((await listScales(tx, {})).map((scale) => [scale.id, scale.thresholds]));
  return {
    procedure: works[0]?.procedure ?? '',
    works: works.map(({ subject, grade, tasks, scaleId }) => ({
      subject,
      grade,
      tasks,
      mark_thresholds: scaleId === null ? null : (scales.get(scaleId) ?? null),
    })),
  };
}

/** Numbers and names of the municipalities and schools that the person may see. */
async function unitsOf(tx: Tx): Promise<string> {
  const rows = await tx
    .selectFrom('organization')
    .select(['id', 'kind', 'code', 'shortName'])
    .where('kind', 'in', ['municipality', 'school'])
    .orderBy('id')
    .execute();
  const lines = rows.map(
    ({ id, kind, code, shortName }) => `${id},${kind},${code ?? ''},"${shortName.replaceAll('"', '""')}"`,
  );
  return `id,kind,code,name\n${lines.join('\n')}\n`;
}

function manifestOf(
  { answer, body, work }: Awaited<ReturnType<typeof readOne>>,
  scope: Manifest['scope'],
  works: readonly WorkRow[],
): Manifest {
  return {
    format: 'obektiv-package',
    version: PACKAGE_VERSION,
    engineVersion: body.engineVersion,
    analysedAt: body.analysedAt.toISOString(),
    scope,
    papersChanged: works.some(({ papersChangedAt }) => papersChangedAt !== null && papersChangedAt > body.analysedAt),
    parameters: { rate: RATE },
    reference: referenceAnswer(body, answer.level),
    procedure: work.procedure,
    unit: {
      level: answer.level,
      municipality: String(answer.municipality.id),
      school: answer.school === null ? null : String(answer.school.id),
      className: answer.className,
      subject: work.subject,
      grade: work.grade,
    },
    figures: {
      participants: answer.participants,
      absent: answer.absent,
      p: answer.p,
      localFdr: answer.localFdr,
      signalled: answer.signalled,
      strength: answer.strength,
      mechanisms: answer.mechanisms,
      markers: body.markers as unknown as MarkerResult[],
    },
  };
}

/** A ZIP written file by file; large ones in pieces, so that the server answers others meanwhile. */
class Archive {
  readonly #chunks: Uint8Array[] = [];
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#chunks.push(chunk);
  });

  open(name: string): ZipDeflate {
    const file = new ZipDeflate(name, { level: 6 });
    this.#zip.add(file);
    return file;
  }

  add(name: string, content: string): void {
    this.open(name).push(strToU8(content), true);
  }

  end(): Buffer {
    this.#zip.end();
    return Buffer.concat(this.#chunks);
  }
}
