import { readFileSync } from 'node:fs';
import { replaceFile } from '../files/index.js';
import { compareText, Failure } from '../problems/index.js';
import type { Baseline, Recorded } from './baseline.js';

/** The first line: the form of the rest. A later form has a higher number. */
const title = 'imprimatur baseline';
const version = 1;

const about = [
  '# What was wrong already and is not told again by `imprimatur validate --baseline`.',
  '# It shrinks by itself as problems are mended, and is not meant to be edited.',
];

/**
 * Reads a baseline.
 *
 * @param path an absolute path
 * @param shown the same for a person
 * @returns `undefined` where there is no file
 * @throws Failure when it cannot be read, or is none, or damaged, with the line
 */
export function readBaseline(path: string, shown: string): Baseline | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new Failure(
      code === 'EISDIR'
        ? `${shown} is a folder, where the file of a baseline is wanted.`
        : `The baseline ${shown} cannot be read (${code}).`,
      { help: 'Check what lies there, and its permissions.' },
    );
  }
  return parse(text.replace(/^\uFEFF/, '').split(/\r?\n/), shown);
}

function parse(lines: readonly string[], shown: string): Baseline {
  const [first = ''] = lines;
  const form = new RegExp(`^${title} (\\d{1,6})$`).exec(first)?.[1];
  if (form === undefined) {
    throw new Failure(`${shown} is not a baseline: its first line is not "${title} ${version}".`, {
      help: 'Name another file, or one that is not there yet and is to be written.',
    });
  }
  if (Number(form) !== version) {
    throw new Failure(`The baseline ${shown} was written by a later release of imprimatur.`, {
      help: 'Update imprimatur: npm install imprimatur@latest',
    });
  }
  const damaged = (index: number): Failure => damage(shown, index + 1, lines[index] ?? '');
  const recorded: Recorded = new Map();
  let asked = '';
  let codes: Map<string, Map<string, number>> | undefined;
  let marks: Map<string, number> | undefined;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('  ')) {
      const found = /^ {2}([0-9a-f]{10}-[0-9a-f]{4}-[0-9a-f]{4})(?: x([1-9]\d{0,8}))?$/.exec(line);
      if (found === null || marks === undefined) throw damaged(index);
      const [, mark = '', times = '1'] = found;
      // What two branches recorded may stand twice after their merge.
      marks.set(mark, Math.max(marks.get(mark) ?? 0, Number(times)));
    } else if (line.startsWith(' ')) {
      if (codes === undefined || !/^ [a-z0-9-]+\/[^\s]+$/.test(line)) throw damaged(index);
      marks = entry(codes, line.slice(1));
    } else if (line.startsWith('asked ')) {
      asked = line.slice('asked '.length);
    } else {
      const [, name] = /^file (.+)$/.exec(line) ?? [];
      const file = name?.startsWith('"') ? unquoted(name) : name;
      if (file === undefined) throw damaged(index);
      codes = entry(recorded, file);
      marks = undefined;
    }
  }
  return { asked, recorded };
}

function entry<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  let value = map.get(key);
  if (value === undefined) {
    value = new Map();
    map.set(key, value);
  }
  return value;
}

function damage(shown: string, line: number, text: string): Failure {
  if (/^(?:<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)/.test(text)) {
    return new Failure(`The baseline ${shown} has a merge that is not settled, on line ${line}.`, {
      help: 'Take the lines of both sides and delete those with <<<<<<<, ======= and >>>>>>>: what is mended drops out by itself. With `merge=union` for it in .gitattributes git does so.',
    });
  }
  return new Failure(`The baseline ${shown} is damaged on line ${line}.`, {
    help: 'Take it from version control again (git restore), or delete it to record anew what is wrong.',
  });
}

/** A path that cannot stand as it is, since a line would end in it, is written as JSON writes it. */
function quoted(path: string): string {
  return /[\p{Cc}\u2028\u2029]|^["\s]|\s$/u.test(path) ? JSON.stringify(path) : path;
}

function unquoted(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes a baseline: sorted, a problem a line, so that versions of it can be compared and merged. The same problems
 * give the same bytes.
 *
 * @throws Failure when it cannot be written
 */
export function writeBaseline(path: string, shown: string, { asked, recorded }: Baseline): void {
  const lines = [`${title} ${version}`, ...about];
  if (asked !== '') lines.push(`asked ${asked}`);
  for (const [file, codes] of sorted(recorded)) {
    lines.push(`file ${quoted(file)}`);
    for (const [code, marks] of sorted(codes)) {
      lines.push(` ${code}`);
      for (const [mark, times] of sorted(marks)) {
        lines.push(times === 1 ? `  ${mark}` : `  ${mark} x${times}`);
      }
    }
  }
  try {
    replaceFile(path, `${lines.join('\n')}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(`The baseline ${shown} cannot be written (${code}).`, {
      help: 'Check that its folder is there, and its permissions.',
    });
  }
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([a], [b]) => compareText(a, b));
}
