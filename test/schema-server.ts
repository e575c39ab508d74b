import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a server answers with: a text, another address, or something out of the ordinary. */
export type Answer =
  | string
  | { readonly status: number; readonly location?: string; readonly retryAfter?: string }
  | { readonly html: string }
  | { readonly bytes: number }
  | 'silence'
  | 'breaks off';

/** A server on this computer, with answers by path, which may be changed while it runs. */
export async function schemaServer(answers: Record<string, Answer>): Promise<{
  readonly address: string;
  readonly asked: string[];
  readonly close: () => void;
}> {
  const asked: string[] = [];
  const listener: RequestListener = ({ url = '' }, response) => {
    asked.push(url);
    const answer = Object.hasOwn(answers, url) ? answers[url] : { status: 404 };
    if (answer === undefined || answer === 'silence') return;
    if (answer === 'breaks off') {
      response.socket?.destroy();
    } else if (typeof answer === 'string') {
      response.end(answer);
    } else if ('html' in answer) {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(answer.html);
    } else if ('bytes' in answer) {
      for (let sent = 0; sent < answer.bytes; sent += 1000) response.write(' '.repeat(1000));
      response.end();
    } else {
      response.statusCode = answer.status;
      if (answer.location !== undefined) response.setHeader('location', answer.location);
      if (answer.retryAfter !== undefined) response.setHeader('retry-after', answer.retryAfter);
      response.end();
    }
  };
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, asked, close };
}
