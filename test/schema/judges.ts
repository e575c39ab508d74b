import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The schema of the series. */
export const telegramSchema = resolve(import.meta.dirname, '../../schemas/telegram.rng');

/** TEI's own schema, beside the repository. */
export const teiSchema = resolve(import.meta.dirname, '../../../shared/tei/4.9.0/tei_all.rng');

/** The text of a schema. */
export function schemaText(schema: string): string {
  return readFileSync(schema, 'utf8');
}

/** What is not there and is needed to hold the schema against TEI's; undefined if all is there. */
export const lacking: string | undefined = !existsSync(teiSchema)
  ? 'TEI’s tei_all.rng is not in ../shared'
  : !runs('jing')
    ? 'jing is not installed'
    : !runs('xmllint', '--version')
      ? 'xmllint is not installed'
      : undefined;

/** Why a document is refused. */
export interface Reason {
  readonly line: number;
  readonly message: string;
}

/** The documents that a judge refuses, by name, with its reasons in its order. */
export type Verdicts = ReadonlyMap<string, readonly Reason[]>;

/** Writes documents into a folder for a while, and has them judged there. */
export async function withDocuments<T>(
  documents: ReadonlyMap<string, string>,
  judge: (folder: string) => T,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'imprimatur-schema-'));
  try {
    for (const [name, text] of documents) writeFileSync(join(folder, name), text);
    return judge(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** jing's verdicts, all from one run, since each run starts a Java virtual machine. */
export function jing(folder: string, schema: string, names: readonly string[]): Verdicts {
  const { stdout } = run('jing', [schema, ...names], folder);
  const verdicts = new Map<string, Reason[]>();
  for (const line of stdout.split('\n')) {
    const found = /([^/]+):(\d+):\d+: (?:fatal|error): (.*)/.exec(line);
    if (found !== null) add(verdicts, found);
    else if (line.trim() !== '') throw new Error(`jing: ${line}`);
  }
  return verdicts;
}

/** libxml2's verdicts. */
export function xmllint(folder: string, schema: string, names: readonly string[]): Verdicts {
  const verdicts = new Map<string, Reason[]>();
  const judged = new Set<string>();
  for (let from = 0; from < names.length; from += 300) {
    const some = names.slice(from, from + 300);
    const { stderr } = run('xmllint', ['--noout', '--relaxng', schema, ...some], folder);
    for (const line of stderr.split('\n')) {
      const verdict = /^(\S+) (validates|fails to validate)$/.exec(line);
      if (verdict?.[1] !== undefined) {
        judged.add(verdict[1]);
        if (verdict[2] !== 'validates' && !verdicts.has(verdict[1])) verdicts.set(verdict[1], []);
      }
      const error = /^([^:]*):(\d+): .*Relax-NG validity error : (.*)/.exec(line);
      if (error !== null) add(verdicts, error);
    }
  }
  const silent = names.filter((name) => !judged.has(name));
  if (silent.length > 0) throw new Error(`xmllint says nothing of ${silent.join(', ')}`);
  return verdicts;
}

function add(verdicts: Map<string, Reason[]>, found: RegExpExecArray): void {
  const [, name = '', line, message = ''] = found;
  verdicts.set(name, [...(verdicts.get(name) ?? []), { line: Number(line), message }]);
}

function run(command: string, options: readonly string[], folder: string) {
  return spawnSync(command, options, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

function runs(command: string, ...options: string[]): boolean {
  return spawnSync(command, options).error === undefined;
}
