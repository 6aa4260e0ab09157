/** Contract -> action. */
import type { Actor } from '#src/access/model.ts';
import type { HttpServer } from '#src/platform/http/server.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import type { Channel } from './model.ts';
import { countUnread } from './store.ts';

export function registerNotifications(server: HttpServer<Actor>, channels: readonly Channel[]): void {
  server.operation(contract.listNotices, (tx, { person }) => actions.listNotices(tx, person));
  server.operation(contract.countNotices, async (tx, { person }) => ({
    unread: await countUnread(tx, person.accountId),
  }));
  server.operation(contract.readNotices, async (tx, { person, body }) => ({
    unread: await actions.readNotices(tx, person, body.upTo),
  }));
  server.operation(contract.readSettings, (tx, { person }) => actions.readSettings(tx, person, channels));
  server.operation(contract.saveSettings, async (tx, { person, body }) => ({
    revision: await actions.saveSettings(tx, person, body),
  }));
  server.operation(contract.sendTrial, async (tx, { person }) => ({
    address: await actions.sendTrial(tx, person, channels),
  }));
}
