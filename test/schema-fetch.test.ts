import { expect, test } from 'vitest';
import { type Run, startImprimatur } from './command-line.js';
import { type Answer, schemaServer } from './schema-server.js';
import { letter, temporaryFolder } from './temporary-project.js';

const relaxng = 'http://relaxng.org/ns/structure/1.0';
const grammar = `<grammar xmlns="${relaxng}"><start><text/></start></grammar>`;

/** Runs the program while this process answers as a server. */
function run(folder: string, ...words: string[]): Promise<Run> {
  const child = startImprimatur(folder, ...words);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  return new Promise((done) => {
    child.on('close', (status) => done({ status, stdout, stderr }));
  });
}

const project = (address: string) =>
  temporaryFolder({
    'tei/a.xml': `<?xml-model href="${address}/a.rng"?>\n${letter('a')}`,
    'tei/b.xml': `<?xml-model href="${address}/no.rng"?>\n${letter('b')}`,
  });

test('schemas are fetched, and what cannot be is told: exit code 2', async () => {
  const { address } = await schemaServer({ '/a.rng': grammar });
  const folder = project(address);
  expect(await run(folder, 'schema', 'fetch')).toEqual({
    status: 2,
    stdout: `fetched    ${address}/a.rng (85 bytes)\n`,
    stderr:
      `error: There is nothing at ${address}/no.rng (404).\n` +
      'help: Check the address and its capitals; it may have moved.\n',
  });
});

test('what has changed on the web is taken when --update says so', async () => {
  const answers: Record<string, Answer> = { '/a.rng': grammar };
  const { address } = await schemaServer(answers);
  const folder = project(address);
  const fetching = (...words: string[]) =>
    run(folder, 'schema', 'fetch', `${address}/a.rng`, ...words);
  expect(await fetching()).toMatchObject({ status: 0, stderr: '' });
  answers['/a.rng'] = grammar.replace('<text/>', '<notAllowed/>');
  expect(await fetching()).toEqual({
    status: 2,
    stdout: `differs    ${address}/a.rng (85 bytes)\n`,
    stderr:
      'error: Something else lies on the web now; the copies stay as they are.\n' +
      'help: To take what lies there: imprimatur schema fetch --update\n',
  });
  expect(await fetching('--update')).toEqual({
    status: 0,
    stdout: `updated    ${address}/a.rng (91 bytes)\n`,
    stderr: '',
  });
});

test('a project that names no addresses has nothing to fetch', async () => {
  const folder = temporaryFolder({ 'tei/a.xml': letter('a') });
  expect(await run(folder, 'schema', 'fetch')).toEqual({
    status: 0,
    stdout:
      'No document and no schema names another by an address on the web: there is nothing to fetch.\n',
    stderr: '',
  });
});

test('a word too many, or none, says how it goes', async () => {
  const folder = temporaryFolder({ 'tei/a.xml': letter('a') });
  const wrong = await run(folder, 'schema', 'fetch', '--updat');
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('(imprimatur schema fetch --help says what there is.)');
  expect((await run(folder, 'schema')).stderr).toContain('fetch');
  expect((await run(folder, 'schema', 'fetch', '--help')).stdout).toContain('--update');
});
