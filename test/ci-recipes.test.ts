// The commands of docs/how-to/check-in-ci.md, as far as they can be run without the service that runs them.
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  githubComplaints,
  gitlabComplaints,
  preCommitComplaints,
  preCommitHooksComplaints,
} from './ci-services.js';
import { program, shell } from './command-line.js';
import { broken, fine } from './small-projects.js';
import { letter, temporaryFolder, writeFiles } from './temporary-project.js';
import { change, commitAll, git, temporaryRepository } from './temporary-repository.js';

const page = readFileSync(resolve(import.meta.dirname, '../docs/how-to/check-in-ci.md'), 'utf8');

/** The recipes of a language, by the heading under which each stands, in their order. */
function recipes(heading: string, language = 'yaml'): string[] {
  const [, chapter = ''] =
    new RegExp(`^## ${heading}\n(.*?)(?=^## |$(?![^]))`, 'ms').exec(page) ?? [];
  const blocks = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms');
  return [...chapter.matchAll(blocks)].map(([, text = '']) => text);
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

/** A letter with a problem that was there before anybody checked. */
const known = { ...fine, 'tei/old.xml': letter('In <placename>Pusan</placename>.') };

/** A clone of a project in which `main` is what `origin` has, with a branch of one's own. */
function clone(files: Readonly<Record<string, string>>): string {
  const origin = temporaryRepository(files);
  const folder = join(temporaryFolder(), 'clone');
  git(origin, 'clone', '--quiet', origin, folder);
  git(folder, 'switch', '--quiet', '-c', 'topic');
  return folder;
}

/** Runs a recipe as a service does, with variables that it sets. */
function inCi(folder: string, recipe: string, variables: Readonly<Record<string, string>> = {}) {
  const set = Object.entries({ CI: 'true', ...variables });
  return shell(
    folder,
    `${set.map(([name, value]) => `export ${name}=${value}; `).join('')}set -e; ${commands(recipe)}`,
  );
}

describe('the recipes for what a change brings', () => {
  const [github = '', gitlab = ''] = recipes('Only what a change brings');
  const toldBy = {
    github: (folder: string) => inCi(folder, github, { BASE: 'main' }),
    gitlab: (folder: string) =>
      inCi(folder, gitlab, {
        CI_MERGE_REQUEST_DIFF_BASE_SHA: git(folder, 'merge-base', 'origin/main', 'HEAD'),
      }),
  };

  test.each(['github', 'gitlab'] as const)('pass what was wrong before: %s', (service) => {
    const folder = clone(known);
    change(folder, { 'tei/old.xml': letter('In <placename>Pusan</placename>.', 'More.') });
    commitAll(folder);
    expect(toldBy[service](folder).status).toBe(0);
  });

  test.each(['github', 'gitlab'] as const)(
    'fail for what is new, and tell of nothing else: %s',
    (service) => {
      const folder = clone(known);
      change(folder, { 'tei/letter.xml': broken['tei/letter.xml'] });
      commitAll(folder);
      const { status, stdout } = toldBy[service](folder);
      expect(status).toBe(1);
      if (service === 'github')
        expect(stdout.match(/^::error file=tei\/letter.xml/gm)).toHaveLength(2);
      else {
        const report = readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8');
        expect(JSON.parse(report)).toHaveLength(2);
      }
    },
  );

  test('fetch all of the history: with less the run says what is missing', () => {
    const folder = clone(known);
    change(folder, { 'tei/letter.xml': broken['tei/letter.xml'] });
    commitAll(folder);
    const shallow = join(temporaryFolder(), 'shallow');
    git(folder, 'clone', '--quiet', '--depth=1', `file://${folder}`, shallow);
    expect(inCi(shallow, github, { BASE: 'main' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('fetch-depth: 0'),
    });
    expect(parse(github).jobs.encoding.steps[0].with).toEqual({ 'fetch-depth': 0 });
    expect(parse(gitlab).encoding.variables).toEqual({ GIT_DEPTH: '0' });
  });
});

describe('the recipes for known problems', () => {
  const [github = '', gitlab = ''] = recipes('Known problems, written down');
  const [begin = ''] = recipes('Known problems, written down', 'sh');

  /** A project in whose repository the known problems are written down, as the page says. */
  const written = () => {
    const folder = temporaryRepository(known);
    const line = begin.replaceAll('npx imprimatur', 'imprimatur');
    expect(shell(folder, `unset CI; ${line}`).status).toBe(0);
    expect(git(folder, 'diff', '--cached', '--name-only')).toBe('known-problems.txt');
    return folder;
  };

  test.each([github, gitlab])('pass what is known, and fail for what is new', (recipe) => {
    const folder = written();
    expect(inCi(folder, recipe).status).toBe(0);
    change(folder, { 'tei/letter.xml': broken['tei/letter.xml'] });
    expect(inCi(folder, recipe).status).toBe(1);
  });

  test('fail where the file is not there', () => {
    expect(inCi(temporaryFolder(known), github).status).toBe(2);
  });

  test('merge by union what two branches have mended', () => {
    const folder = temporaryRepository({
      ...known,
      'tei/other.xml': letter('In <placename>Taegu</placename>.'),
      '.gitattributes': /`(known-problems\.txt merge=union)`/.exec(page)?.[1] ?? '',
    });
    const run = () => shell(folder, 'unset CI; imprimatur validate --baseline known-problems.txt');
    run();
    commitAll(folder);
    for (const [branch, file] of [
      ['one', 'tei/old.xml'],
      ['two', 'tei/other.xml'],
    ] as const) {
      git(folder, 'switch', '--quiet', '-c', branch, 'main');
      change(folder, { [file]: letter('Mended.') });
      expect(run().stdout).toContain('known-problems.txt has shrunk to 1 problem.');
      commitAll(folder);
    }
    git(folder, 'merge', '--quiet', '--no-edit', 'one');
    expect(run()).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'known-problems.txt'), 'utf8')).not.toContain('file ');
  });
});

