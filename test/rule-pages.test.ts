import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type AnyRule,
  checkIntegrity,
  type EarlierDocument,
  gatherFacts,
  type IntegrityDocument,
  integrityRules,
  type OptionDescription,
  type RuleSettings,
  ruleName,
} from '../src/integrity/index.js';
import { readCodePages } from '../src/report/code-pages.js';
import { answerOfStatus } from '../src/validation/ask-web.js';
import { parseXml } from '../src/xml/index.js';
import { filesOf, png } from './image-bytes.js';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs/reference/rules');
const rules = integrityRules
  .map((rule) => ({ name: ruleName(rule), rule }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

function pageOf(name: string): string {
  const path = join(folder, `${name}.md`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Some files of a project, what its configuration says of rules, and what is found in it. */
interface Example {
  readonly files: Map<string, string>;
  /** The bytes of images beside them. */
  readonly images: Map<string, Uint8Array>;
  /** What the web answers, by address. */
  readonly statuses: Map<string, number>;
  settings: RuleSettings;
  messages: string | undefined;
}

const TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">';
const ordinary = 'tei/letter.xml';

/**
 * The examples of a part of a page: blocks of XML, each a file (`tei/letter.xml` where the block does not name it), of
 * JSON, which set rules, of PNG, an image by its width and height, or an empty one, and of HTTP, the status with which
 * the web answers an address; a block of text ends an example with what is found. A file that has been shown already
 * begins a new one. `before` after the path of a file says that this is what it was in an earlier version.
 */
function examplesOf(part: string): readonly Example[] {
  const examples: Example[] = [];
  let example: Example | undefined;
  for (const [, language, file, text = ''] of part.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)) {
    const path = file === undefined || file === '' ? ordinary : file;
    if (language === 'text') {
      if (example !== undefined) example.messages = text.trim();
      example = undefined;
      continue;
    }
    if (example === undefined || (language === 'xml' && example.files.has(path))) {
      example = {
        files: new Map(),
        images: new Map(),
        statuses: new Map(),
        settings: {},
        messages: undefined,
      };
      examples.push(example);
    }
    if (language === 'png') example.images.set(path, imageOf(text));
    else if (language === 'http') example.statuses.set(path, Number(text));
    else if (language === 'json') example.settings = settingsOf(text);
    else
      example.files.set(path, /<(TEI|teiCorpus|\?xml)\b/.test(text) ? text : `${TEI}${text}</TEI>`);
  }
  return examples;
}

/** The bytes of a PNG image: `600 × 800`. */
function imageOf(text: string): Uint8Array {
  const [width, height] = text.split('×').map(Number);
  return width && height ? png(width, height) : new Uint8Array();
}

function settingsOf(text: string): RuleSettings {
  const { rules: written } = JSON.parse(text) as { rules: Record<string, unknown> };
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => {
      if (typeof value === 'string') return [name, { severity: value as 'off' }];
      const { severity, ...options } = value as { severity?: 'off' };
      return [name, { severity, options }];
    }),
  );
}

/** What one rule finds in an example. */
function found(
  { name, rule }: { name: string; rule: AnyRule },
  { files, images, statuses, settings }: Example,
): string {
  const documents: IntegrityDocument[] = [];
  const earlier = new Map<string, EarlierDocument>();
  const web = new Map([...statuses].map(([address, status]) => [address, answerOfStatus(status)]));
  for (const [shown, text] of files) {
    const path = shown.replace(/ before$/, '');
    const { document, problems } = parseXml({ file: path, text });
    if (document === undefined) throw new Error(`${path}: ${problems[0]?.message}`);
    if (path === shown) documents.push({ path, document });
    else {
      const { identifiers } = gatherFacts({ path, document }, []);
      earlier.set(path, { isChecked: true, isGone: !files.has(path), identifiers });
    }
  }
  const only = Object.fromEntries(rules.map((each) => [each.name, { severity: 'off' as const }]));
  const severity = rule.severity === 'off' ? 'warning' : rule.severity;
  return checkIntegrity(documents, {
    rules: { ...only, [name]: { severity, ...settings[name] } },
    files: filesOf(images),
    // As on a disk where capitals do not count.
    fileExists: (path) =>
      [...images.keys()].some((each) => each.toLowerCase() === path.toLowerCase()),
    web: web.size === 0 ? undefined : web,
    earlier: earlier.size === 0 ? undefined : { name: 'main', documents: earlier },
  })
    .map(({ severity: weight, message, help }) => `${weight}: ${message}\nhelp: ${help}`)
    .join('\n');
}

/** Without the help, where the page does not give it. */
function asOnPage(messages: string, page: string): string {
  return page.includes('\nhelp: ') ? messages : messages.replace(/\nhelp: .*$/gm, '');
}

function sectionOf(page: string, heading: string): string {
  return (
    new RegExp(`^## ${heading}\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(page)?.[1] ?? ''
  );
}

describe.each(rules)('$name', ({ name, rule }) => {
  const page = pageOf(name);

  test('has a page that says what it finds, how much it weighs and what to do', () => {
    expect(page.split('\n')[0]).toBe(`# \`${rule.code}\``);
    const weight = rule.severity.replace(/^./, (letter) => letter.toUpperCase());
    expect(page).toMatch(new RegExp(`^# .*\n\n\\*\\*${weight}(\\.\\*\\*|\\*\\*, ).`));
    expect(page).toMatch(/\n\n\*\*What to do\.\*\* \S/);
  });

  test('finds what is wrong in the examples of its page, and says it so', () => {
    const examples = examplesOf(sectionOf(page, 'Wrong'));
    expect(examples).not.toEqual([]);
    for (const example of examples)
      expect(asOnPage(found({ name, rule }, example), example.messages ?? '')).toBe(
        example.messages,
      );
  });

  test('finds nothing in what is right', () => {
    const examples = examplesOf(sectionOf(page, 'Right'));
    expect(examples).not.toEqual([]);
    for (const example of examples) expect(found({ name, rule }, example)).toBe('');
  });

  test('describes its options', () => {
    const options = Object.entries((rule.options ?? {}) as Record<string, OptionDescription>);
    const section = sectionOf(page, 'Options');
    expect([...section.matchAll(/^- `(\w+)`/gm)].map(([, option]) => option)).toEqual(
      options.map(([option]) => option),
    );
  });
});

