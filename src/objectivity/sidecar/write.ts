/** Writes administrations into one packed file (format.ts), one after the other. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Administration } from '../engine/administration.ts';
import { packRecords } from '../kernel/columns.ts';
import { threadKernel } from '../kernel/kernel.ts';
import { recordShape } from '../kernel/records.ts';
import { aligned, CLASS_FIELDS, HEADER_BYTES, MAGIC, type Names, type SidecarWork, VERSION } from './format.ts';

export class SidecarWriter {
  readonly #path: string;
  readonly #unfinished: string;
  readonly #file: number;
  readonly #works: SidecarWork[] = [];
  #at = HEADER_BYTES;

  /** The file appears under its name when it is finished. */
  constructor(path: string) {
    this.#path = path;
    this.#unfinished = `${path}.${process.pid}.part`;
    this.#file = openSync(this.#unfinished, 'w', 0o600);
    writeSync(this.#file, new Uint8Array(HEADER_BYTES));
  }

  /**
   * @param region name of the region that the administration is of; '' where the file is of one.
   * @param said of the schools' papers and of the work (format.ts).
   */
  add(administration: Administration, region = '', said: Pick<SidecarWork, 'revisions' | 'stamp'> = {}): void {
    const { tasks, thresholds, size } = administration;
    const { order, rows } = sortedPapers(administration);
    const shape = recordShape(tasks.map(({ max }) => max));
    const kernel = threadKernel();
    const records = kernel.scope(() => {
      const at = kernel.take(size * shape.stride);
      packRecords(kernel, administration, rows, shape, at);
      return this.#block(kernel.bytes(at, size * shape.stride));
    });
    const { names, table } = tablesOf(administration, order);
    const classTable = this.#block(new Uint8Array(table.buffer));
    this.#works.push({
      region,
      procedure: administration.procedure,
      subject: administration.subject,
      grade: administration.grade,
      tasks: tasks.map((task) => ({ ...task })),
      thresholds: thresholds === null ? null : { ...thresholds },
      papers: size,
      absent: administration.absentByClass.reduce((sum, absent) => sum + absent, 0),
      classes: order.length,
      schools: names.schools.length,
      records,
      classTable,
      names: this.#block(new TextEncoder().encode(JSON.stringify(names))),
      ...said,
    });
  }

  finish(): void {
    const directory = this.#block(new TextEncoder().encode(JSON.stringify(this.#works)));
    const header = new DataView(new ArrayBuffer(HEADER_BYTES));
    new Uint8Array(header.buffer).set(MAGIC);
    header.setUint32(8, VERSION, true);
    header.setBigUint64(16, BigInt(directory.at + directory.bytes), true);
    header.setBigUint64(24, BigInt(directory.at), true);
    header.setBigUint64(32, BigInt(directory.bytes), true);
    header.setUint32(40, directory.crc, true);
    header.setUint32(12, crc32(new Uint8Array(header.buffer, 16)), true);
    writeSync(this.#file, new Uint8Array(header.buffer), 0, HEADER_BYTES, 0);
    closeSync(this.#file);
    renameSync(this.#unfinished, this.#path);
  }

  /** Leaves nothing behind. */
  abandon(): void {
    closeSync(this.#file);
    rmSync(this.#unfinished, { force: true });
  }

  #block(bytes: Uint8Array): SidecarWork['names'] {
    const at = aligned(this.#at);
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(this.#file, bytes, written, bytes.length - written, at + written);
    }
    this.#at = at + bytes.length;
    return { at, bytes: bytes.length, crc: crc32(bytes) };
  }
}

/** Classes by municipality and school, in their own order within one; rows of the papers in that order of classes. */
function sortedPapers({ classes, schools, classOf, size }: Administration): { order: Int32Array; rows: Int32Array } {
  const municipality = (index: number): number => schools[classes[index]!.school]!.municipality;
  const order = Int32Array.from(classes.keys()).sort(
    (a, b) => municipality(a) - municipality(b) || classes[a]!.school - classes[b]!.school || a - b,
  );
  const next = new Int32Array(classes.length + 1);
  const place = new Int32Array(classes.length);
  order.forEach((index, position) => {
    place[index] = position;
  });
  for (let row = 0; row < size; row++) next[place[classOf[row]!]! + 1]! += 1;
  for (let position = 0; position < classes.length; position++) next[position + 1]! += next[position]!;
  const rows = new Int32Array(size);
  for (let row = 0; row < size; row++) rows[next[place[classOf[row]!]!]!++] = row;
  return { order, rows };
}

function tablesOf(administration: Administration, order: Int32Array): { names: Names; table: Int32Array<ArrayBuffer> } {
  const { municipalities, schools, classes, classOf, absentByClass, variants, size } = administration;
  const papers = new Int32Array(classes.length);
  let variantCount = 1;
  for (let row = 0; row < size; row++) {
    papers[classOf[row]!]! += 1;
    variantCount = Math.max(variantCount, variants[row]! + 1);
  }
  const table = new Int32Array(CLASS_FIELDS * order.length);
  order.forEach((index, position) => {
    table.set([classes[index]!.school, papers[index]!, absentByClass[index]!], CLASS_FIELDS * position);
  });
  const variantNames =
    administration.variantNames ?? Array.from({ length: variantCount }, (_, variant) => String(variant));
  const names = {
    municipalities: [...municipalities],
    schools: schools.map(({ municipality, name }): [number, string] => [municipality, name]),
    classes: Array.from(order, (index) => classes[index]!.name),
    variants: [...variantNames],
  };
  return { names, table };
}
