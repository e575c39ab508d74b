import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folded, texts } from './encoding/sources.js';
import { elementReference } from './schema/element-reference.js';
import { allPatterns, readGrammar } from './schema/grammar.js';
import { schemaText, telegramSchema } from './schema/judges.js';

const docs = resolve(import.meta.dirname, '../docs/reference');
const page = readFileSync(resolve(docs, 'encoding.md'), 'utf8');
const grammar = readGrammar(schemaText(telegramSchema));

describe('the reference of the encoding', () => {
  const examples = [...page.matchAll(/^```xml\n(.*?)\n```$/gms)].map(([, example = '']) => example);

  it('has examples, and each stands in the encoding as it stands here', () => {
    expect(examples.length).toBeGreaterThan(20);
    const encoding = [...texts.values()].map(folded);
    const missing = examples.filter((example) => {
      // A line with “…” alone says that something is left out.
      const parts = example.split(/^\s*…\s*$/m).map(folded);
      return !encoding.some((text) => parts.every((part) => text.includes(part)));
    });
    expect(missing).toEqual([]);
  });

  it('names no element that the schema does not have', () => {
    const elements = new Set(
      [...allPatterns(grammar)].flatMap((each) => (each.kind === 'element' ? [each.name] : [])),
    );
    const named = [...page.matchAll(/`<([A-Za-z]+)>`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => !elements.has(name))).toEqual([]);
  });

  it('shows every element that text and registers use', () => {
    const shown = new Set([...page.matchAll(/<([A-Za-z]+)/g)].map(([, name = '']) => name));
    const used = [...texts.values()].flatMap((text) =>
      [...text.replace(/<teiHeader>.*<\/teiHeader>/s, '').matchAll(/<([A-Za-z]+)/g)].map(
        ([, name = '']) => name,
      ),
    );
    expect([...new Set(used)].filter((name) => !shown.has(name))).toEqual([]);
  });

  it('has a list of all elements that is in step with the schema', async () => {
    await expect(elementReference(grammar)).toMatchFileSnapshot(resolve(docs, 'elements.md'));
  });
});