test('there is no page without a rule', () => {
  const pages = readdirSync(folder).filter((file) => file !== 'README.md');
  expect(pages.sort()).toEqual(rules.map(({ name }) => `${name}.md`));
});

test('the list of rules tells of each in a sentence', async () => {
  const head = readFileSync(join(root, 'docs/reference/problem-codes.md'), 'utf8')
    .split(/^## /m)
    .filter((chapter) => chapter.startsWith('`integrity/`'))
    .join('');
  const pages = readCodePages(
    `# \n## ${head}`,
    rules.map(({ name }) => pageOf(name)),
  );
  const rows = rules.map(({ name, rule }) => {
    const summary = pages.get(rule.code)?.summary.replaceAll('|', '\\|').replaceAll('<', '&lt;');
    return `| [\`${name}\`](${name}.md) | ${rule.severity} | ${summary} |`;
  });
  const text = `# The rules of \`integrity/\`

What no schema language sees. Severities are set in [the configuration](../configuration.md#rules); a rule is silenced
where the encoding is right as it is by [an instruction that gives the reason](silencing.md).

| rule | unless configured | what it finds |
| --- | --- | --- |
${rows.join('\n')}
`;
  await expect(text).toMatchFileSnapshot(join(folder, 'README.md'));
});

test('the JSON Schema of the configuration knows every rule and its options', async () => {
  const path = join(root, 'imprimatur.schema.json');
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  const severity = { enum: ['off', 'info', 'warning', 'error'] };
  const typed = { boolean: 'boolean', number: 'number', text: 'string' } as const;
  const value = ({ type, choices, description, default: unless }: OptionDescription) => {
    const one = choices === undefined ? { type: 'string' } : { enum: choices };
    const form = type === 'texts' ? { type: 'array', items: one } : { type: typed[type] };
    return {
      ...(type === 'text' && choices !== undefined ? one : form),
      description,
      default: unless,
    };
  };
  schema.properties.rules = {
    description: 'How much what the integrity rules find weighs, and their options.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      rules.map(({ name, rule }) => {
        const options = Object.entries((rule.options ?? {}) as Record<string, OptionDescription>);
        const detailed = {
          type: 'object',
          additionalProperties: false,
          properties: {
            severity,
            ...Object.fromEntries(options.map(([option, about]) => [option, value(about)])),
          },
        };
        return [name, { default: rule.severity, anyOf: [severity, detailed] }];
      }),
    ),
  };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(path);
});
