/**
 * Messages to the messenger MAX through a bot of the installation: POST /messages?chat_id=… with the token in Authorization.
 * Source: dev.max.ru/docs-api. In a closed network the address may be that of a gateway of one's own.
 */
import type { Channel } from '../model.ts';

export interface MaxOptions {
  readonly token: string;
  readonly url: string;
}

export const MAX_API = 'https://platform-api2.max.ru';
/** The messenger's own limit of a text, signs. */
const LONGEST = 4000;
const PATIENCE = 20_000;

export function maxChannel({ token, url }: MaxOptions): Channel {
  return {
    id: 'max',
    send: async (chat, { subject, text }) => {
      const address = new URL('/messages', url);
      address.searchParams.set('chat_id', chat);
      const words = `${subject}\n\n${text}`;
      const answer = await fetch(address, {
        method: 'POST',
        headers: { authorization: token, 'content-type': 'application/json' },
        body: JSON.stringify({ text: words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!answer.ok) throw new Error(`MAX: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
    },
    close: () => undefined,
  };
}
