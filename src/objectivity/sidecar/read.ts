/**
 * Reads a packed file (format.ts), one administration at a time. Nothing in it is believed: lengths are checked before room is
 * taken, blocks by their checksums, records by the kernel.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { z } from 'zod';
import { NO_VALUE } from '#src/results/model.ts';
import type { Administration } from '../engine/administration.ts';
import { unpackRecords } from '../kernel/columns.ts';
import { threadKernel } from '../kernel/kernel.ts';
import { recordShape } from '../kernel/records.ts';
import { examineRecords, putMask } from '../kernel/tables.ts';
import { refuseSidecar } from './errors.ts';
import {
  CLASS_FIELDS,
  directorySchema,
  HEADER_BYTES,
  MAGIC,
  namesSchema,
  type Names,
  type SidecarWork,
  VERSION,
} from './format.ts';

/** Whether the first bytes of a file are those of a packed one. */
export function isSidecar(head: Uint8Array): boolean {
  return MAGIC.every((byte, index) => head[index] === byte);
}

export class Sidecar {
  readonly path: string;
  readonly works: readonly SidecarWork[];
  readonly #file: number;

  /** @throws Refusal of errors.ts. */
  constructor(path: string) {
    this.path = path;
    try {
      this.#file = openSync(path, 'r');
    } catch {
      throw refuseSidecar('packedUnreadable', { path });
    }
    try {
      this.works = this.#directory();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  /**
   * One administration, its classes ordered by municipality and school.
   * @param index place in `works`. @throws Refusal packedDamaged.
   */
  read(index: number): Administration {
    const work = this.works[index]!;
    const { tasks, papers } = work;
    const shape = recordShape(tasks.map(({ max }) => max));
    const names = parsed(namesSchema, this.#block(work.names, new Uint8Array(work.names.bytes)));
    const table = new Int32Array(this.#block(work.classTable, new Uint8Array(work.classTable.bytes)).buffer);
    if (names === null) throw this.#damaged('names');
    const classes = this.#classes(work, names, table);
    const kernel = threadKernel();
    const columns = kernel.scope(() => {
      const at = kernel.take(work.records.bytes);
      this.#block(work.records, kernel.bytes(at, work.records.bytes));
      const found = examineRecords(kernel, shape, at, putMask(kernel, shape), papers);
      if (found.mismatched > 0 || found.outside > 0 || found.lowest < NO_VALUE) throw this.#damaged('records');
      return unpackRecords(kernel, shape, at, papers);
    });
    return {
      procedure: work.procedure,
      subject: work.subject,
      grade: work.grade,
      tasks,
      thresholds: work.thresholds,
      municipalities: names.municipalities,
      schools: names.schools.map(([municipality, name]) => ({ municipality, name })),
      ...classes,
      size: papers,
      ...columns,
      variantNames: names.variants,
      participants: [],
    };
  }

  #classes(
    work: SidecarWork,
    names: Names,
    table: Int32Array,
  ): Pick<Administration, 'classes' | 'classOf' | 'absentByClass'> {
    const { schools, municipalities } = names;
    const fits =
      names.classes.length === work.classes &&
      schools.length === work.schools &&
      schools.every(([municipality]) => municipality >= 0 && municipality < municipalities.length);
    if (!fits) throw this.#damaged('names');
    const classOf = new Int32Array(work.papers);
    const absentByClass = new Int32Array(work.classes);
    let start = 0;
    const classes = names.classes.map((name, index) => {
      const [school, papers, absent] = table.subarray(CLASS_FIELDS * index, CLASS_FIELDS * (index + 1));
      const end = start + papers!;
      if (!(school! >= 0 && school! < schools.length && papers! >= 0 && end <= work.papers && absent! >= 0)) {
        throw this.#damaged('classes');
      }
      classOf.fill(index, start, end);
      start = end;
      absentByClass[index] = absent!;
      return { school: school!, name, teacher: null };
    });
    if (start !== work.papers) throw this.#damaged('classes');
    return { classes, classOf, absentByClass };
  }

  #directory(): SidecarWork[] {
    const { path } = this;
    const length = fstatSync(this.#file).size;
    const header = new Uint8Array(HEADER_BYTES);
    const given = readSync(this.#file, header, 0, HEADER_BYTES, 0);
    if (given < MAGIC.length || !isSidecar(header)) throw refuseSidecar('notPacked', { path });
    if (given < HEADER_BYTES) throw refuseSidecar('packedIncomplete', { path, found: given, allowed: HEADER_BYTES });
    const view = new DataView(header.buffer);
    const version = view.getUint32(8, true);
    if (version !== VERSION) throw refuseSidecar('otherVersion', { path, found: version, allowed: VERSION });
    if (view.getUint32(12, true) !== crc32(header.subarray(16))) throw this.#damaged('header');
    const said = Number(view.getBigUint64(16, true));
    if (length < said) throw refuseSidecar('packedIncomplete', { path, found: length, allowed: said });
    const [at, bytes] = [Number(view.getBigUint64(24, true)), Number(view.getBigUint64(32, true))];
    if (length > said || at < HEADER_BYTES || at + bytes !== said) throw this.#damaged('header');
    const works = parsed(
      directorySchema,
      this.#block({ at, bytes, crc: view.getUint32(40, true) }, new Uint8Array(bytes)),
    );
    if (works === null) throw this.#damaged('directory');
    for (const work of works) {
      const { stride } = recordShape(work.tasks.map(({ max }) => max));
      const sizes =
        work.records.bytes === work.papers * stride && work.classTable.bytes === 4 * CLASS_FIELDS * work.classes;
      const inside = [work.records, work.classTable, work.names].every((block) => block.at + block.bytes <= at);
      if (!sizes || !inside) throw this.#damaged('directory');
    }
    return works;
  }

  /** Fills `into` with a block and checks it. */
  #block<T extends Uint8Array>({ at, crc }: SidecarWork['names'], into: T): T {
    for (let read = 0; read < into.length; ) {
      const given = readSync(this.#file, into, read, into.length - read, at + read);
      if (given === 0) throw this.#damaged('end');
      read += given;
    }
    if (crc32(into) !== crc) throw this.#damaged('checksum');
    return into;
  }

  #damaged(found: string): Error {
    return refuseSidecar('packedDamaged', { path: this.path, found });
  }
}

function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | null {
  try {
    const { success, data } = schema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return success ? data : null;
  } catch {
    return null;
  }
}
