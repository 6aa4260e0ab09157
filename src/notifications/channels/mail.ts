/** E-mail by SMTP. The address of the server is the installation's: «smtp://user:password@mail.school.example:587». */
import { createTransport } from 'nodemailer';
import type { Channel } from '../model.ts';

export interface MailOptions {
  readonly url: string;
  /** «Объектив <noreply@school.example>» */
  readonly from: string;
}

/** A server that does not answer is given up on after this long, milliseconds. */
const PATIENCE = 20_000;

export function mailChannel({ url, from }: MailOptions): Channel {
  const transport = createTransport({
    url,
    pool: true,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // A message is words alone: nothing of this machine's files or of the network is read for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    id: 'mail',
    send: async (address, { subject, text, html }) => {
      await transport.sendMail({
        from,
        to: { name: '', address },
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}
