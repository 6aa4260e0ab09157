import type { z } from 'zod';
import type { Contract } from '../http/contract.ts';

/**
 * The typed way to the server. A capability announces its contracts by types alone, so that zod stays out of the browser:
 *
 *   // src/objectivity/web/api.ts
 *   import type { Routes } from '#src/platform/ui/api.ts';
 *   declare module '#src/platform/ui/api.ts' {
 *     interface Api extends Routes<typeof import('../contract.ts')> {}
 *   }
 *
 * after which `call('GET /api/findings', { query })` is checked against the contract.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- capabilities add their routes by declaration merging
export interface Api {}

/** Contracts exported by a module, by their key «METHOD path». */
export type Routes<M> = {
  [K in keyof M as M[K] extends Contract ? `${M[K]['method']} ${M[K]['path']}` : never]: M[K];
};

export type Route = keyof Api & string;

type Part<C, K extends 'params' | 'query' | 'body'> = C extends { readonly [P in K]: infer S extends z.ZodType }
  ? undefined extends z.input<S>
    ? { readonly [P in K]?: z.input<S> }
    : Record<never, never> extends z.input<S>
      ? { readonly [P in K]?: z.input<S> }
      : { readonly [P in K]: z.input<S> }
  : { readonly [P in K]?: undefined };

/** Route by route: the parts of all routes at once would be every combination of them. */
export type Input<R extends Route> = R extends unknown
  ? Part<Api[R], 'params'> & Part<Api[R], 'query'> & Part<Api[R], 'body'>
  : never;
export type Output<R extends Route> = Api[R] extends { readonly output: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

/** Inputs may be left out where nothing in them is required. */
export type Arguments<R extends Route> = Record<never, never> extends Input<R> ? [input?: Input<R>] : [input: Input<R>];

/** A refusal of the server, or no answer at all (`code` is then `offline`). */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: unknown;

  constructor(status: number, code: string, message: string, details: unknown) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

interface LooseInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** The address of a route with its path parameters and query filled in; also the `href` of a download. */
export function address<R extends Route>(route: R, ...[input]: Arguments<R>): string {
  return fill(route, input as LooseInput | undefined);
}

function method(route: string): string {
  return route.slice(0, route.indexOf(' '));
}

function fill(route: string, input: LooseInput = {}): string {
  const params = (input.params ?? {}) as Record<string, string | number>;
  const path = route
    .slice(route.indexOf(' ') + 1)
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const query = search.toString();
  return query ? `${path}?${query}` : path;
}

let unauthorized: () => void = () => undefined;

/** Called when a session has ended: the site goes to the sign-in page and comes back after it. */
export function onUnauthorized(listener: () => void): void {
  unauthorized = listener;
}

/**
 * Calls a route.
 * @throws ApiError for every refusal; `offline` when the server cannot be reached.
 */
export async function call<R extends Route>(route: R, ...[input]: Arguments<R>): Promise<Output<R>> {
  const { body } = (input ?? {}) as LooseInput;
  const response = await send(fill(route, input as LooseInput | undefined), {
    method: method(route),
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return (await read(response, route)) as Output<R>;
}

/**
 * Sends files to a route that takes multipart/form-data; `progress` hears the share sent, 0..1.
 * @throws ApiError as `call` does.
 */
export function upload<R extends Route>(
  route: R,
  input: Omit<Input<R>, 'body'> & {
    readonly files: readonly File[];
    readonly fields?: Readonly<Record<string, string>>;
  },
  progress?: (share: number) => void,
): Promise<Output<R>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(input.fields ?? {})) form.append(name, value);
  for (const file of input.files) form.append('files', file, file.name);
  // fetch tells nothing about what has been sent; only XMLHttpRequest does.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method(route), fill(route, input as LooseInput));
    for (const [name, value] of Object.entries(commonHeaders())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => progress?.(event.total ? event.loaded / event.total : 0));
    request.addEventListener('error', () => reject(offline()));
    request.addEventListener('load', () => {
      const response = new Response(request.status === 204 ? null : request.responseText, { status: request.status });
      read(response, route).then((value) => resolve(value as Output<R>), reject);
    });
    request.send(form);
  });
}

/** Says that the request comes from our page and in which language its message is wanted. */
function commonHeaders(): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': document.documentElement.lang || 'ru',
    'x-requested-with': 'obektiv',
  };
}

async function send(url: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
  try {
    return await fetch(url, { ...init, credentials: 'same-origin', headers: { ...commonHeaders(), ...init.headers } });
  } catch {
    throw offline();
  }
}

function offline(): ApiError {
  return new ApiError(0, 'offline', '', null);
}

async function read(response: Response, route: string): Promise<unknown> {
  const text = await response.text();
  let value: unknown = null;
  try {
    value = text ? JSON.parse(text) : null;
  } catch {
    // A proxy in between may answer with a page of its own; the status says enough.
  }
  if (response.ok) return value;
  // {error: {code, message, details}} of platform/http/refusals.ts
  const refusal = (value as { error?: { code?: string; message?: string; details?: unknown } } | null)?.error ?? {};
  const error = new ApiError(
    response.status,
    refusal.code ?? `http-${response.status}`,
    refusal.message ?? '',
    refusal.details,
  );
  // A wrong password is also a 401, but says so itself; only a session that has ended sends a person to the sign-in page.
  if (response.status === 401 && !route.endsWith(' /api/session')) unauthorized();
  throw error;
}
