/** One file with its fields out of a multipart request; nothing is stored before all of it has come. */
import type { FastifyRequest } from 'fastify';
import { Refusal } from '#src/platform/errors.ts';
import { refuse } from '../errors.ts';
import { type EvidenceFile, evidenceFile } from './evidence-file.ts';
import { EVIDENCE_MEGABYTES, NOTE_CHARACTERS, TITLE_CHARACTERS } from '../rules.ts';

export interface UploadedEvidence {
  readonly file: EvidenceFile;
  readonly title: string;
  readonly note: string;
  readonly replaces: number | null;
  readonly further: readonly number[];
  readonly seen: number | null;
}

/** @throws Refusal noFile, oneFile, emptyFile, fileTooLarge, executableFile, interrupted, wordsTooLong */
export async function receiveEvidence(request: FastifyRequest): Promise<UploadedEvidence> {
  if (!request.isMultipart()) throw refuse('noFile');
  const fields = new Map<string, string>();
  let name = '';
  let content: Buffer | null = null;
  let refused: Refusal | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: EVIDENCE_MEGABYTES * 1_048_576 } })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
      } else if (content !== null || refused !== null) {
        refused ??= refuse('oneFile');
        // The rest is let through, otherwise the sender waits for ever and never hears the refusal.
        part.file.resume();
      } else {
        name = part.filename;
        const chunks: Buffer[] = [];
        for await (const chunk of part.file) if (!part.file.truncated) chunks.push(chunk as Buffer);
        if (part.file.truncated) refused = refuse('fileTooLarge', { name, megabytes: EVIDENCE_MEGABYTES });
        else content = Buffer.concat(chunks);
      }
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
      throw refuse('fileTooLarge', { name, megabytes: EVIDENCE_MEGABYTES });
    // What a broken connection leaves behind: a part that ends before its boundary.
    throw refuse('interrupted');
  }
  if (refused) throw refused;
  if (content === null) throw refuse('noFile');
  return {
    file: evidenceFile(name, content),
    title: words(fields.get('title'), TITLE_CHARACTERS),
    note: words(fields.get('note'), NOTE_CHARACTERS),
    replaces: numbers(fields.get('replaces'))[0] ?? null,
    further: numbers(fields.get('further')).slice(0, 50),
    seen: fields.get('seen') === '0' ? 0 : (numbers(fields.get('seen'))[0] ?? null),
  };
}

/** Nothing that somebody wrote is cut off silently. */
function words(text: string | undefined, most: number): string {
  const trimmed = (text ?? '').trim();
  if (trimmed.length > most) throw refuse('wordsTooLong', { length: trimmed.length, most });
  return trimmed;
}

function numbers(list: string | undefined): number[] {
  return (list ?? '')
    .split(',')
    .map(Number)
    .filter((each) => Number.isSafeInteger(each) && each > 0 && each < 2 ** 31);
}
