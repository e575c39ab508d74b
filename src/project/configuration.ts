import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Node, ParseError, ParseOptions } from 'jsonc-parser';
import type { RuleSettings } from '../integrity/index.js';
import { Failure, nearest, type Problem } from '../problems/index.js';
import { isWithin, type ProblemText, problemAt, type Span } from '../xml/index.js';
import { readRuleSettings } from './rule-settings.js';
import { isFolder } from './source-files.js';

/** What a project says of itself in its configuration file, or what holds where it says nothing. */
export interface Configuration {
  /** Absolute paths of the folders whose files may be read for entities and DTDs; none unless the project says so. */
  readonly externalEntities: readonly string[];
  /** What it says of integrity rules, by their names; where it says nothing, their defaults hold. */
  readonly rules: RuleSettings;
}

/** The name of the file, in the folder that holds `tei/`. */
export const configurationFile = 'imprimatur.config.json';

/** What holds without a configuration file. */
export const defaultConfiguration: Configuration = { externalEntities: [], rules: {} };

/**
 * Reads the configuration of a project: `imprimatur.config.json` in its root, where there is one.
 *
 * @param root absolute path of the folder of the project
 * @param show how a path is shown to a person
 * @throws Failure when the file cannot be read, or says something that is no configuration; with the places
 */
export function readConfiguration(root: string, show: (path: string) => string): Configuration {
  const path = join(root, configurationFile);
  if (!existsSync(path)) return defaultConfiguration;
  const file = show(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(
      code === 'EISDIR'
        ? `${file} is a folder, where the configuration of the project is wanted.`
        : `The configuration ${file} cannot be read (${code}).`,
      { help: 'Check what lies there, and its permissions.' },
    );
  }
  const reading = new ConfigurationReading(root, file, text);
  const configuration = reading.read();
  if (reading.problems.length > 0) {
    throw new Failure(`The configuration ${file} cannot be used.`, {
      help: 'docs/reference/configuration.md has all that may stand in it.',
      problems: reading.problems,
    });
  }
  return configuration;
}

type Setting = keyof Configuration;

const settings: readonly string[] = ['externalEntities', 'rules'] satisfies readonly Setting[];

class ConfigurationReading {
  readonly problems: Problem[] = [];

  constructor(
    readonly root: string,
    readonly file: string,
    readonly text: string,
  ) {}

