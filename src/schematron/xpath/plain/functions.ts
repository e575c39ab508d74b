import { regularExpression } from '../regular-expression.js';
import { NodeType, type ViewNode } from '../view.js';
import { type Focus, nodeOf, ofItems, ofTruth, type Plain } from './focus.js';
import {
  type Atom,
  atomOf,
  type Item,
  type Items,
  isNode,
  NotPlain,
  none,
  numberIn,
  rootOf,
  textOfItem,
  Untyped,
} from './items.js';

// Functions (XPath functions 3.1, and those of XSLT) that plain expressions call.

type Make = (...given: readonly Plain[]) => Plain;

/** The one item of a value; `undefined` for none. */
function single(items: Items): Item | undefined {
  if (items.length > 1) throw new NotPlain();
  return items[0];
}

/** What an argument that wants a text is given: nothing counts as the empty one. */
function textIn(argument: Plain, focus: Focus): string {
  const item = single(argument.items(focus));
  if (item === undefined) return '';
  const atom = atomOf(item);
  if (typeof atom === 'string') return atom;
  if (atom instanceof Untyped) return atom.text;
  throw new NotPlain();
}

function ofText(text: (focus: Focus) => string): Plain {
  return {
    items: (focus) => [text(focus)],
    truth: (focus) => text(focus) !== '',
    mayBeNumber: false,
  };
}

function ofNumber(value: (focus: Focus) => number): Plain {
  return ofItems((focus) => [value(focus)]);
}

/** Two texts of arguments, judged. */
function judging(judge: (text: string, other: string) => boolean): Make {
  return (a, b) => ofTruth((focus) => judge(textIn(a as Plain, focus), textIn(b as Plain, focus)));
}

function normalized(text: string): string {
  return text.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '');
}

function expressionFor(pattern: string): RegExp {
  const expression = regularExpression(pattern);
  if (expression === undefined) throw new NotPlain();
  return expression;
}

function numberOf(item: Item | undefined): number {
  if (item === undefined) return Number.NaN;
  const atom = atomOf(item);
  if (typeof atom === 'number') return atom;
  if (typeof atom === 'boolean') return atom ? 1 : 0;
  return numberIn(textOfItem(atom)) ?? Number.NaN;
}

/** Something of a node: of the context, or of an argument; nothing of none. */
function ofNode(text: (node: ViewNode) => string): Make {
  return (argument) =>
    ofText((focus) => {
      if (argument === undefined) return text(nodeOf(focus));
      const item = single(argument.items(focus));
      if (item === undefined) return '';
      if (!isNode(item)) throw new NotPlain();
      return text(item);
    });
}

function distinct(items: Items): Items {
  const seen = new Map<string, Atom>();
  for (const item of items) {
    const atom = atomOf(item);
    if (typeof atom === 'number' || typeof atom === 'boolean') throw new NotPlain();
    const text = textOfItem(atom);
    if (!seen.has(text)) seen.set(text, atom);
  }
  return [...seen.values()];
}

/** XPath functions 3.1, 5.4.3 */
function part(text: string, from: number, length = Infinity): string {
  const start = Math.round(from);
  const end = start + Math.round(length);
  return [...text].filter((_, index) => index + 1 >= start && index + 1 < end).join('');
}

/** XPath functions 3.1, 5.6.4 */
function replaced(text: string, pattern: string, replacement: string): string {
  if (/[\\$]/.test(replacement)) throw new NotPlain();
  const expression = expressionFor(pattern);
  if (expression.test('')) throw new NotPlain();
  return text.replace(new RegExp(expression, 'vg'), () => replacement);
}

/** XPath functions 3.1, 5.6.5 */
function tokens(text: string, pattern: string): readonly string[] {
  if (pattern.includes('(')) throw new NotPlain();
  const expression = expressionFor(pattern);
  if (expression.test('')) throw new NotPlain();
  return text === '' ? none : text.split(expression);
}

function identified(documents: readonly ViewNode[], values: Items): Items {
  const names = values.flatMap((value) => textOfItem(atomOf(value)).split(/[\t\n\r ]+/));
  return documents.flatMap((document) => [
    ...new Set(names.flatMap((name) => rootOf(document).elementById(name) ?? [])),
  ]);
}

function opened({ outside: { current, surroundings } }: Focus, addresses: Items): Items {
  return [
    ...new Set(
      addresses.flatMap((address) => surroundings.open(textOfItem(address), current) ?? []),
    ),
  ];
}

function nodesIn(items: Items): readonly ViewNode[] {
  if (!items.every(isNode)) throw new NotPlain();
  return items as readonly ViewNode[];
}

const some = (argument: Plain | undefined): Plain => argument as Plain;

