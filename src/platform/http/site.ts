/** The built site: its files with names that never change their content, and the page, whose styles need a nonce of each answer. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const nonces = new WeakMap<object, string>();

/** The nonce of one answer: the policy names it, and the page carries it. */
export function nonceOf(response: object): string {
  let nonce = nonces.get(response);
  if (!nonce) {
    nonce = randomBytes(16).toString('base64');
    nonces.set(response, nonce);
  }
  return nonce;
}

/** @throws Error where the site is not built. */
export async function serveSite(app: FastifyInstance, root: string): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) throw new Error(`The site is not built in ${root}. Run "npm run build".`);
  await app.register(staticFiles, {
    root,
    index: false,
    wildcard: false,
    globIgnore: ['**/index.html'],
    // Vite puts the content's hash into the name of every asset.
    maxAge: '365d',
    immutable: true,
    preCompressed: true,
  });
  app.get('/', { schema: { hide: true } }, (_request, reply) => sendPage(reply, root));
}

const pages = new Map<string, string>();

/** The page, whatever the address: it finds its own way. */
export function sendPage(reply: FastifyReply, root: string): FastifyReply {
  let page = pages.get(root);
  if (!page) {
    page = readFileSync(join(root, 'index.html'), 'utf8');
    pages.set(root, page);
  }
  return reply
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll('__CSP_NONCE__', nonceOf(reply.raw)));
}
