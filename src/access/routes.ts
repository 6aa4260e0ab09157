/** contract -> action. */
import { asSystem, inScope, SYSTEM } from '#src/platform/db/scope.ts';
import type { Db } from '#src/platform/db/connect.ts';
import { refuseCommon } from '#src/platform/errors.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import { writeTableXlsx } from '#src/platform/tables/write.ts';
import * as actions from './actions.ts';
import { sessionAnswer } from './answer.ts';
import { audit } from './audit.ts';
import * as contract from './contract.ts';
import { refuse } from './errors.ts';
import type { Actor } from './model.ts';
import type { Sessions } from './sessions.ts';
import * as store from './store.ts';
import { accessText } from './text.ts';

function accountAnswer(account: Awaited<ReturnType<typeof store.listAccounts>>[number]) {
  return {
    id: account.id,
    login: account.login,
    displayName: account.displayName,
    organization: { id: account.organizationId, name: account.organizationName },
    grants: account.grants.map((grant) => ({
      id: grant.id,
      role: grant.role as Actor['role'],
      organizationId: grant.organizationId,
      organization: grant.organizationName,
      post: grant.post,
      classIds: grant.classGroupIds,
    })),
    disabled: account.disabledAt !== null,
    revision: account.revision,
  };
}

function auditAnswer(entry: Awaited<ReturnType<typeof store.listAuditEntries>>[number]) {
  return {
    id: entry.id,
    happenedAt: entry.happenedAt.toISOString(),
    kind: entry.kind as 'change' | 'read' | 'access',
    action: entry.action,
    account: entry.account,
    organization: entry.organization,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    details: entry.details as Record<string, unknown>,
  };
}

