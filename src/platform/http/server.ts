/** The HTTP server: contracts in, answers out; headers, origin check and limits in one place. Errors: refusals.ts. */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type preHandlerHookHandler,
} from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Db } from '../db/connect.ts';
import { inScope, type Scope, type Tx } from '../db/scope.ts';
import { type Language, refuseCommon } from '../errors.ts';
import { XLSX } from './common.ts';
import type { Contract } from './contract.ts';
import { answerError, answerNoOperation, type ErrorListener, speak } from './refusals.ts';
import { nonceOf, sendPage, serveSite } from './site.ts';

/** The least that the server must know of a person; access/model.ts says more. */
export interface Person {
  readonly scope: Scope;
  readonly language: Language;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export interface Call<C extends Contract, P extends Person> {
  /** The signed-in person. Absent only in open operations. */
  readonly person: P;
  readonly params: Parsed<C['params']>;
  readonly query: Parsed<C['query']>;
  readonly body: Parsed<C['body']>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface FileAnswer {
  readonly content: Buffer;
  readonly name: string;
  /** Media type; a spreadsheet when absent. */
  readonly type?: string;
}

type Answer<C extends Contract> = C extends { readonly file: string }
  ? FileAnswer
  : C['output'] extends z.ZodType
    ? z.output<C['output']>
    : void;

export interface HttpServer<P extends Person> {
  readonly app: FastifyInstance;
  /** Registers an operation whose handler works inside one transaction that sees what the person may see. */
  operation<const C extends Contract>(contract: C, handler: (tx: Tx, call: Call<C, P>) => Promise<Answer<C>>): void;
  /** Registers an operation that opens its transactions itself (sign-in, uploads). */
  rawOperation<const C extends Contract>(
    contract: C,
    handler: (call: Call<C, P>) => Promise<Answer<C>>,
    options?: {
      rateLimit?: { max: number; timeWindow: number; key?: (request: FastifyRequest) => string };
      /** A second limit by address alone, requests a minute. */
      perAddress?: number;
    },
  ): void;
}

export interface ServerOptions<P extends Person> {
  readonly db: Db;
  /** Finds the person by the request's session, renewing the cookie where that is due. */
  readonly authenticate: (request: FastifyRequest, reply: FastifyReply) => Promise<P | null>;
  /** Folder of the built site; absent in tests of the API. */
  readonly webRoot?: string;
  /** Largest upload, bytes. */
  readonly uploadLimit?: number;
  /** Cookies only over TLS, and the header that says so: behind a proxy that ends TLS. */
  readonly secure?: boolean;
  readonly version: string;
  readonly onError: ErrorListener;
}

const MEGABYTE = 1_048_576;

export async function createServer<P extends Person>(options: ServerOptions<P>): Promise<HttpServer<P>> {
  const app = Fastify({
    // One proxy stands before us; what it was told by others is hearsay.
    trustProxy: options.secure ? (_address: string, hop: number) => hop < 1 : false,
    bodyLimit: MEGABYTE,
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Without TLS the header would lock a school's plain-HTTP laptop out of its own address.
    strictTransportSecurity: options.secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, context) =>
      refuseCommon('tooManyRequests', { seconds: Math.ceil(context.ttl / 1000) }),
  });
  await app.register(multipart, {
    limits: { fileSize: options.uploadLimit ?? 64 * MEGABYTE, files: 50, fields: 20, parts: 80 },
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Объектив',
        version: options.version,
        description:
          'Sign in with POST /api/session {login, password}: the answer sets the session cookie that every other call needs. ' +
          'Calls that change something are refused when a browser sends them from another site (Sec-Fetch-Site, Origin).',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'obektiv_session' } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });

  app.addHook('onRequest', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request))
      throw refuseCommon('foreignOrigin');
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });

  app.setErrorHandler(answerError(options.onError));

  const people = new WeakMap<FastifyRequest, P>();
  const identify = async (request: FastifyRequest, reply: FastifyReply): Promise<P> => {
    const person = await options.authenticate(request, reply);
    if (!person) throw refuseCommon('signInRequired');
    people.set(request, person);
    speak(request, person.language);
    return person;
  };

  const register = (
    contract: Contract,
    run: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
    config: Record<string, unknown> = {},
    preHandler: preHandlerHookHandler[] = [],
  ): void => {
    app.route({
      method: contract.method,
      url: contract.path,
      config,
      schema: {
        summary: contract.summary,
        tags: [contract.tag],
        ...(contract.params ? { params: contract.params } : {}),
        ...(contract.query ? { querystring: contract.query } : {}),
        ...(contract.body ? { body: contract.body } : {}),
        ...(contract.upload ? { consumes: ['multipart/form-data'] } : {}),
        ...(contract.open ? { security: [] } : {}),
        ...(contract.file ? { produces: [contract.file] } : {}),
        ...(contract.output ? { response: { 200: contract.output } } : {}),
      },
      // A stranger learns nothing about the form of a closed operation: who asks is settled before what is asked.
      onRequest: contract.open ? [] : [async (request, reply) => void (await identify(request, reply))],
      preHandler,
      handler: async (request, reply) => {
        const answer = await run(request, reply);
        if (contract.file) return sendFile(reply, answer as FileAnswer, contract.file);
        if (answer === undefined) return reply.code(204).send();
        return answer;
      },
    });
  };
  const callOf = (request: FastifyRequest, reply: FastifyReply) =>
    ({
      person: people.get(request),
      params: request.params,
      query: request.query,
      body: request.body,
      request,
      reply,
    }) as Call<never, P>;

  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  if (options.webRoot) await serveSite(app, options.webRoot);
  app.setNotFoundHandler((request, reply) =>
    request.url.startsWith('/api/') || request.method !== 'GET' || !options.webRoot
      ? answerNoOperation(request, reply)
      : sendPage(reply, options.webRoot),
  );

  return {
    app,
    operation: (contract, handler) =>
      register(contract, (request, reply) => {
        const call = callOf(request, reply);
        return inScope(options.db, call.person.scope, (tx) => handler(tx, call as never));
      }),
    rawOperation: (contract, handler, extra) =>
      register(
        contract,
        (request, reply) => handler(callOf(request, reply) as never),
        extra?.rateLimit
          ? {
              rateLimit: {
                max: extra.rateLimit.max,
                timeWindow: extra.rateLimit.timeWindow,
                hook: 'preHandler',
                ...(extra.rateLimit.key ? { keyGenerator: extra.rateLimit.key } : {}),
              },
            }
          : {},
        extra?.perAddress ? [limitAddress(app, extra.perAddress)] : [],
      ),
  };
}

/** The plugin applies one limit to a request; this second one is asked separately. */
function limitAddress(app: FastifyInstance, max: number): preHandlerHookHandler {
  const check = app.createRateLimit({ max, timeWindow: 60_000 });
  return async (request) => {
    const state = await check(request);
    if (!state.isAllowed && state.isExceeded) {
      throw refuseCommon('tooManyRequests', { seconds: Math.ceil(state.ttl / 1000) });
    }
  };
}

function sendFile(reply: FastifyReply, answer: FileAnswer, type: string): FastifyReply {
  return reply
    .header('content-type', answer.type ?? type ?? XLSX)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`)
    .send(answer.content);
}

/**
 * Cross-site request forgery is refused by what browsers say of themselves: Sec-Fetch-Site, and Origin where that is
 * missing. Programs send neither and carry no ambient cookie. docs/decisions/0005-sessions.md.
 */
function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  if (!origin) return true;
  try {
    return new URL(origin).host === request.host;
  } catch {
    return false;
  }
}
