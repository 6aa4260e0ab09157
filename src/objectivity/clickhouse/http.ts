/** The HTTP interface of ClickHouse: one POST a statement, values bound by the server. */
import { refuseClickHouse } from './errors.ts';
import type { RunStatement } from './read.ts';

export interface ClickHouseAddress {
  readonly url: string;
  /** Sent as headers, never in the address: addresses end up in logs. */
  readonly user?: string | undefined;
  readonly password?: string | undefined;
}

/**
 * @returns a runner for readWorkTables.
 * @throws Refusal address; the runner throws unreachable, statementFailed.
 */
export function overHttp({ url, user, password }: ClickHouseAddress): RunStatement {
  const base = addressOf(url);
  const headers: Record<string, string> = { 'content-type': 'text/plain; charset=utf-8' };
  if (user) headers['x-clickhouse-user'] = user;
  if (password) headers['x-clickhouse-key'] = password;
  return async (statement, values) => {
    const target = new URL(base);
    // 64-bit counts as plain numbers: a country has fewer papers than 2^53.
    target.searchParams.set('output_format_json_quote_64bit_integers', '0');
    for (const [name, value] of Object.entries(values)) target.searchParams.set(`param_${name}`, String(value));
    const body = `${statement.sql} format JSONCompactEachRow`;
    const answer = await fetch(target, { method: 'POST', headers, body }).catch((error: Error) => {
      const cause = error.cause instanceof Error ? error.cause.message : error.message;
      throw refuseClickHouse('unreachable', { address: base.origin, found: cause });
    });
    const text = await answer.text();
    if (!answer.ok) throw refuseClickHouse('statementFailed', { statement: statement.name, found: firstLine(text) });
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown[]);
  };
}

function addressOf(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol))
    throw refuseClickHouse('address', { found: url });
  return parsed;
}

function firstLine(text: string): string {
  return text.split('\n')[0]!.slice(0, 300);
}
