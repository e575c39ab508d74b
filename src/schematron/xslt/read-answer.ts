import type { Finding, FiredRule, ToldFix, ToldRemark } from '../findings.js';
import { remarksOfCheck } from '../schema/queries.js';
import type { Check, Message, Pattern, Rule, SchematronSchema } from '../schema/schema.js';
import { NodeType, type ViewChild, type ViewDocument, type ViewNode } from '../xpath/view.js';

/** What stands in a message besides its own text: values, and the paths of nodes that it copies. */
type Values = readonly (string | readonly string[])[];

/** A finding: the number of its check in the rule, the paths of two nodes, the values of its message and its remarks. */
type FindingAnswer = readonly [
  check: number,
  context: string,
  subject: string,
  values: readonly Values[],
  fixes?: readonly FixAnswer[],
];

/** A quick fix: its number in the check, and the values of its title and of each paragraph that says more. */
type FixAnswer = readonly [fix: number, ...values: Values[]];

/** Whatever opens a document at an address that a stylesheet tells. */
export type OpenTold = (address: string) => ViewDocument | undefined;

/** Reads what the stylesheet of some patterns answers, as the rules that they fired. */
export function readAnswer(
  answer: string,
  schema: SchematronSchema,
  patterns: readonly Pattern[],
  main: ViewDocument,
  open: OpenTold,
): ReadonlyMap<Pattern, readonly FiredRule[]> {
  const rules = patterns.flatMap((pattern) => pattern.rules.map((rule) => ({ pattern, rule })));
  const fired = new Map<Pattern, FiredRule[]>(patterns.map((pattern) => [pattern, []]));
  let last: { pattern: Pattern; rule: Rule; findings: Finding[] } | undefined;
  for (const item of JSON.parse(answer) as readonly (number | FindingAnswer)[]) {
    if (typeof item === 'number') {
      const one = rules[item];
      if (one === undefined) continue;
      last = { ...one, findings: [] };
      fired.get(one.pattern)?.push(last);
    } else if (last !== undefined) {
      const { pattern, rule } = last;
      const [number, contextPath, subjectPath, values, fixes = []] = item;
      const check = rule.checks[number];
      if (check === undefined) continue;
      const nodeOf = (path: string): ViewNode | undefined => nodeAt(path, main, open);
      const context = nodeOf(contextPath) ?? main;
      const subject = subjectPath === '.' ? context : (nodeOf(subjectPath) ?? context);
      const remarks = remarksOfCheck(schema, check).map(
        (remark, at): ToldRemark => ({
          remark,
          ...toldBy(remark.message, values[at + 1] ?? [], nodeOf),
        }),
      );
      last.findings.push({
        pattern,
        rule,
        check,
        context,
        subject,
        text: toldBy(check.message, values[0] ?? [], nodeOf).text,
        diagnostics: remarks.filter(({ remark }) => schema.diagnostics.includes(remark)),
        properties: remarks.filter(({ remark }) => schema.properties.includes(remark)),
        fixes: fixes.flatMap((answer) => toldFix(check, answer)),
      });
    }
  }
  return fired;
}

function toldFix({ fixes }: Check, [number, ...values]: FixAnswer): readonly ToldFix[] {
  const offered = fixes[number];
  if (offered === undefined) return [];
  const { fix, isDefault } = offered;
  const said = [fix.title, ...fix.description].map(
    (message, at) => toldBy(message, values[at] ?? [], () => undefined).text,
  );
  const [title = '', ...description] = said;
  return [{ title, description: description.filter((text) => text !== '').join(' '), isDefault }];
}

/** A message with its values put in. */
function toldBy(
  message: Message,
  values: Values,
  nodeOf: (path: string) => ViewNode | undefined,
): { readonly text: string; readonly copies: readonly ViewNode[] } {
  let text = '';
  const copies: ViewNode[] = [];
  const rest = values[Symbol.iterator]();
  for (const part of message) {
    const value = part.kind === 'text' ? part.text : (rest.next().value ?? '');
    if (typeof value === 'string') text += value;
    else copies.push(...value.flatMap((path) => nodeOf(path) ?? []));
  }
  return { text: text.replace(/\s+/g, ' ').trim(), copies };
}

/** The node to which the steps of a path lead. */
function nodeAt(path: string, main: ViewDocument, open: OpenTold): ViewNode | undefined {
  if (path === '-') return undefined;
  const [address = '', ...steps] = path.split('\t');
  let node: ViewNode | undefined = address === '' ? main : open(address);
  for (const step of steps) {
    if (node === undefined) return undefined;
    node = stepFrom(node, step);
  }
  return node;
}

const kinds: Readonly<Record<string, ViewChild['nodeType']>> = {
  e: NodeType.element,
  t: NodeType.text,
  c: NodeType.comment,
  p: NodeType.processingInstruction,
};

function stepFrom(node: ViewNode, step: string): ViewNode | undefined {
  if (step.startsWith('@')) {
    if (node.nodeType !== NodeType.element) return undefined;
    return node.attributes.find(
      ({ namespaceURI, localName }) => `@Q{${namespaceURI ?? ''}}${localName}` === step,
    );
  }
  if (!('childNodes' in node)) return undefined;
  const kind = kinds[step[0] ?? ''];
  let left = Number(step.slice(1));
  return node.childNodes.find(({ nodeType }) => nodeType === kind && left-- === 0);
}
