import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../src/problems/index.js';
import { loadProject } from '../src/project/index.js';
import type { EngineName } from '../src/relaxng/index.js';
import { prettyProblems } from '../src/report/index.js';
import { validate } from '../src/validation/index.js';

// Each file of test/broken/tei is a small encoding with one mistake, or what one slip leads to; its name says which.
// What is said of it stands in test/broken/messages. `sound` and the registers have nothing wrong with them.

const folder = join(import.meta.dirname, 'broken');
const names = readdirSync(join(folder, 'tei')).map((file) => basename(file, '.xml'));
const sound = ['sound', 'places', 'persons', 'organisations'];

async function validated(engine: EngineName): Promise<readonly Problem[]> {
  const project = loadProject(folder, { workingDirectory: folder });
  const schemas = ['../../schemas/telegram.rng'];
  // What the schema's rules in Schematron ask of a whole edition is more than these small encodings have.
  const checks = ['relaxng', 'integrity'] as const;
  return (await validate(project, { schemas, engine, checks: [...checks] })).problems;
}

let problems: readonly Problem[];

beforeAll(async () => {
  problems = await validated('imprimatur');
});

function said(name: string): string {
  return prettyProblems(
    problems.filter(({ file }) => file === `tei/${name}.xml`),
    { colour: false, width: 100, read: (file) => [readFileSync(join(folder, file), 'utf8')] },
  );
}

describe('a broken encoding is told what is wrong, where, why, and what to do', () => {
  it.each(names.filter((name) => !sound.includes(name)))('%s', async (name) => {
    expect(said(name)).not.toBe('');
    await expect(said(name)).toMatchFileSnapshot(`broken/messages/${name}.txt`);
  });
});

describe('a sound encoding is let pass', () => {
  it.each(sound)('%s', (name) => {
    expect(said(name)).toBe('');
  });
});

it('libxml2, asked for a second opinion, agrees with all of this', async () => {
  expect(await validated('xmllint')).toEqual(problems);
});

it('keeps no message of an encoding that is not there', () => {
  const messages = readdirSync(join(folder, 'messages')).map((file) => basename(file, '.txt'));
  expect(messages).toEqual(names.filter((name) => !sound.includes(name)));
});
