/** The channels that an installation has set up; none of them is needed to work. */
import type { Channel } from '../model.ts';
import { mailChannel } from './mail.ts';
import { MAX_API, maxChannel } from './max.ts';

/** Variables: OBEKTIV_SMTP_URL, OBEKTIV_MAIL_FROM, OBEKTIV_MAX_TOKEN, OBEKTIV_MAX_URL. */
export type Environment = Readonly<Record<string, string | undefined>>;

export function configuredChannels(environment: Environment): Channel[] {
  const channels: Channel[] = [];
  const url = environment.OBEKTIV_SMTP_URL;
  if (url) channels.push(mailChannel({ url, from: environment.OBEKTIV_MAIL_FROM ?? 'Объектив <noreply@localhost>' }));
  const token = environment.OBEKTIV_MAX_TOKEN;
  if (token) channels.push(maxChannel({ token, url: environment.OBEKTIV_MAX_URL ?? MAX_API }));
  return channels;
}
