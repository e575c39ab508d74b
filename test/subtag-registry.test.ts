import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** A record of the IANA Language Subtag Registry (RFC 5646, section 3.1.2). */
interface Entry {
  readonly Type: string;
  readonly Subtag?: string;
  readonly Tag?: string;
  readonly Prefix?: readonly string[];
  readonly Deprecated?: string;
  readonly 'Preferred-Value'?: string;
  readonly 'Suppress-Script'?: string;
}

const registry = createRequire(import.meta.url).resolve(
  'language-subtag-registry/data/json/registry.json',
);
const entries = JSON.parse(readFileSync(registry, 'utf8')) as readonly Entry[];
const { 'File-Date': date } = JSON.parse(
  readFileSync(registry.replace(/registry\.json$/, 'meta.json'), 'utf8'),
) as { 'File-Date': string };

const ofType = (type: string): readonly Entry[] => entries.filter((entry) => entry.Type === type);
/** Records of private use are ranges, qaa..qtz, which the program knows. */
const subtags = (type: string): readonly string[] =>
  ofType(type).flatMap(({ Subtag = '' }) => (Subtag.includes('..') ? [] : [Subtag.toLowerCase()]));

/** Subtags of one length, those that begin alike together: `aa-abcd` is aaa, aab, aac and aad. */
function folded(some: readonly string[]): readonly string[] {
  const groups = new Map<string, string>();
  for (const subtag of [...some].sort()) {
    const beginning = subtag.slice(0, -1);
    groups.set(beginning, (groups.get(beginning) ?? '') + subtag.slice(-1));
  }
  return [...groups].map(([beginning, ends]) => `${beginning}-${ends}`);
}

/** What is said of subtags, those of which the same is said together: `de=1901,1996`. */
function grouped(pairs: readonly (readonly [subtag: string, said: string])[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const [subtag, said] of pairs) groups.set(said, [...(groups.get(said) ?? []), subtag]);
  return [...groups].map(([said, some]) => `${said}=${some.join(',')}`).sort();
}

function paragraph(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length > 98) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return `\`\n${lines.join('\n')}\n\``;
}

const preferred = (type: string): readonly string[] =>
  grouped(
    ofType(type).flatMap(({ Subtag, Tag, Deprecated, 'Preferred-Value': value }) =>
      Deprecated !== undefined || type === 'redundant'
        ? value === undefined
          ? []
          : [[(Subtag ?? Tag ?? '').toLowerCase(), value] as const]
        : [],
    ),
  );

test('the table of subtags is what the registry has', async () => {
  const languages = subtags('language');
  const text = `// The IANA Language Subtag Registry of ${date}, made by test/subtag-registry.test.ts.

/** The date of the registry. */
export const registryDate = '${date}';

/** Languages of two letters and of three: those that begin alike together, with their last letters. */
export const languages = ${paragraph([2, 3].flatMap((length) => folded(languages.filter((each) => each.length === length))))};

/** Extended languages, by the language that they are put after. */
export const extendedLanguages = ${paragraph(grouped(ofType('extlang').map(({ Subtag = '', Prefix = [] }) => [Subtag, Prefix[0] ?? ''])))};

export const scripts = ${paragraph(folded(subtags('script')))};

export const regions = ${paragraph(folded(subtags('region').filter((each) => each.length === 2)))};

export const numberedRegions = ${paragraph(folded(subtags('region').filter((each) => each.length === 3)))};

/** Variants, by the beginnings of tags that they are meant for; those of none are for any. */
export const variants = ${paragraph(grouped(ofType('variant').map(({ Subtag = '', Prefix = [] }) => [Subtag, Prefix.join('|')])))};

/** What is to be written for subtags, and tags, that the registry has given up. */
export const preferredLanguages = ${paragraph(preferred('language'))};
export const preferredScripts = ${paragraph(preferred('script'))};
export const preferredRegions = ${paragraph(preferred('region'))};
export const preferredVariants = ${paragraph(preferred('variant'))};
export const preferredTags = ${paragraph([...preferred('grandfathered'), ...preferred('redundant')])};

/** Languages by the script that goes without saying. */
export const usualScripts = ${paragraph(
    grouped(
      ofType('language').flatMap(({ Subtag = '', 'Suppress-Script': script }) =>
        script === undefined ? [] : [[Subtag, script] as const],
      ),
    ),
  )};
`;
  const root = resolve(import.meta.dirname, '..');
  await expect(text).toMatchFileSnapshot(
    join(root, 'src/integrity/rules/languages/registered-subtags.ts'),
  );
});
