import {
  allPatterns,
  definitionOf,
  type Grammar,
  type NamedPattern,
  namesInContent,
  type Pattern,
} from './grammar.js';

/** The reference of elements: all that the schema says of each, as Markdown, by name. */
export function elementReference(grammar: Grammar): string {
  const parents = new Map<NamedPattern, Set<string>>();
  for (const pattern of allPatterns(grammar)) {
    if (pattern.kind !== 'element') continue;
    if (!parents.has(pattern)) parents.set(pattern, new Set());
    for (const child of namesInContent(grammar, pattern.children)) {
      if (child.kind !== 'element') continue;
      parents.set(child, (parents.get(child) ?? new Set()).add(pattern.name));
    }
  }
  const names = [...new Set([...parents.keys()].map(({ name }) => name))].sort();
  const sections = names.map((name) =>
    [
      `## \`${name}\``,
      ...[...parents]
        .filter(([element]) => element.name === name)
        .map(([element, within]) => describe(grammar, element, [...within].sort())),
    ].join('\n\n'),
  );
  return `${[...opening(names.length), ...sections].join('\n\n')}\n`;
}

function opening(count: number): string[] {
  return [
    '# The elements of the series',
    `What [the schema](../../schemas/telegram.rng) says of each of its ${count} elements, by name: where it stands, what it is for, its attributes and their values. [How a telegram is encoded](encoding.md) shows them at work. This page is made from the schema: \`npx vitest run test/encoding-reference.test.ts --update\` makes it anew.`,
  ];
}

function describe(grammar: Grammar, element: NamedPattern, within: readonly string[]): string {
  const place = within.length === 0 ? 'The root' : `In ${within.map(code).join(', ')}`;
  const attributes = attributesOf(grammar, element).map(({ attribute, required }) =>
    [
      `- ${code(attribute.name)}${required ? '' : ' (not always)'}: ${attribute.documentation}`,
      ...valuesOf(attribute).map(([value, gloss]) => `  - ${code(value)}: ${gloss}`),
    ].join('\n'),
  );
  return [`**${place}.** ${element.documentation}`, ...group(attributes)].join('\n\n');
}

function group(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function attributesOf(
  grammar: Grammar,
  element: NamedPattern,
): { attribute: NamedPattern; required: boolean }[] {
  const found: { attribute: NamedPattern; required: boolean }[] = [];
  const visit = (pattern: Pattern, required: boolean): void => {
    if (pattern.kind === 'attribute') found.push({ attribute: pattern, required });
    else if (pattern.kind === 'ref') visit(definitionOf(grammar, pattern.name), required);
    else if (pattern.kind !== 'element' && 'children' in pattern) {
      const always = pattern.kind === 'group' || pattern.kind === 'oneOrMore';
      for (const child of pattern.children) visit(child, required && always);
    }
  };
  // Phrases refer to one another: only references to attributes are followed.
  for (const child of element.children) {
    const names = [...namesInContent(grammar, [child])];
    if (names.some(({ kind }) => kind === 'attribute')) visit(child, true);
  }
  return found.sort((one, other) => Number(other.required) - Number(one.required));
}

function valuesOf(attribute: NamedPattern): [string, string][] {
  const [content] = attribute.children;
  if (content?.kind !== 'choice') return [];
  return content.children.flatMap((each): [string, string][] =>
    each.kind === 'value' ? [[each.value, each.documentation ?? '']] : [],
  );
}

function code(text: string): string {
  return `\`${text}\``;
}
