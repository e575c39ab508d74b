import type { IDomFacade } from 'fontoxpath';
import type { Key } from '../schema/schema.js';
import { fontoxpath } from './fontoxpath.js';
import type { FullProcessor } from './full-processor.js';
import { regularExpression } from './regular-expression.js';
import type { ViewDocument, ViewElement, ViewNode } from './view.js';

// Functions of XSLT and XPath that fontoxpath leaves to whoever knows the documents.

export const functionNamespace = 'urn:imprimatur:functions-of-xslt';

/** What a function is told of the expression that calls it. */
interface Context {
  readonly currentContext: {
    readonly current: ViewNode | undefined;
    readonly processor: FullProcessor;
  };
  readonly domFacade: IDomFacade;
}

interface OwnFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly result: string;
  // biome-ignore lint/suspicious/noExplicitAny: arguments come as XPath has them.
  readonly call: (context: Context, ...given: any[]) => unknown;
}

const own: readonly OwnFunction[] = [
  {
    // XSLT 2.0, 16.6.1
    name: 'current',
    parameters: [],
    result: 'item()*',
    call: ({ currentContext: { current } }) => (current === undefined ? [] : [current]),
  },
  {
    // XSLT 2.0, 16.3.2
    name: 'key',
    parameters: ['xs:string', 'xs:anyAtomicType*'],
    result: 'node()*',
    call: (context, name: string, values: readonly unknown[]) => keyed(context, name, values),
  },
  {
    // XPath functions 3.1, 14.6.1; with a default for documents whose DTD is not read: xml:id
    name: 'id',
    parameters: ['xs:string*'],
    result: 'node()*',
    call: ({ currentContext: { current } }, values: readonly string[]) =>
      current === undefined ? [] : identified(documentOf(current), values),
  },
  {
    name: 'id',
    parameters: ['xs:string*', 'node()*'],
    result: 'node()*',
    call: (_, values: readonly string[], nodes: readonly ViewNode[]) =>
      nodes.flatMap((node) => identified(documentOf(node), values)),
  },
  { name: 'doc', parameters: ['xs:string?'], result: 'node()*', call: opened },
  { name: 'document', parameters: ['xs:anyAtomicType*'], result: 'node()*', call: openedAll },
  {
    name: 'document',
    parameters: ['xs:anyAtomicType*', 'node()'],
    result: 'node()*',
    call: openedAll,
  },
  {
    name: 'doc-available',
    parameters: ['xs:string?'],
    result: 'xs:boolean',
    call: (context, address: string | null) => opened(context, address).length > 0,
  },
  {
    name: 'base-uri',
    parameters: [],
    result: 'xs:string?',
    call: ({ currentContext: { current, processor } }) => addressOf(processor, current),
  },
  {
    name: 'base-uri',
    parameters: ['node()?'],
    result: 'xs:string?',
    call: ({ currentContext: { processor } }, node: ViewNode | null) =>
      addressOf(processor, node ?? undefined),
  },
  {
    name: 'document-uri',
    parameters: ['node()?'],
    result: 'xs:string?',
    call: ({ currentContext: { processor } }, node: ViewNode | null) =>
      addressOf(processor, node ?? undefined),
  },
  {
    // XPath functions 3.1, 5.6.3
    name: 'matches',
    parameters: ['xs:string?', 'xs:string'],
    result: 'xs:boolean',
    call: matches,
  },
  {
    // XPath functions 3.1, 5.4.6
    name: 'normalize-unicode',
    parameters: ['xs:string?'],
    result: 'xs:string',
    call: (_, text: string | null) => (text ?? '').normalize('NFC'),
  },
  {
    name: 'normalize-unicode',
    parameters: ['xs:string?', 'xs:string'],
    result: 'xs:string',
    call: (_, text: string | null, form: string) =>
      form.trim() === '' ? (text ?? '') : (text ?? '').normalize(form.trim().toUpperCase()),
  },
];