describe('before a commit', () => {
  const [hook = ''] = recipes('Before each commit', 'sh');
  const [local = '', installed = ''] = recipes('Before each commit');
  const manifest = readFileSync(resolve(import.meta.dirname, '../.pre-commit-hooks.yaml'), 'utf8');

  /** A repository with a hook, in which `npx imprimatur` is the program. */
  function hooked(text: string) {
    const folder = temporaryRepository(known);
    const path = join(folder, '.git/hooks/pre-commit');
    writeFiles(folder, {
      '.git/hooks/pre-commit': text.replace(
        'npx --no-install imprimatur',
        `"${process.execPath}" "${program}"`,
      ),
    });
    chmodSync(path, 0o755);
    return folder;
  }

  function commit(folder: string): string {
    git(folder, 'add', '--all');
    try {
      git(folder, 'commit', '--quiet', '-m', 'A change');
      return '';
    } catch (error) {
      return String(error);
    }
  }

  test('the hook lets a good change pass, though something was wrong before', () => {
    const folder = hooked(hook);
    change(folder, { 'tei/old.xml': letter('In <placename>Pusan</placename>.', 'More.') });
    expect(commit(folder)).toBe('');
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });

  test('the hook refuses a change that brings an error, also into a file that is not part of it', () => {
    const folder = hooked(hook);
    const head = git(folder, 'rev-parse', 'HEAD');
    change(folder, { 'tei/letter.xml': broken['tei/letter.xml'] });
    expect(commit(folder)).toContain('commit');
    change(folder, { 'tei/letter.xml': fine['tei/letter.xml'], 'tei/places.xml': undefined });
    expect(commit(folder)).toContain('commit');
    expect(git(folder, 'rev-parse', 'HEAD')).toBe(head);
  });

  test('the hook works for the first commit of a repository, and in a second working tree', () => {
    const folder = hooked(hook);
    const second = join(temporaryFolder(), 'second');
    git(folder, 'worktree', 'add', '--quiet', second);
    change(second, { 'tei/letter.xml': broken['tei/letter.xml'] });
    expect(commit(second)).toContain('commit');
    change(second, { 'tei/letter.xml': letter('Fine.') });
    expect(commit(second)).toBe('');
    const first = temporaryFolder(fine);
    git(first, 'init', '--quiet');
    writeFiles(first, {
      '.git/hooks/pre-commit': readFileSync(join(folder, '.git/hooks/pre-commit')),
    });
    chmodSync(join(first, '.git/hooks/pre-commit'), 0o755);
    expect(commit(first)).toBe('');
  });

  test('pre-commit runs the same commands', () => {
    const entry = parse(local).repos[0].hooks[0].entry;
    expect(hook).toContain(`exec ${entry}\n`);
    const hooks = parse(manifest) as { id: string; entry: string }[];
    expect(entry).toBe(`npx --no-install ${hooks[0]?.entry}`);
    expect(hooks.map(({ id }) => id)).toContain(parse(installed).repos[0].hooks[0].id);
    for (const each of hooks) {
      const folder = temporaryRepository(fine);
      expect(shell(folder, each.entry).status).toBe(0);
      change(folder, { 'tei/letter.xml': broken['tei/letter.xml'] });
      expect(shell(folder, each.entry).status).toBe(1);
    }
  });
});

describe('every recipe', () => {
  const yaml = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => text);

  /** A recipe that is only steps stands for the workflow that has them. */
  const whole = (recipe: string): string =>
    /^ +- /.test(recipe)
      ? `on: push\njobs:\n  encoding:\n    runs-on: ubuntu-latest\n    steps:\n${recipe}`
      : recipe;

  test.each(yaml.map(whole))('is what its service accepts:\n%s', (recipe) => {
    const judge = /^jobs:/m.test(recipe)
      ? githubComplaints
      : /^repos:/m.test(recipe)
        ? preCommitComplaints
        : gitlabComplaints;
    expect(judge(recipe)).toEqual([]);
  });

  test('is judged: a slip is told', () => {
    const [workflow = ''] = recipes('GitHub Actions');
    expect(githubComplaints(workflow.replace('runs-on', 'run-on'))).toEqual([
      'workflow.jobs.encoding has no runs-on',
      'workflow.jobs.encoding knows no run-on',
    ]);
    expect(
      githubComplaints(workflow.replace('actions/checkout@v4', 'actions/checkout')),
    ).toHaveLength(1);
    expect(gitlabComplaints('job: { script: [a], artifact: {} }')).toEqual([
      'gitlab.job knows no artifact',
    ]);
    expect(preCommitComplaints('repos: [{ repo: a, hooks: [{ id: b }] }]')).toEqual([
      'configuration.repos[0] has no rev',
    ]);
  });

  test('for pre-commit has a hook that it accepts', () => {
    const manifest = readFileSync(
      resolve(import.meta.dirname, '../.pre-commit-hooks.yaml'),
      'utf8',
    );
    expect(preCommitHooksComplaints(manifest)).toEqual([]);
  });
});
