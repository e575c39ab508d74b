// The commands of docs/how-to/check-in-ci.md, as far as they can be run without the service that runs them.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shell } from './command-line.js';
import { broken, fine } from './small-projects.js';
import { temporaryFolder } from './temporary-project.js';

const page = readFileSync(resolve(import.meta.dirname, '../docs/how-to/check-in-ci.md'), 'utf8');

/** The recipes that are YAML, by the heading under which each stands, in their order. */
function recipes(heading: string): string[] {
  const [, chapter = ''] =
    new RegExp(`^## ${heading}\n(.*?)(?=^## |$(?![^]))`, 'ms').exec(page) ?? [];
  return [...chapter.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => text);
}

/** The commands of a recipe that call imprimatur, and those that say how it ends, as they stand. */
function commands(recipe: string): string {
  const lines = [...recipe.matchAll(/^ +- (?:run: )?((?:npx imprimatur|exit) .*)$/gm)];
  return lines.map(([, line = '']) => line.replace('npx imprimatur', 'imprimatur')).join('\n');
}

describe('the recipe for GitHub Actions', () => {
  const [annotations = '', scanning = ''] = recipes('GitHub Actions').map(commands);

  test('annotates, and fails where there are errors', () => {
    const run = shell(temporaryFolder(broken), annotations);
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(/^::error file=tei\/letter\.xml,line=5,/);
    expect(shell(temporaryFolder(fine), annotations)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('leaves a SARIF file for the upload, under the name that the upload has', () => {
    const folder = temporaryFolder(broken);
    expect(shell(folder, scanning).status).toBe(1);
    const [, name = ''] = /sarif_file: (\S+)/.exec(recipes('GitHub Actions')[1] ?? '') ?? [];
    expect(JSON.parse(readFileSync(join(folder, name), 'utf8')).runs[0].results).toHaveLength(2);
  });
});

describe('the recipe for GitLab CI', () => {
  const [recipe = ''] = recipes('GitLab CI');
  // GitLab ends a job at the first command that fails.
  const script = `set -e; ${commands(recipe)}`;
  const artifacts = [...recipe.matchAll(/^ +(?:codequality|junit): (\S+)$/gm)].map(
    ([, name = '']) => name,
  );

  test('leaves both reports, and fails where there are errors', () => {
    const folder = temporaryFolder(broken);
    expect(shell(folder, script).status).toBe(1);
    expect(artifacts).toHaveLength(2);
    const [quality = '', junit = ''] = artifacts.map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    );
    expect(JSON.parse(quality)).toHaveLength(2);
    expect(junit).toContain('failures="2"');
  });

  test('passes where there are none', () => {
    const folder = temporaryFolder(fine);
    expect(shell(folder, script).status).toBe(0);
    expect(artifacts.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
  });
});
