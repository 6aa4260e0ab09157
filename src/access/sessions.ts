/** Sessions: an opaque token in an HttpOnly cookie, its hash in the database; rotated in use, locked when idle. */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Db } from '#src/platform/db/connect.ts';
import { inScope, SYSTEM, type Tx } from '#src/platform/db/scope.ts';
import type { Language } from '#src/platform/errors.ts';
import type { Actor, OrganizationKind, Role } from './model.ts';
import { IDLE_MINUTES, ROTATION_MINUTES, SESSION_HOURS } from './rules.ts';

const COOKIE = 'obektiv_session';

const hash = (token: string): Buffer => createHash('sha256').update(token).digest();

export interface Sessions {
  /** Opens a session for one grant and sets its cookie. */
  open(tx: Tx, reply: FastifyReply, accountId: number, grantId: number): Promise<void>;
  /** The actor of the request's cookie, or null. Renews the token when it is due. */
  find(request: FastifyRequest, reply: FastifyReply): Promise<Actor | null>;
  close(tx: Tx, request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Ends every session of an account but the request's own. */
  closeOthers(tx: Tx, accountId: number, request?: FastifyRequest): Promise<void>;
}

export function createSessions(db: Db, options: { secure: boolean }): Sessions {
  const setCookie = (reply: FastifyReply, token: string): void => {
    reply.setCookie(COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: options.secure,
      maxAge: SESSION_HOURS * 3600,
    });
  };

  return {
    open: async (tx, reply, accountId, grantId) => {
      const token = randomBytes(32).toString('base64url');
      await tx
        .insertInto('session')
        .values({
          tokenHash: hash(token),
          accountId,
          roleGrantId: grantId,
          expiresAt: new Date(Date.now() + SESSION_HOURS * 3_600_000),
        })
        .execute();
      setCookie(reply, token);
    },

    find: async (request, reply) => {
      const token = request.cookies[COOKIE];
      if (!token || token.length > 100) return null;
      return inScope(db, SYSTEM, async (tx) => {
        const key = hash(token);
        const session = await findSession(tx, key);
        if (!session) return null;
        if (session.idle || session.expired) {
          await tx.deleteFrom('session').where('tokenHash', '=', session.tokenHash).execute();
          reply.clearCookie(COOKIE, { path: '/' });
          return null;
        }
        if (session.current && session.rotationDue) {
          const next = randomBytes(32).toString('base64url');
          const rotated = await tx
            .updateTable('session')
            .set({ tokenHash: hash(next), previousHash: key, rotatedAt: sql`now()`, lastSeenAt: sql`now()` })
            .where('tokenHash', '=', key)
            .executeTakeFirst();
          if (rotated.numUpdatedRows > 0n) setCookie(reply, next);
        } else if (session.stale && !isBackground(request)) {
          await tx
            .updateTable('session')
            .set({ lastSeenAt: sql`now()` })
            .where('tokenHash', '=', session.tokenHash)
            .execute();
        }
        return actorOf(session);
      });
    },

    close: async (tx, request, reply) => {
      const token = request.cookies[COOKIE];
      if (token) {
        await tx
          .deleteFrom('session')
          .where((where) => where.or([where('tokenHash', '=', hash(token)), where('previousHash', '=', hash(token))]))
          .execute();
      }
      reply.clearCookie(COOKIE, { path: '/' });
    },

    closeOthers: async (tx, accountId, request) => {
      const token = request?.cookies[COOKIE];
      let query = tx.deleteFrom('session').where('accountId', '=', accountId);
      if (token) {
        // The request itself may just have been given a new token.
        const own = hash(token);
        query = query
          .where('tokenHash', '!=', own)
          .where((where) => where.or([where('previousHash', 'is', null), where('previousHash', '!=', own)]));
      }
      await query.execute();
    },
  };
}

/** Questions that a page asks by itself: an unattended screen that shows progress or a count must lock too. */
function isBackground(request: FastifyRequest): boolean {
  return request.method === 'GET' && /^\/api\/(jobs|notices\/count)(\/|\?|$)/.test(request.url);
}

async function findSession(tx: Tx, key: Buffer) {
  return tx
    .selectFrom('session as s')
    .innerJoin('account as a', 'a.id', 's.accountId')
    .innerJoin('roleGrant as g', 'g.id', 's.roleGrantId')
    .innerJoin('organization as o', 'o.id', 'g.organizationId')
    .where((where) =>
      where.or([
        where('s.tokenHash', '=', key),
        // Requests that were under way while the token was replaced.
        where.and([
          where('s.previousHash', '=', key),
          where('s.rotatedAt', '>', sql<Date>`now() - interval '1 minute'`),
        ]),
      ]),
    )
    .where('a.disabledAt', 'is', null)
    .where('g.endedAt', 'is', null)
    .select([
      's.tokenHash',
      'a.id as accountId',
      'a.login',
      'a.displayName',
      'a.language',
      'g.id as grantId',
      'g.role',
      'g.post',
      'g.classGroupIds',
      'o.id as organizationId',
      'o.kind as organizationKind',
      'o.name as organizationName',
      'o.path as organizationPath',
      sql<boolean>`s.token_hash = ${key}`.as('current'),
      sql<boolean>`s.expires_at < now()`.as('expired'),
      sql<boolean>`s.last_seen_at < now() - make_interval(mins => ${IDLE_MINUTES})`.as('idle'),
      sql<boolean>`s.last_seen_at < now() - interval '1 minute'`.as('stale'),
      sql<boolean>`s.rotated_at < now() - make_interval(mins => ${ROTATION_MINUTES})`.as('rotationDue'),
    ])
    .executeTakeFirst();
}

export function actorOf(row: {
  accountId: number;
  grantId: number;
  login: string;
  displayName: string;
  language: string;
  role: string;
  post: string;
  classGroupIds: number[] | null;
  organizationId: number;
  organizationKind: string;
  organizationName: string;
  organizationPath: string;
}): Actor {
  return {
    accountId: row.accountId,
    grantId: row.grantId,
    login: row.login,
    displayName: row.displayName,
    role: row.role as Role,
    post: row.post,
    organizationId: row.organizationId,
    organizationKind: row.organizationKind as OrganizationKind,
    organizationName: row.organizationName,
    organizationPath: row.organizationPath,
    language: row.language as Language,
    scope: { accountId: row.accountId, path: row.organizationPath, classIds: row.classGroupIds },
  };
}