const names = new Set(own.map(({ name, parameters }) => `${name}#${parameters.length}`));

/** Whether a function without a prefix is one of ours. */
export function nameOfOwn(local: string, arity: number): boolean {
  return names.has(`${local}#${arity}`);
}

let registered = false;

/** Makes the functions known to fontoxpath, which knows functions for all expressions of a process. */
export function registerFunctions(): void {
  if (registered) return;
  registered = true;
  for (const { name, parameters, result, call } of own) {
    fontoxpath().registerCustomXPathFunction(
      { localName: name, namespaceURI: functionNamespace },
      [...parameters],
      result,
      call,
    );
  }
}

function documentOf(node: ViewNode): ViewDocument {
  let top = node;
  while (top.parentNode !== null) top = top.parentNode;
  return top as ViewDocument;
}

/** The elements with identifiers, which are listed in texts. */
function identified(document: ViewDocument, values: readonly string[]): readonly ViewElement[] {
  const names = values.flatMap((value) => value.split(/\s+/));
  return [...new Set(names.flatMap((name) => document.elementById(name) ?? []))];
}

function addressOf(processor: FullProcessor, node: ViewNode | undefined): string | null {
  return node === undefined ? null : (processor.surroundings.addressOf(node) ?? null);
}

function opened(
  { currentContext: { current, processor } }: Context,
  address: string | null,
): readonly ViewNode[] {
  if (address === null || current === undefined) return [];
  const document = processor.surroundings.open(address, current);
  return document === undefined ? [] : [document];
}

function matches(_: Context, text: string | null, pattern: string): boolean {
  const expression = regularExpression(pattern);
  if (expression !== undefined) return expression.test(text ?? '');
  const call = 'Q{http://www.w3.org/2005/xpath-functions}matches($text, $pattern)';
  return fontoxpath().evaluateXPathToBoolean(call, null, null, { text: text ?? '', pattern });
}

function openedAll(context: Context, values: readonly unknown[]): readonly ViewNode[] {
  return [...new Set(values.flatMap((value) => opened(context, `${value}`)))];
}

type Index = ReadonlyMap<string, readonly ViewNode[]>;

/** The indexes of documents by the names of keys; each schema has keys of its own, and several look at one document. */
const indexes = new WeakMap<readonly Key[], WeakMap<ViewDocument, Map<string, Index>>>();

function keyed(
  { currentContext: { current, processor } }: Context,
  name: string,
  values: readonly unknown[],
): readonly ViewNode[] {
  if (current === undefined) return [];
  const document = documentOf(current);
  const { keys } = processor.surroundings;
  let ofSchema = indexes.get(keys);
  if (ofSchema === undefined) {
    ofSchema = new WeakMap();
    indexes.set(keys, ofSchema);
  }
  let indexed = ofSchema.get(document);
  if (indexed === undefined) {
    indexed = new Map();
    ofSchema.set(document, indexed);
  }
  let index = indexed.get(name);
  if (index === undefined) {
    index = indexFor(processor, document, name);
    indexed.set(name, index);
  }
  const found = index;
  return [...new Set(values.flatMap((value) => found.get(`${value}`) ?? []))];
}

function indexFor(
  processor: FullProcessor,
  document: ViewDocument,
  name: string,
): Map<string, ViewNode[]> {
  const index = new Map<string, ViewNode[]>();
  for (const key of processor.surroundings.keys) {
    if (key.name !== name) continue;
    const nodes = new Set<ViewNode>();
    const match = { ...key.match, text: `.//(${key.match.text})` };
    for (const node of processor.nodes(match, document, {})) nodes.add(node);
    for (const node of nodes) {
      for (const value of processor.strings(key.use, node, {})) {
        const same = index.get(value);
        if (same === undefined) index.set(value, [node]);
        else same.push(node);
      }
    }
  }
  return index;
}
