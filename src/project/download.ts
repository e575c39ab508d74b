import { Failure } from '../problems/index.js';

export interface DownloadLimits {
  /** Milliseconds that one answer may take. */
  readonly timeout: number;
  /** Bytes that one answer may have. */
  readonly bytes: number;
}

export const downloadLimits: DownloadLimits = { timeout: 60_000, bytes: 64_000_000 };

/** What an address answered with. */
export interface Download {
  readonly bytes: Uint8Array;
  /** Where the address led to in the end. */
  readonly address: string;
  /** The media type that the server named, in lower case, without parameters; empty where it named none. */
  readonly mediaType: string;
}

/** How often an address may lead to another. */
const mostRedirects = 10;

/**
 * Fetches what has an `http` or `https` address.
 *
 * @throws Failure when there is no answer, another than the thing itself, or too much of it
 */
export async function download(
  address: string,
  limits: DownloadLimits = downloadLimits,
): Promise<Download> {
  let current = address;
  for (let redirects = 0; ; redirects++) {
    const signal = AbortSignal.timeout(limits.timeout);
    let next: string | undefined;
    try {
      const response = await fetch(current, { redirect: 'manual', signal });
      next = redirection(response, current);
      if (next === undefined) {
        refuseStatus(response, current);
        return {
          bytes: await limited(response, current, limits.bytes),
          address: current,
          mediaType: (response.headers.get('content-type') ?? '')
            .replace(/;.*$/s, '')
            .trim()
            .toLowerCase(),
        };
      }
      await response.body?.cancel();
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw noAnswer(error, current, limits);
    }
    if (redirects === mostRedirects) {
      throw new Failure(`${address} leads from one address to the next, and never to a schema.`, {
        help: 'Open it in a browser, and take the address at which you arrive.',
      });
    }
    if (current.startsWith('https:') && !next.startsWith('https:')) {
      throw new Failure(
        `${current} leads to ${next}, which is not safe from being changed on the way.`,
        {
          help: 'Look for an address that begins with https.',
        },
      );
    }
    current = next;
  }
}

/** Where an answer leads to instead (RFC 9110, section 15.4). */
function redirection({ status, headers }: Response, address: string): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const location = headers.get('location');
  let next: URL | undefined;
  try {
    if (location !== null) next = new URL(location, address);
  } catch {
    // No address: said below.
  }
  if (next === undefined || !/^https?:$/.test(next.protocol)) {
    throw new Failure(`${address} leads elsewhere, but does not say where.`, {
      help: 'Open it in a browser, and take the address at which you arrive.',
    });
  }
  next.hash = '';
  return next.href;
}

function refuseStatus({ status, ok, headers }: Response, address: string): void {
  const failure = (message: string, help: string) => new Failure(message, { help });
  if (ok && status !== 204) return;
  if (status === 404 || status === 410)
    throw failure(
      `There is nothing at ${address} (${status}).`,
      'Check the address and its capitals; it may have moved.',
    );
  if (status === 401 || status === 403)
    throw failure(
      `${address} is not open to everybody (${status}).`,
      'Save the schema into schemas/ yourself, and name that file.',
    );
  if (status === 407)
    throw failure('The proxy wants a name and a password (407).', 'Set them in HTTPS_PROXY.');
  if (status === 429 || status >= 500) {
    const wait = headers.get('retry-after');
    throw failure(
      `The server of ${address} cannot answer now (${status}).`,
      `Try again later${wait !== null && /^\d+$/.test(wait) ? `; it asks to wait ${wait} seconds` : ''}.`,
    );
  }
  throw failure(
    `The server of ${address} answers with status ${status}, not with a schema.`,
    'Open the address in a browser to see what is there.',
  );
}

async function limited(response: Response, address: string, most: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new Failure(`What lies at ${address} is larger than ${most / 1_000_000} MB, as no schema is.`, {
      help: 'Check the address. If it is right, save the schema into schemas/ yourself.',
    });
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > most) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Puts into words why there was no answer; the reason lies in the cause, or in the cause of that. */
function noAnswer(error: unknown, address: string, { timeout }: DownloadLimits): Failure {
  const { host, hostname } = new URL(address);
  const reason = (error as Error).cause ?? error;
  const { name, code = '' } = reason as NodeJS.ErrnoException;
  if (name === 'TimeoutError' || /TIMEDOUT|TIMEOUT/.test(code)) {
    return new Failure(`${host} did not answer within ${timeout / 1000} seconds.`, {
      help: 'Try again later.',
    });
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new Failure(`${hostname} cannot be found: there is no network, or no such server.`, {
      help: 'Check the connection, and the address.',
    });
  }
  if (code === 'ECONNREFUSED' || code === 'ENETUNREACH' || code === 'EHOSTUNREACH') {
    return new Failure(`${host} cannot be reached (${code}).`, {
      help: 'Check the connection. Behind a proxy, Node.js 24 and later use it with NODE_USE_ENV_PROXY=1.',
    });
  }
  if (/CERT|SSL|TLS/.test(code)) {
    return new Failure(`${host} cannot prove that it is ${hostname} (${code}).`, {
      help: 'Where the network inspects what is sent, its certificate belongs into NODE_EXTRA_CA_CERTS.',
    });
  }
  return new Failure(`The connection to ${host} broke off${code === '' ? '' : ` (${code})`}.`, {
    help: 'Try again later.',
  });
}
