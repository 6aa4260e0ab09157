/**
 * The packed form of administrations: «.obk», version 1. All numbers are little-endian; every block begins at a multiple of 64
 * bytes, so that a block can be read, or mapped, into the kernel's memory as it is.
 *
 *   0  8  magic: "OBEKTIV" and 1A
 *   8  4  version, 1
 *  12  4  CRC-32 of bytes 16 to 63
 *  16  8  length of the file
 *  24  8  place of the directory
 *  32  8  length of the directory
 *  40  4  CRC-32 of the directory
 *  44 20  zeros
 *
 * then for each administration three blocks:
 *   records  size x stride bytes (kernel/records.ts), ordered by municipality, school and class
 *   classes  per class, in that order, three 32-bit integers: school, papers, absent pupils
 *   names    JSON, UTF-8: {municipalities: [name], schools: [[municipality, name]], classes: [name], variants: [name]}
 *
 * and the directory: JSON, UTF-8, an array of `SidecarWork`. Neither codes of participants nor teachers are kept.
 */
import { z } from 'zod';

export const MAGIC = Uint8Array.of(0x4f, 0x42, 0x45, 0x4b, 0x54, 0x49, 0x56, 0x1a);
export const VERSION = 1;
export const HEADER_BYTES = 64;
export const ALIGNMENT = 64;
/** Integers per class in the block of classes. */
export const CLASS_FIELDS = 3;

const count = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);
const place = z.int().min(0);
const block = z.object({ at: place, bytes: place, crc: z.int().min(0) });

export const workSchema = z.object({
  /** Region that the administration is of; '' where the file is of one. */
  region: z.string(),
  procedure: z.string(),
  subject: z.string(),
  grade: z.int(),
  tasks: z
    .array(
      z.object({
        id: z.string(),
        max: z.int().min(0).max(127),
        response: z.enum(['short', 'extended']),
        level: z.enum(['basic', 'raised', 'high']).optional(),
      }),
    )
    .min(1)
    .max(250),
  thresholds: z.object({ 3: z.number(), 4: z.number(), 5: z.number() }).nullable(),
  papers: count,
  absent: count,
  classes: count,
  schools: count,
  records: block,
  classTable: block,
  names: block,
  /** What each school's papers were when they were packed, by the school's name; said by who packs, for who packs again. */
  revisions: z.record(z.string(), z.string()).optional(),
  /** What the work was when it was packed; said by who packs, for who packs again. */
  stamp: z.string().optional(),
});

/** One administration of a packed file, without its papers. */
export type SidecarWork = z.infer<typeof workSchema>;

export const directorySchema = z.array(workSchema);

export const namesSchema = z.object({
  municipalities: z.array(z.string()),
  schools: z.array(z.tuple([z.int(), z.string()])),
  classes: z.array(z.string()),
  variants: z.array(z.string()),
});

export type Names = z.infer<typeof namesSchema>;

export function aligned(at: number): number {
  return Math.ceil(at / ALIGNMENT) * ALIGNMENT;
}
