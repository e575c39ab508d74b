import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  activeRules,
  type DocumentFacts,
  gatherFacts,
  integrityRules,
  judgeFacts,
  ruleName,
} from '../src/integrity/index.js';
import type { Problem } from '../src/problems/index.js';
import { parseXml, positionAt } from '../src/xml/index.js';
import { filesOf } from './image-bytes.js';
import {
  type Fault,
  type Injection,
  images,
  inject,
  letterInjections,
  telegramInjections,
} from './injected-faults.js';

const root = resolve(import.meta.dirname, '..');
const rules = activeRules();

/** Documents of a project, with what was gathered of each as it is. */
class Originals {
  readonly sources = new Map<string, string>();
  readonly #folder: string;
  readonly #images: ReadonlyMap<string, Uint8Array>;
  readonly #facts = new Map<string, DocumentFacts>();
  readonly #problems: ReadonlySet<string>;

  constructor(files: readonly string[]) {
    this.#folder = dirname(files[0] ?? '');
    this.#images = new Map([...images].map(([name, bytes]) => [join(this.#folder, name), bytes]));
    for (const file of files) {
      const name = basename(file);
      const text = readFileSync(file, 'utf8');
      this.sources.set(name, text);
      this.#facts.set(name, this.#gather(name, text));
    }
    this.#problems = new Set(this.#judge(this.#facts).map(withoutPlace));
  }

  /** What is wrong with the documents as they are, by rule. */
  get problems(): readonly string[] {
    return [...this.#problems];
  }

  /** What is found with a fault, and was not without. */
  found({ file, text }: Fault): readonly Problem[] {
    const facts = new Map(this.#facts).set(file, this.#gather(file, text));
    return this.#judge(facts).filter((problem) => !this.#problems.has(withoutPlace(problem)));
  }

  #gather(file: string, text: string): DocumentFacts {
    const { document, problems } = parseXml({ file, text });
    if (document === undefined) throw new Error(`${file}: ${problems[0]?.message}`);
    return gatherFacts({ path: join(this.#folder, file), document }, rules);
  }

  #judge(facts: ReadonlyMap<string, DocumentFacts>): readonly Problem[] {
    const all = [...facts.values()];
    return judgeFacts(
      {
        subjects: all,
        paths: all.map(({ path }) => path),
        isWhole: true,
        document: (path) => all.find((each) => each.path === path),
        identifiers: () => [],
        fileExists: (path) => this.#images.has(path) || existsSync(path),
        files: filesOf(this.#images),
      },
      rules,
    );
  }
}

/** What a problem says, wherever it stands: a fault moves what comes after it. */
function withoutPlace({ file, code, message }: Problem): string {
  return `${file} ${code} ${message.replace(/\bline \d+/g, 'line …')}`;
}

/** What is wrong with the finding of a fault; `undefined` when it is found at its place, and nothing else is. */
function missed(fault: Fault, found: readonly Problem[]): string | undefined {
  const { line, column } = positionAt({ file: fault.file, text: fault.text }, fault.at);
  const told = found.map(
    (problem) => `${problem.code} ${problem.line}:${problem.column} ${problem.message}`,
  );
  const isAtPlace = (problem: Problem): boolean =>
    problem.file === fault.file &&
    (problem.line < line || (problem.line === line && problem.column <= column)) &&
    (problem.endLine > line || (problem.endLine === line && problem.endColumn >= column));
  const isMeant = ({ code }: Problem): boolean => code === `integrity/${fault.rule}`;
  if (!found.some((problem) => isMeant(problem) && isAtPlace(problem)))
    return `not found at ${line}:${column}: ${fault.file} ${fault.shown} | ${told.join(' | ')}`;
  const others = found.filter(
    (problem) => !isMeant(problem) && !fault.also.includes(problem.code.replace('integrity/', '')),
  );
  if (others.length === 0) return undefined;
  const more = others.map(({ code, message }) => `${code} ${message}`).join(' | ');
  return `${fault.file} ${fault.shown}: also ${more}`;
}

function byRule(injections: readonly Injection[], originals: Originals) {
  const faults = injections.flatMap((injection) => inject(injection, originals.sources));
  const names = [...new Set(injections.map(({ rule }) => rule))];
  return names.map((rule) => ({ rule, faults: faults.filter((fault) => fault.rule === rule) }));
}

const project = new Originals(
  readdirSync(join(root, 'tei'))
    .sort()
    .map((file) => join(root, 'tei', file)),
);
const telegramFaults = byRule(telegramInjections, project);

describe('faults put into copies of the telegram and its registers', () => {
  test('are two hundred and more, of every rule', () => {
    expect(telegramFaults.flatMap(({ faults }) => faults).length).toBeGreaterThan(200);
    // Found against an earlier version, by asking the web, and where capitals in file names do not count.
    const elsewhere = ['lost-identifier', 'dead-link', 'file-name-case'];
    const on = rules.map(({ name }) => name);
    const without = integrityRules
      .map(ruleName)
      .filter((name) => on.includes(name) && !elsewhere.includes(name))
      .filter(
        (name) => !telegramFaults.some(({ rule, faults }) => rule === name && faults.length > 0),
      );
    expect(without).toEqual([]);
  });

  test('which have none by themselves', () => {
    expect(project.problems).toEqual([]);
  });

  test.each(telegramFaults)(
    '$rule finds each of its own at its place, and nothing else is found',
    ({ faults }) => {
      expect(faults).not.toEqual([]);
      expect(faults.map((fault) => missed(fault, project.found(fault))).filter(Boolean)).toEqual(
        [],
      );
    },
  );
});

const letters = resolve(root, '../shared/corpus/letters/editions');

describe.skipIf(!existsSync(letters))(
  'faults put into copies of letters (skipped without ../shared)',
  () => {
    const files = existsSync(letters) ? readdirSync(letters).sort() : [];
    const originals = new Originals(
      files.filter((_, index) => index % 6 === 0).map((file) => join(letters, file)),
    );

    test.each(byRule(letterInjections, originals))(
      '$rule finds each of its own at its place, and nothing else is found',
      ({ faults }) => {
        expect(faults).not.toEqual([]);
        expect(
          faults.map((fault) => missed(fault, originals.found(fault))).filter(Boolean),
        ).toEqual([]);
      },
    );
  },
);