  read(): Configuration {
    const errors: ParseError[] = [];
    const tree = parseJson(this.text, errors);
    const [error] = errors;
    if (error !== undefined) {
      const span = { start: error.offset, end: error.offset + Math.max(error.length, 1) };
      this.#say(span, {
        code: 'project/configuration',
        ...syntaxFault(error.error, this.text, span),
      });
      return defaultConfiguration;
    }
    if (tree?.type !== 'object') {
      this.#say(spanOf(tree), {
        code: 'project/configuration',
        message: 'A configuration is an object, in braces.',
        help: 'Write { "externalEntities": true }, or delete the file: all works without one.',
      });
      return defaultConfiguration;
    }
    const values = this.#values(tree);
    return {
      externalEntities: this.#externalEntities(values.get('externalEntities')),
      rules: readRuleSettings(values.get('rules'), (node, about) => this.#say(spanOf(node), about)),
    };
  }

  #say(span: Span, about: ProblemText): void {
    this.problems.push(problemAt({ file: this.file, text: this.text }, span, about));
  }

  /** The values by their names; names that are not known, or stand twice, are told. */
  #values(tree: Node): ReadonlyMap<string, Node> {
    const values = new Map<string, Node>();
    for (const property of tree.children ?? []) {
      const [key, value] = property.children ?? [];
      if (key === undefined || value === undefined) continue;
      const name = String(key.value);
      if (values.has(name)) {
        this.#say(spanOf(key), {
          code: 'project/configuration',
          message: `"${name}" stands twice.`,
          help: 'Keep one of the two.',
        });
      } else if (name === '$schema') {
        if (value.type !== 'string') this.#wrong(value, name, 'the address of a JSON Schema', '');
      } else if (!settings.includes(name)) {
        const meant = nearest(name, settings);
        this.#say(spanOf(key), {
          code: 'project/unknown-setting',
          message: `There is no setting "${name}".`,
          help:
            meant === undefined
              ? `The settings are ${[...settings].map((each) => `"${each}"`).join(', ')}.`
              : `Did you mean "${meant}"?`,
        });
      }
      values.set(name, value);
    }
    return values;
  }

  #wrong(value: Node, name: string, wanted: string, help: string): void {
    this.#say(spanOf(value), {
      code: 'project/wrong-setting',
      message: `"${name}" is ${wanted}, and this is ${described(value)}.`,
      help: help === '' ? undefined : help,
    });
  }

  /** `true` for the whole project, or a list of folders in it. */
  #externalEntities(value: Node | undefined): readonly string[] {
    if (value === undefined || value.value === false) return [];
    if (value.value === true) return [this.root];
    if (value.type !== 'array') {
      this.#wrong(
        value,
        'externalEntities',
        'true, false or a list of folders',
        'Write true for all folders of the project, or ["dtd"] for one.',
      );
      return [];
    }
    return (value.children ?? []).flatMap((item) => this.#folder(item) ?? []);
  }

  #folder(item: Node): string | undefined {
    if (item.type !== 'string' || item.value === '') {
      this.#wrong(item, 'externalEntities', 'a list of folders', 'Write their paths: "dtd".');
      return undefined;
    }
    const path = resolve(this.root, String(item.value));
    if (!isWithin(path, this.root)) {
      this.#say(spanOf(item), {
        code: 'project/wrong-setting',
        message: `The folder ${item.value} lies outside the project.`,
        help: 'Move it into the project; its path begins from the folder of this file.',
      });
      return undefined;
    }
    if (!isFolder(path)) {
      this.#say(spanOf(item), {
        code: 'project/wrong-setting',
        message: `There is no folder ${item.value} in the project.`,
        help: 'Correct the path, which begins from the folder of this file.',
      });
      return undefined;
    }
    return path;
  }
}

/** Few projects have a configuration: what reads it is loaded where there is one. */
function parseJson(text: string, errors: ParseError[]): Node | undefined {
  const jsonc = createRequire(import.meta.url)('jsonc-parser') as typeof import('jsonc-parser');
  const options: ParseOptions = { disallowComments: true, allowTrailingComma: false };
  return jsonc.parseTree(text, errors, options);
}

function spanOf(node: Node | undefined): Span {
  return node === undefined
    ? { start: 0, end: 1 }
    : { start: node.offset, end: node.offset + node.length };
}

/** What a person wrote in place of what was wanted. */
function described({ type, value }: Node): string {
  if (type === 'string') return `the text ${JSON.stringify(value)}`;
  if (type === 'array') return 'a list';
  return type === 'object' ? 'an object' : String(value);
}

/** What is wrong with the grammar of a JSON file; the numbers are those of jsonc-parser's `ParseErrorCode`. */
function syntaxFault(
  code: number,
  text: string,
  span: Span,
): { readonly message: string; readonly help: string } {
  const found = text.slice(span.start, span.end);
  switch (code) {
    case 3:
      return {
        message: 'The name of a setting is missing here.',
        help: 'A comma parts two settings; none follows the last.',
      };
    case 4:
      return found === ''
        ? { message: 'The value is missing.', help: 'Write true, false, a list or a text.' }
        : {
            message: `A value is wanted here, not ${found}.`,
            help: 'No comma follows the last of a list.',
          };
    case 5:
      return { message: 'A colon is missing here.', help: 'Settings are written "name": value.' };
    case 6:
      return { message: 'A comma is missing before this.', help: 'Settings are parted by commas.' };
    case 7:
      return { message: 'The configuration is not closed with }.', help: 'Write } at the end.' };
    case 8:
      return { message: 'A list is not closed with ].', help: 'Write ] where it ends.' };
    case 10:
      return { message: 'A comment stands here, and JSON has none.', help: 'Take it out.' };
    case 12:
      return {
        message: 'A text is not closed with a quotation mark.',
        help: 'Write " where it ends.',
      };
    default:
      return {
        message: `This is not JSON${found.trim() === '' ? '' : `: ${found}`}.`,
        help: 'Names and texts stand in straight quotation marks ".',
      };
  }
}