/** What makes a call of each function, by its name and the number of its arguments. */
const makers: Readonly<Record<string, Make>> = {
  'true#0': () => ofTruth(() => true),
  'false#0': () => ofTruth(() => false),
  'not#1': (a) => ofTruth((focus) => !some(a).truth(focus)),
  'boolean#1': (a) => ofTruth((focus) => some(a).truth(focus)),
  'exists#1': (a) => ofTruth((focus) => some(a).items(focus).length > 0),
  'empty#1': (a) => ofTruth((focus) => some(a).items(focus).length === 0),
  'count#1': (a) => ofNumber((focus) => some(a).items(focus).length),
  'position#0': () => ofNumber(({ position }) => position),
  'last#0': () => ofNumber(({ last }) => last),
  'string#0': () => ofText((focus) => textOfItem(nodeOf(focus))),
  'string#1': (a) =>
    ofText((focus) => {
      const item = single(some(a).items(focus));
      return item === undefined ? '' : textOfItem(item);
    }),
  'data#1': (a) => ofItems((focus) => some(a).items(focus).map(atomOf)),
  'number#0': () => ofNumber(({ item }) => numberOf(item)),
  'number#1': (a) => ofNumber((focus) => numberOf(single(some(a).items(focus)))),
  'normalize-space#0': () => ofText((focus) => normalized(textOfItem(nodeOf(focus)))),
  'normalize-space#1': (a) => ofText((focus) => normalized(textIn(some(a), focus))),
  'string-length#0': () => ofNumber((focus) => [...textOfItem(nodeOf(focus))].length),
  'string-length#1': (a) => ofNumber((focus) => [...textIn(some(a), focus)].length),
  'upper-case#1': (a) => ofText((focus) => textIn(some(a), focus).toUpperCase()),
  'lower-case#1': (a) => ofText((focus) => textIn(some(a), focus).toLowerCase()),
  'contains#2': judging((text, part) => text.includes(part)),
  'starts-with#2': judging((text, part) => text.startsWith(part)),
  'ends-with#2': judging((text, part) => text.endsWith(part)),
  'matches#2': judging((text, pattern) => expressionFor(pattern).test(text)),
  'substring-before#2': (a, b) =>
    ofText((focus) => {
      const text = textIn(some(a), focus);
      return text.slice(0, Math.max(0, text.indexOf(textIn(some(b), focus))));
    }),
  'substring-after#2': (a, b) =>
    ofText((focus) => {
      const text = textIn(some(a), focus);
      const part = textIn(some(b), focus);
      const at = text.indexOf(part);
      return at === -1 ? '' : text.slice(at + part.length);
    }),
  'substring#2': (a, b) =>
    ofText((focus) => part(textIn(some(a), focus), numberOf(single(some(b).items(focus))))),
  'substring#3': (a, b, c) =>
    ofText((focus) => {
      const from = numberOf(single(some(b).items(focus)));
      return part(textIn(some(a), focus), from, numberOf(single(some(c).items(focus))));
    }),
  'translate#3': (a, b, c) =>
    ofText((focus) => {
      const from = [...textIn(some(b), focus)];
      const to = [...textIn(some(c), focus)];
      return [...textIn(some(a), focus)]
        .map((sign) => {
          const at = from.indexOf(sign);
          return at === -1 ? sign : (to[at] ?? '');
        })
        .join('');
    }),
  'replace#3': (a, b, c) =>
    ofText((focus) =>
      replaced(textIn(some(a), focus), textIn(some(b), focus), textIn(some(c), focus)),
    ),
  'tokenize#1': (a) =>
    ofItems((focus) => {
      const text = normalized(textIn(some(a), focus));
      return text === '' ? none : text.split(' ');
    }, false),
  'tokenize#2': (a, b) =>
    ofItems((focus) => tokens(textIn(some(a), focus), textIn(some(b), focus)), false),
  'string-join#2': (a, b) =>
    ofText((focus) =>
      some(a)
        .items(focus)
        .map((item) => textOfItem(atomOf(item)))
        .join(textIn(some(b), focus)),
    ),
  'distinct-values#1': (a) => ofItems((focus) => distinct(some(a).items(focus)), false),
  'name#0': ofNode((node) => ('nodeName' in node ? node.nodeName : '')),
  'name#1': ofNode((node) => ('nodeName' in node ? node.nodeName : '')),
  'local-name#0': ofNode(localName),
  'local-name#1': ofNode(localName),
  'namespace-uri#0': ofNode(namespaceOf),
  'namespace-uri#1': ofNode(namespaceOf),
  'current#0': () => ofItems(({ outside }) => [outside.current], false),
  'id#1': (a) =>
    ofItems((focus) => identified([focus.outside.current], some(a).items(focus)), false),
  'id#2': (a, b) =>
    ofItems((focus) => identified(nodesIn(some(b).items(focus)), some(a).items(focus)), false),
  'root#0': () => ofItems((focus) => [rootOf(nodeOf(focus))], false),
  'doc#1': (a) => ofItems((focus) => opened(focus, some(a).items(focus).map(atomOf)), false),
  'document#1': (a) => ofItems((focus) => opened(focus, some(a).items(focus).map(atomOf)), false),
  'document#2': (a) => ofItems((focus) => opened(focus, some(a).items(focus).map(atomOf)), false),
  'base-uri#0': () => ofItems((focus) => addressOf(focus, nodeOf(focus)), false),
  'base-uri#1': (a) =>
    ofItems(
      (focus) => nodesIn(some(a).items(focus)).flatMap((node) => addressOf(focus, node)),
      false,
    ),
};

function addressOf({ outside }: Focus, node: ViewNode): Items {
  const address = outside.surroundings.addressOf(node);
  return address === undefined ? none : [address];
}

function localName(node: ViewNode): string {
  if ('localName' in node) return node.localName;
  return node.nodeType === NodeType.processingInstruction ? node.target : '';
}

function namespaceOf(node: ViewNode): string {
  return 'namespaceURI' in node ? (node.namespaceURI ?? '') : '';
}

/**
 * A call of a function.
 *
 * @throws NotPlain where it is none of those here
 */
export function callOf(name: string, given: readonly Plain[]): Plain {
  const key = `${name}#${given.length}`;
  if (name === 'concat' && given.length >= 2)
    return ofText((focus) =>
      given
        .map((argument) => {
          const item = single(argument.items(focus));
          return item === undefined ? '' : textOfItem(atomOf(item));
        })
        .join(''),
    );
  const make = Object.hasOwn(makers, key) ? makers[key] : undefined;
  if (make === undefined) throw new NotPlain();
  return make(...given);
}

/** Whether a function asks for the position, or the number, of the context item. */
export function asksForPosition(name: string): boolean {
  return name === 'position' || name === 'last';
}
