/** What the server answers when an operation refuses or fails: a message in the person's language, a code, the fields at fault. */
import { randomBytes } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type Language, Refusal, refuseCommon } from '../errors.ts';

export type ErrorListener = (error: unknown, reference: string) => void;

/** @param onError hears of faults of ours, with the reference that the person is shown. */
export function answerError(onError: ErrorListener) {
  return (error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const language = languageOf(request);
    const refusal = asRefusal(error);
    if (refusal) {
      const fields = hasZodFastifySchemaValidationErrors(error)
        ? error.validation.map((issue) => ({
            path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
            message: issue.message ?? '',
          }))
        : [];
      return reply.code(refusal.status).send({
        error: { code: refusal.code, message: refusal.inLanguage(language), details: refusal.details, fields },
      });
    }
    const reference = randomBytes(4).toString('hex');
    onError(error, reference);
    const unexpected = refuseCommon('unexpected', { reference });
    return reply.code(500).send({
      error: {
        code: unexpected.code,
        message: unexpected.inLanguage(language),
        details: unexpected.details,
        fields: [],
      },
    });
  };
}

/** The answer to a call of an operation that does not exist. */
export function answerNoOperation(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refuseCommon('notFound');
  return reply.code(404).send({
    error: { code: refusal.code, message: refusal.inLanguage(languageOf(request)), details: {}, fields: [] },
  });
}

function asRefusal(error: FastifyError | Refusal): Refusal | null {
  if (error instanceof Refusal) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = [
      ...new Set(error.validation.map((issue) => issue.instancePath.replace(/^\//, '').replaceAll('/', '.'))),
    ];
    return refuseCommon('badInput', { fields: fields.filter(Boolean).join(', ') || '—' });
  }
  // Values that no column holds: a number beyond its range, a day that does not exist, a zero byte.
  if (['22003', '22007', '22008', '22021', '22P05'].includes(error.code))
    return refuseCommon('badInput', { fields: '—' });
  // Fastify's own refusals of malformed requests (bad JSON, too large, wrong media type) are the caller's.
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    return refuseCommon('badInput', { fields: error.code ?? error.message });
  }
  return null;
}

const languages = new WeakMap<FastifyRequest, Language>();

/** The person's language, or the browser's before signing in. */
export function languageOf(request: FastifyRequest): Language {
  const known = languages.get(request);
  if (known) return known;
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'ru';
}

/** Whoever has been identified is answered in his own language. */
export function speak(request: FastifyRequest, language: Language): void {
  languages.set(request, language);
}
