/** Operations of notices and of what is sent outside. */
import { z } from 'zod';
import { defineContract } from '#src/platform/http/contract.ts';
import { CHANNELS, NOTICE_KINDS } from './model.ts';

const tag = 'notifications';

export const listNotices = defineContract({
  method: 'GET',
  path: '/api/notices',
  summary: 'The newest notices of the signed-in person',
  tag,
  output: z.object({
    unread: z.number(),
    notices: z.array(
      z.object({
        id: z.number(),
        kind: z.enum(NOTICE_KINDS),
        sentence: z.string(),
        href: z.string(),
        createdAt: z.string(),
        read: z.boolean(),
      }),
    ),
  }),
});
export const countNotices = defineContract({
  method: 'GET',
  path: '/api/notices/count',
  summary: 'How many notices the signed-in person has not read',
  tag,
  output: z.object({ unread: z.number() }),
});
export const readNotices = defineContract({
  method: 'POST',
  path: '/api/notices/read',
  summary: 'Mark notices up to one as read',
  tag,
  body: z.object({ upTo: z.number().int().positive() }),
  output: z.object({ unread: z.number() }),
});

const settings = z.object({
  email: z.email().max(200).nullable(),
  weeklyDigest: z.boolean(),
  atOnce: z.boolean(),
  maxChat: z
    .string()
    .regex(/^-?\d{1,20}$/)
    .nullable(),
  revision: z.number().int().min(0),
});
export const readSettings = defineContract({
  method: 'GET',
  path: '/api/notices/settings',
  summary: 'Where and how often the person is told, and what was sent last',
  tag,
  output: z.object({
    settings,
    /** Channels that the installation has set up. */
    channels: z.array(z.enum(CHANNELS)),
    last: z.array(
      z.object({
        id: z.number(),
        channel: z.enum(CHANNELS),
        kind: z.enum(['digest', 'notice']),
        state: z.enum(['waiting', 'sent', 'failed']),
        failure: z.string().nullable(),
        at: z.string(),
      }),
    ),
  }),
});
export const saveSettings = defineContract({
  method: 'POST',
  path: '/api/notices/settings',
  summary: 'Change where and how often the person is told',
  tag,
  body: settings,
  output: z.object({ revision: z.number() }),
});
export const sendTrial = defineContract({
  method: 'POST',
  path: '/api/notices/trial',
  summary: 'Send a trial letter to one’s own address',
  tag,
  output: z.object({ address: z.string() }),
});
