import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { loadProject } from '../project/index.js';
import { askWeb } from './ask-web.js';
import { validate } from './validate.js';

let server: Server;
let origin: string;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer(({ url = '', method }, response) => {
    asked.push(`${method} ${url}`);
    const answer = (status: number, headers: Record<string, string> = {}): void => {
      response.writeHead(status, headers).end();
    };
    const [, path = '', rest = ''] = url.split('/');
    if (path === 'status') answer(Number(rest));
    else if (path === 'no-head') answer(method === 'HEAD' ? 405 : 200);
    else if (path === 'moved') answer(301, { location: '/status/200' });
    else if (path === 'today') answer(302, { location: '/status/200' });
    else if (path === 'moved-today') answer(301, { location: '/today' });
    else if (path === 'moved-away') answer(308, { location: '/status/410' });
    else if (path === 'round') answer(302, { location: '/round' });
    else if (path === 'broken') response.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('the web is asked for an address', () => {
  test.each([
    ['/status/200', { kind: 'there' }],
    ['/no-head', { kind: 'there' }],
    ['/today', { kind: 'there' }],
    ['/moved-today', { kind: 'there' }],
    ['/status/404', { kind: 'gone', reason: 'there is no such page (404)' }],
    ['/moved-away', { kind: 'gone', reason: 'there is no such page (410)' }],
    ['/status/400', { kind: 'gone', reason: 'the server answers with status 400' }],
    ['/status/403', { kind: 'unknown', reason: 'the server lets in only whom it knows (403)' }],
    ['/status/503', { kind: 'unknown', reason: 'the server cannot answer now (503)' }],
    [
      '/round',
      { kind: 'gone', reason: 'it leads from one address to the next, and never to a page' },
    ],
  ])('%s', async (path, answer) => {
    expect((await askWeb([origin + path])).get(origin + path)).toEqual(answer);
  });

  test('and told where it has moved to for good', async () => {
    const answer = (await askWeb([`${origin}/moved`])).get(`${origin}/moved`);
    expect(answer).toEqual({ kind: 'there', movedTo: `${origin}/status/200` });
  });

  test('which does not answer, or not in time', async () => {
    const limits = { timeout: 200, servers: 1 };
    const [broken, silent] = [`${origin}/broken`, `${origin}/silent`];
    const answers = await askWeb([broken, silent], limits);
    expect(answers.get(broken)).toMatchObject({ kind: 'unknown' });
    expect(answers.get(silent)).toEqual({
      kind: 'unknown',
      reason: `${new URL(origin).host} did not answer within 0.2 seconds`,
    });
  });
});

describe('validate', () => {
  const project = () =>
    loadProject(
      temporaryFolder({
        'tei/a.xml': `<TEI><ref target="${origin}/status/404#a ${origin}/status/404"/><ref target="${origin}/status/200"/></TEI>`,
      }),
    );

  test('asks for each address once, and only where it is told to', async () => {
    asked.length = 0;
    const options = { checks: ['integrity'] };
    const codes = async (online: boolean): Promise<string[]> =>
      (await validate(project(), { ...options, online })).problems
        .map(({ code }) => code)
        .filter((code) => code === 'integrity/dead-link');
    expect(await codes(false)).toEqual([]);
    expect(asked).toEqual([]);
    expect(await codes(true)).toHaveLength(2);
    expect(asked).toEqual(['HEAD /status/200', 'HEAD /status/404', 'GET /status/404']);
  });
});
