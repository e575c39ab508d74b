// What `npm pack` makes is installed into an empty folder and used there, by its command and as a library.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentsOf, keptFolder, letter, places, schema, writeFiles } from './temporary-project.js';

const root = resolve(import.meta.dirname, '..');

function run(folder: string, command: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

const isOnline = run(root, 'npm', 'view', 'commander', 'version').status === 0;
if (!isOnline)
  console.warn('test/package.test.ts is passed over: the package registry is out of reach.');

describe.skipIf(!isOnline)('the package, installed into an empty folder', () => {
  const folder = keptFolder();
  const project = join(folder, 'project');

  beforeAll(() => {
    const packed = run(
      root,
      'npm',
      'pack',
      '--ignore-scripts',
      '--json',
      '--pack-destination',
      folder,
    );
    const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
    mkdirSync(project);
    writeFiles(project, { 'package.json': '{"private": true, "type": "module"}' });
    const installed = run(
      project,
      'npm',
      'install',
      '--no-audit',
      '--no-fund',
      join(folder, filename),
    );
    expect(installed.stderr).not.toMatch(/npm (ERR|error)/);
    writeFiles(project, {
      'schemas/letter.rng': schema,
      'tei/letter.xml': letter('From <placeName ref="places.xml#seoul">Seoul</placeName>.'),
      'tei/places.xml': places('seoul'),
      'imprimatur.config.json': `{"$schema": "./node_modules/imprimatur/imprimatur.schema.json"}`,
    });
  });

  const installed = () => join(project, 'node_modules/imprimatur');

  test('holds what is needed, and no tests', () => {
    const files = Object.keys(contentsOf(installed())).filter(
      (path) => !path.startsWith('node_modules/'),
    );
    for (const path of [
      'package.json',
      'LICENSE',
      'lib/index.js',
      'lib/index.d.ts',
      'lib/cli/main.js',
      'xslt/html.xsl',
      'imprimatur.schema.json',
      'docs/reference/problem-codes.md',
      'docs/reference/rules/dangling-pointer.md',
      'assets/report/style/foundations.css',
      'assets/report/filters.js',
    ]) {
      expect(files).toContain(path);
    }
    expect(files.filter((path) => path.includes('.test.'))).toEqual([]);
    expect(files.filter((path) => path.startsWith('lib/xslt/'))).toHaveLength(3);
  });

  test('explains codes', () => {
    const { status, stdout } = run(
      project,
      'npx',
      '--no-install',
      'imprimatur',
      'explain',
      'xml/limit',
    );
    expect(stdout).toMatch(/^xml\/limit\n/);
    expect(status).toBe(0);
  });

  test('validates by its command', () => {
    const { status, stdout } = run(project, 'npx', '--no-install', 'imprimatur', 'validate');
    expect(stdout).toBe('No problems in 2 documents, valid by schemas/letter.rng.\n');
    expect(status).toBe(0);
  });

  test('makes the report for a browser', () => {
    const words = ['--no-install', 'imprimatur', 'validate', '--format', 'html'];
    const { status, stdout } = run(project, 'npx', ...words);
    expect(stdout).toContain('<h1>Nothing was found</h1>');
    expect(stdout.length).toBeGreaterThan(15_000);
    expect(status).toBe(0);
  });

  test('builds with the stylesheets that were compiled when it was packed', () => {
    const { status, stdout, stderr } = run(project, 'npx', '--no-install', 'imprimatur', 'build');
    expect(stderr).not.toMatch(/Compiling|error/);
    expect(stdout).toMatch(/^Published letter as html, text, print in dist\/: \d+ files\.\n$/);
    expect(status).toBe(0);
    expect(readFileSync(join(project, 'dist/letter/letter.txt'), 'utf8')).toContain('From Seoul.');
    const kept = readdirSync(join(project, '.imprimatur/cache'));
    expect(kept.filter((name) => name.endsWith('.sef.json'))).toEqual([]);
  });

  test('is a library', () => {
    writeFiles(project, {
      'publish.js': `import { build, Failure, loadProject, validate } from 'imprimatur';
const project = loadProject('.');
const { problems, documents } = await validate(project);
const { published } = await build(project, { only: ['text'], out: 'out' });
console.log(JSON.stringify([problems.length, documents.length, published.files.length > 0]));
try { loadProject('nowhere'); } catch (error) { console.log(error instanceof Failure, error.message); }
`,
    });
    const { stdout, stderr } = run(project, process.execPath, 'publish.js');
    expect(stderr).toBe('');
    expect(stdout).toBe('[0,2,true]\ntrue There is no folder nowhere.\n');
  });

  test('with types', () => {
    writeFiles(project, {
      'publish.ts': `import { build, loadProject, type Problem, validate } from 'imprimatur';
const project = loadProject('.');
const { problems } = await validate(project, { checks: ['integrity'] });
const places: string[] = problems.map(({ file, line }: Problem) => \`\${file}:\${line}\`);
const { published } = await build(project, { only: ['html'], out: 'out' });
console.log(places, published?.files);
// @ts-expect-error: there is no such option.
await validate(project, { schemata: [] });
`,
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2023',
          strict: true,
          exactOptionalPropertyTypes: true,
          noEmit: true,
          types: [],
        },
        files: ['publish.ts'],
      }),
    });
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    // The folder has no types of Node's own, so only what the package itself says is looked at.
    const { stdout, status } = run(
      project,
      process.execPath,
      compiler,
      '-p',
      'tsconfig.json',
      '--skipLibCheck',
      '--lib',
      'es2023,dom',
    );
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});
