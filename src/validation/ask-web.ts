import type { WebAnswer, WebAnswers } from '../integrity/index.js';
import { compareText } from '../problems/index.js';

/** How the web is asked. */
export interface AskingLimits {
  /** Milliseconds that an answer may take. */
  readonly timeout: number;
  /** Addresses that are asked for at once, each of another server. */
  readonly servers: number;
}

export const askingLimits: AskingLimits = { timeout: 20_000, servers: 8 };

/** How often an address may lead to another. */
const mostRedirects = 10;

/**
 * Asks the web whether there is something at addresses. A server is asked for one address after the other, several
 * servers side by side.
 *
 * @param addresses `http` and `https` addresses without fragments
 */
export async function askWeb(
  addresses: Iterable<string>,
  limits: AskingLimits = askingLimits,
): Promise<WebAnswers> {
  const byServer = new Map<string, string[]>();
  for (const address of [...new Set(addresses)].sort(compareText)) {
    if (!URL.canParse(address)) continue;
    const { host } = new URL(address);
    const known = byServer.get(host);
    if (known === undefined) byServer.set(host, [address]);
    else known.push(address);
  }
  const servers = [...byServer.values()];
  const answers = new Map<string, WebAnswer>();
  const askNext = async (): Promise<void> => {
    for (let server = servers.shift(); server !== undefined; server = servers.shift())
      for (const address of server) answers.set(address, await ask(address, limits));
  };
  await Promise.all(Array.from({ length: limits.servers }, askNext));
  return answers;
}

async function ask(address: string, limits: AskingLimits): Promise<WebAnswer> {
  let current = address;
  let movedForGood = true;
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const response = await answerOf(current, limits);
      const location = response.headers.get('location');
      if (
        location === null ||
        !redirections.has(response.status) ||
        !URL.canParse(location, current)
      )
        return judged(response, current === address || !movedForGood ? undefined : current);
      movedForGood &&= response.status === 301 || response.status === 308;
      current = new URL(location, current).href;
    }
    return { kind: 'gone', reason: 'it leads from one address to the next, and never to a page' };
  } catch (error) {
    return unanswered(error, new URL(current).host, limits);
  }
}

/** The statuses that lead elsewhere (RFC 9110, section 15.4). */
const redirections: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Asks for the head alone, and for the whole where a server does not know that. */
async function answerOf(address: string, { timeout }: AskingLimits): Promise<Response> {
  const asked = async (method: 'HEAD' | 'GET'): Promise<Response> => {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(address, { method, redirect: 'manual', signal });
    await response.body?.cancel();
    return response;
  };
  const response = await asked('HEAD');
  // Some servers refuse to be asked for the head, or answer it as if there were nothing.
  return response.ok || redirections.has(response.status) ? response : asked('GET');
}

function judged({ ok, status }: Response, movedTo: string | undefined): WebAnswer {
  if (ok) return movedTo === undefined ? { kind: 'there' } : { kind: 'there', movedTo };
  return answerOfStatus(status);
}

/** What a status that is no success says (RFC 9110, section 15). */
export function answerOfStatus(status: number): WebAnswer {
  if (status >= 200 && status < 300) return { kind: 'there' };
  if (status === 404 || status === 410)
    return { kind: 'gone', reason: `there is no such page (${status})` };
  if (status === 401 || status === 403)
    return { kind: 'unknown', reason: `the server lets in only whom it knows (${status})` };
  if (status === 429 || status >= 500)
    return { kind: 'unknown', reason: `the server cannot answer now (${status})` };
  return { kind: 'gone', reason: `the server answers with status ${status}` };
}

function unanswered(error: unknown, host: string, { timeout }: AskingLimits): WebAnswer {
  const reason = (error as Error).cause ?? error;
  const { name, code = '' } = reason as NodeJS.ErrnoException;
  if (name === 'TimeoutError' || /TIMEDOUT|TIMEOUT/.test(code))
    return { kind: 'unknown', reason: `${host} did not answer within ${timeout / 1000} seconds` };
  if (code === 'ENOTFOUND') return { kind: 'gone', reason: `there is no server ${host}` };
  if (code === 'EAI_AGAIN') return { kind: 'unknown', reason: 'there is no network' };
  if (/CERT|SSL|TLS/.test(code))
    return { kind: 'unknown', reason: `${host} cannot prove that it is that server (${code})` };
  return { kind: 'unknown', reason: `${host} cannot be reached${code === '' ? '' : ` (${code})`}` };
}
