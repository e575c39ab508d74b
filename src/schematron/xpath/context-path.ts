// What a rule context (ISO/IEC 19757-3:2016, 5.4.13.1) says at a glance of the nodes that can match it, so that only
// those are looked at. Contexts are patterns of XSLT: a node matches when the path leads to it from some other node.

/** Where to begin: the nodes that the first step of a path can lead to. */
export type Beginning =
  /** The path begins at the root of the document. */
  | { readonly kind: 'root' }
  /** Elements of a local name. */
  | { readonly kind: 'element'; readonly local: string }
  /** Elements that have an attribute of a local name. */
  | { readonly kind: 'element-with'; readonly attribute: string }
  /** Attributes of a local name. */
  | { readonly kind: 'attribute'; readonly local: string }
  | { readonly kind: 'any' };

/** One alternative of a context. */
export interface ContextPath {
  readonly text: string;
  readonly beginnings: readonly Beginning[];
  /** The whole path is one name test: `tei:p`. */
  readonly name: { readonly prefix: string; readonly local: string } | undefined;
}

/** The alternatives of a context, split at each `|` and `union` that stands in no brackets. */
export function contextPaths(context: string): readonly ContextPath[] {
  return alternatives(context).map((text) => ({
    text,
    beginnings: beginningsOf(text),
    name: nameTest(text),
  }));
}

/** The parts of an expression between the `|` and `union` of its outermost level. */
function alternatives(expression: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  for (let at = 0; at < expression.length; ) {
    const union = /^(?:\||\bunion\b)/.exec(expression.slice(at, at + 6));
    const isWord = union?.[0] === 'union' && /[\p{L}\p{N}_.:-]$/u.test(expression.slice(0, at));
    if (union !== null && !isWord && !/^union[\p{L}\p{N}_.:-]/u.test(expression.slice(at))) {
      found.push(expression.slice(start, at));
      at += union[0].length;
      start = at;
    } else at = tokenEnd(expression, at);
  }
  found.push(expression.slice(start));
  return found.map((part) => part.trim()).filter((part) => part !== '');
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The offset after what begins at an offset: a string, a comment, something in brackets, or one character. */
function tokenEnd(expression: string, start: number): number {
  const stack: string[] = [];
  for (let at = start; at < expression.length; at++) {
    const sign = expression[at] ?? '';
    if (sign === '"' || sign === "'") {
      const end = expression.indexOf(sign, at + 1);
      at = end === -1 ? expression.length : end;
    } else if (expression.startsWith('(:', at)) at = commentEnd(expression, at) - 1;
    else if (closing[sign] !== undefined) stack.push(closing[sign]);
    else if (sign === stack.at(-1)) stack.pop();
    if (stack.length === 0) return at + 1;
  }
  return expression.length;
}

function commentEnd(expression: string, start: number): number {
  let depth = 0;
  for (let at = start; at < expression.length; at++) {
    if (expression.startsWith('(:', at)) {
      depth++;
      at++;
    } else if (expression.startsWith(':)', at)) {
      at++;
      if (--depth === 0) return at + 1;
    }
  }
  return expression.length;
}

const ncName = '[\\p{L}_][\\p{L}\\p{N}_.·-]*';
const firstStep = new RegExp(
  `^(child::|attribute::|@)?\\s*(?:(${ncName}|\\*):)?(${ncName}|\\*)(?!\\s*[:(]|[\\p{L}\\p{N}_.-])`,
  'u',
);
const required = new RegExp(
  `^\\[\\s*@(?:${ncName}:)?(${ncName})(?=\\s*(?:\\]|=|and\\b|eq\\b))`,
  'u',
);

function beginningsOf(path: string): readonly Beginning[] {
  if (/^(?:\/|(?:id|key|doc|document)\s*\()/.test(path)) return [{ kind: 'root' }];
  if (path.startsWith('(') && !path.startsWith('(:')) {
    const end = tokenEnd(path, 0);
    const after = path.slice(end).trimStart();
    if (after === '' || after.startsWith('/') || after.startsWith('['))
      return alternatives(path.slice(1, end - 1)).flatMap((inner) => beginningsOf(inner));
    return [{ kind: 'any' }];
  }
  const step = firstStep.exec(path);
  if (step === null) return [{ kind: 'any' }];
  const [written, axis, , local = '*'] = step;
  if (axis === '@' || axis === 'attribute::')
    return local === '*' ? [{ kind: 'any' }] : [{ kind: 'attribute', local }];
  if (local !== '*') return [{ kind: 'element', local }];
  const rest = path.slice(written.length).trimStart();
  for (let at = 0; rest[at] === '['; ) {
    const end = tokenEnd(rest, at);
    const predicate = rest.slice(at, end);
    const attribute = /\bor\b/.test(predicate) ? undefined : required.exec(predicate)?.[1];
    if (attribute !== undefined) return [{ kind: 'element-with', attribute }];
    at = end;
  }
  return [{ kind: 'any' }];
}

const wholeName = new RegExp(`^(?:(${ncName}):)?(${ncName})$`, 'u');

function nameTest(path: string): ContextPath['name'] {
  const found = wholeName.exec(path);
  return found === null ? undefined : { prefix: found[1] ?? '', local: found[2] ?? '' };
}