export function registerAccess(server: HttpServer<Actor>, db: Db, sessions: Sessions): void {
  server.rawOperation(
    contract.signIn,
    async ({ body, reply }) => {
      const checked = await inScope(db, SYSTEM, async (tx) => {
        const account = await actions.checkCredentials(tx, body.login, body.password);
        const known = account ?? (await store.findAccountByLogin(tx, body.login));
        const [grant] = account && !account.disabledAt ? await store.listGrants(tx, account.id) : [];
        // Attempts are journalled for known logins only: what a stranger typed may be a password.
        if (known) {
          await audit(
            tx,
            { accountId: known.id, organizationId: known.organizationId },
            {
              kind: 'access',
              action: grant ? 'session.open' : 'session.refused',
              subjectKind: 'account',
              subjectId: known.id,
            },
          );
        }
        if (grant) await sessions.open(tx, reply, grant.accountId, grant.grantId);
        return { account, grant };
      });
      if (!checked.account) throw refuse('wrongCredentials');
      if (checked.account.disabledAt) throw refuse('accountDisabled');
      const { grant } = checked;
      if (!grant) throw refuse('noRole');
      return inScope(db, grant.scope, (tx) => sessionAnswer(tx, grant));
    },
    {
      // Ten attempts a minute for one login from one address: a person mistypes, a program guesses.
      rateLimit: {
        max: 10,
        timeWindow: 60_000,
        key: (request) =>
          `${request.ip} ${String((request.body as { login?: unknown } | null)?.login ?? '').toLowerCase()}`,
      },
      // One address trying many logins: a school's staff room needs a few a minute.
      perAddress: 60,
    },
  );

  server.rawOperation(contract.readSession, async ({ request, reply }) => {
    const actor = await sessions.find(request, reply);
    return { person: actor && (await inScope(db, actor.scope, (tx) => sessionAnswer(tx, actor))) };
  });

  server.operation(contract.signOut, async (tx, { person, request, reply }) => {
    await sessions.close(tx, request, reply);
    await audit(tx, person, {
      kind: 'access',
      action: 'session.close',
      subjectKind: 'account',
      subjectId: person.accountId,
    });
  });

  server.operation(contract.chooseGrant, async (tx, { person, body, request, reply }) => {
    const grants = await asSystem(tx, person.scope, () => store.listGrants(tx, person.accountId));
    const grant = grants.find((own) => own.grantId === body.grantId);
    if (!grant) throw refuseCommon('notFound');
    await sessions.close(tx, request, reply);
    await sessions.open(tx, reply, grant.accountId, grant.grantId);
    return sessionAnswer(tx, grant);
  });

  server.operation(contract.changePassword, async (tx, { person, body, request }) => {
    const account = await actions.checkCredentials(tx, person.login, body.current);
    if (!account) throw refuse('wrongCurrentPassword');
    const passwordHash = await actions.makePasswordHash(person.login, body.next);
    await tx.updateTable('account').set({ passwordHash }).where('id', '=', person.accountId).execute();
    await sessions.closeOthers(tx, person.accountId, request);
    await audit(tx, person, {
      kind: 'change',
      action: 'account.password',
      subjectKind: 'account',
      subjectId: person.accountId,
    });
  });

  server.operation(contract.changeLanguage, async (tx, { person, body }) => {
    await tx.updateTable('account').set({ language: body.language }).where('id', '=', person.accountId).execute();
  });

  server.operation(contract.listAccounts, async (tx, { person, query }) => {
    actions.requirePermission(person, 'editAccounts');
    return { accounts: (await store.listAccounts(tx, query)).map(accountAnswer) };
  });

  server.operation(contract.downloadAccounts, async (tx, { person, query }) => {
    actions.requirePermission(person, 'editAccounts');
    const ru = person.language === 'ru';
    const { roles } = accessText[person.language];
    const accounts = (await store.listAccounts(tx, query)).map(accountAnswer);
    const content = await writeTableXlsx({
      title: ru ? 'Учётные записи' : 'Accounts',
      columns: [
        { header: ru ? 'Логин' : 'Login', width: 18 },
        { header: ru ? 'Имя' : 'Name', width: 36 },
        { header: ru ? 'Организация' : 'Organisation', width: 36 },
        { header: ru ? 'Роли' : 'Roles', width: 60 },
        { header: ru ? 'Состояние' : 'State', width: 14 },
      ],
      rows: accounts.map((account) => [
        account.login,
        account.displayName,
        account.organization.name,
        account.grants.map((grant) => `${roles[grant.role]}, ${grant.organization}`).join('; '),
        account.disabled ? (ru ? 'отключена' : 'disabled') : ru ? 'действует' : 'active',
      ]),
      parameters: [
        [ru ? 'Отбор' : 'Filter', query.search ?? '—'],
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? 'Учётные записи.xlsx' : 'Accounts.xlsx' };
  });

  server.operation(contract.createAccount, async (tx, { person, body }) => {
    const id = await actions.createAccount(tx, person, body);
    return accountAnswer((await store.listAccounts(tx, { id }))[0]!);
  });

  server.operation(contract.updateAccount, async (tx, { person, params, body }) => {
    const endSessions = await actions.updateAccount(tx, person, params.id, body);
    if (endSessions) {
      // Sessions of other accounts are the system's business: the policy shows each person only his own.
      await asSystem(tx, person.scope, () => sessions.closeOthers(tx, params.id));
    }
    return accountAnswer((await store.listAccounts(tx, { id: params.id }))[0]!);
  });

  server.operation(contract.listAudit, async (tx, { person, query }) => {
    actions.requirePermission(person, 'readAudit');
    const entries = await store.listAuditEntries(tx, query, 101);
    return { entries: entries.slice(0, 100).map(auditAnswer), more: entries.length > 100 };
  });

  server.operation(contract.downloadAudit, async (tx, { person, query }) => {
    actions.requirePermission(person, 'readAudit');
    const text = accessText[person.language];
    const ru = person.language === 'ru';
    const entries = await store.listAuditEntries(tx, query, 50_000);
    const content = await writeTableXlsx({
      title: ru ? 'Журнал' : 'Journal',
      columns: [
        { header: ru ? 'Время' : 'Time', type: 'datetime', width: 20 },
        { header: ru ? 'Вид' : 'Kind', type: 'text', width: 16 },
        { header: ru ? 'Действие' : 'Action', type: 'text', width: 34 },
        { header: ru ? 'Кто' : 'Who', type: 'text', width: 40 },
        { header: ru ? 'Организация' : 'Organisation', type: 'text', width: 36 },
        { header: ru ? 'Предмет' : 'Subject', type: 'text', width: 18 },
      ],
      rows: entries.map((entry) => [
        entry.happenedAt,
        text.auditKinds[entry.kind as 'change'],
        text.actions[entry.action] ?? entry.action,
        entry.account ?? '',
        entry.organization,
        `${entry.subjectKind} ${entry.subjectId ?? ''}`.trim(),
      ]),
      parameters: [
        [
          ru ? 'Отбор' : 'Filter',
          [query.kind && text.auditKinds[query.kind], query.search].filter(Boolean).join(', ') || '—',
        ],
        [ru ? 'Кто скачал' : 'Downloaded by', person.displayName],
        [ru ? 'Дата' : 'Date', new Date()],
      ],
      language: person.language,
    });
    return { content, name: ru ? 'Журнал.xlsx' : 'Journal.xlsx' };
  });
}
