import type { ExpandedName } from './expanded-name.js';
import { readExpandedName } from './expanded-name.js';

/** What libxml2 complains of, taken out of its words. */
export type Complaint =
  | { readonly kind: 'unexpected-element'; readonly expected: Expected }
  | { readonly kind: 'incomplete'; readonly expected: Expected }
  | { readonly kind: 'no-declaration' }
  | { readonly kind: 'no-root' }
  | { readonly kind: 'unknown-attribute'; readonly attribute: ExpandedName }
  | { readonly kind: 'missing-attribute'; readonly attribute: ExpandedName }
  | { readonly kind: 'text'; readonly isEmpty: boolean }
  | { readonly kind: 'child-element'; readonly isEmpty: boolean }
  | ({ readonly kind: 'value' } & ValueComplaint)
  | {
      readonly kind: 'duplicate-key' | 'dangling-key';
      readonly keys: string;
      readonly rule: string;
    }
  | { readonly kind: 'missing-key'; readonly rule: string }
  | { readonly kind: 'abstract' }
  | { readonly kind: 'other'; readonly message: string };

/** What may stand at a place. */
export interface Expected {
  readonly names: readonly ExpandedName[];
  /** What elements whose names are left open may stand there too, in words. */
  readonly others: readonly string[];
  /** Whether libxml2, which names ten at most, may have left some out. */
  readonly isCut: boolean;
}

/** A value that an attribute, or an element, cannot have. */
export interface ValueComplaint {
  /** The attribute that has it; the element itself where there is none. */
  readonly attribute: ExpandedName | undefined;
  readonly value: string | undefined;
  readonly wrong:
    | { readonly by: 'enumeration'; readonly values: readonly string[] }
    | { readonly by: 'fixed'; readonly value: string }
    | { readonly by: 'type'; readonly type: ExpandedName | undefined }
    | {
        readonly by: 'length';
        readonly facet: string;
        readonly length: string;
        readonly limit: string;
      }
    | { readonly by: 'facet'; readonly facet: string; readonly limit: string };
}

const most = 10;

/** Reads what libxml2 says: `Element '{urn:x}p', attribute 'n': [facet 'pattern'] The value 'a' is not accepted …`. */
export function readComplaint(message: string): Complaint {
  const said = /^Element '[^']*'(?:, attribute '([^']*)')?: (.*)$/s.exec(message);
  const attribute = said?.[1] === undefined ? undefined : readExpandedName(said[1]);
  const words = said?.[2] ?? message;
  const other: Complaint = { kind: 'other', message: words };
  if (words.startsWith('This element is not expected.'))
    return { kind: 'unexpected-element', expected: readExpected(words) };
  if (words.startsWith('Missing child element(s).'))
    return { kind: 'incomplete', expected: readExpected(words) };
  if (words.startsWith('No matching global declaration available')) return { kind: 'no-root' };
  if (words.startsWith('No matching global element declaration')) return { kind: 'no-declaration' };
  const denied = /^The attribute '([^']*)' is (not allowed|required but missing)\.$/.exec(words);
  if (denied?.[1] !== undefined) {
    const kind = denied[2] === 'not allowed' ? 'unknown-attribute' : 'missing-attribute';
    return { kind, attribute: readExpandedName(denied[1]) };
  }
  if (words.startsWith('Character content'))
    return { kind: 'text', isEmpty: words.includes('content type is empty') };
  if (words.startsWith('Element content is not allowed'))
    return { kind: 'child-element', isEmpty: words.includes('content type is empty') };
  if (words.includes('is abstract')) return { kind: 'abstract' };
  return readKey(words) ?? readValue(words, attribute) ?? other;
}

function readExpected(words: string): Expected {
  const listed = /Expected is (?:one of )?\( (.*) \)\.$/s.exec(words)?.[1];
  const items = listed === undefined ? [] : listed.split(', ');
  return {
    names: items.filter((item) => !item.endsWith('*')).map(readExpandedName),
    others: items.filter((item) => item.endsWith('*')).map(wildcard),
    isCut: items.length >= most,
  };
}

/** A wildcard of a schema as libxml2 writes it: `*`, `##other{urn:x}*`, `{urn:x}*`. */
function wildcard(item: string): string {
  if (item.startsWith('##other')) return 'an element of another namespace';
  const { namespace } = readExpandedName(item);
  return namespace === '' ? 'any element' : `an element of the namespace ${namespace}`;
}

function readKey(words: string): Complaint | undefined {
  const duplicate =
    /^Duplicate key-sequence \[(.*)\] in (?:unique|key) identity-constraint '(.*)'\.$/s.exec(words);
  if (duplicate !== null) return keys('duplicate-key', duplicate);
  const dangling = /^No match found for key-sequence \[(.*)\] of keyref '(.*)'\.$/s.exec(words);
  if (dangling !== null) return keys('dangling-key', dangling);
  const missing = /^Not all fields of key identity-constraint '(.*)' evaluate to a node\.$/s.exec(
    words,
  );
  return missing?.[1] === undefined
    ? undefined
    : { kind: 'missing-key', rule: localOf(missing[1]) };
}

function keys(
  kind: 'duplicate-key' | 'dangling-key',
  [, found = '', rule = '']: RegExpExecArray,
): Complaint {
  return { kind, keys: found.replace(/'([^']*)'/g, '"$1"'), rule: localOf(rule) };
}

function localOf(name: string): string {
  return readExpandedName(name).local;
}

function readValue(words: string, attribute: ExpandedName | undefined): Complaint | undefined {
  const value = (given: string | undefined, wrong: ValueComplaint['wrong']): Complaint => ({
    kind: 'value',
    attribute,
    value: given,
    wrong,
  });
  const fixed =
    /^The (?:actual )?value '(.*)' does not match the fixed value constraint '(.*)'\.$/s.exec(
      words,
    );
  if (fixed !== null) return value(fixed[1], { by: 'fixed', value: fixed[2] ?? '' });
  const listed =
    /^\[facet 'enumeration'\] The value '(.*)' is not an element of the set \{(.*)\}\.$/s.exec(
      words,
    );
  if (listed !== null) {
    const values = [...(listed[2] ?? '').matchAll(/'(.*?)'(?:, |$)/gs)].map(([, one = '']) => one);
    return value(listed[1], { by: 'enumeration', values });
  }
  const long =
    /^\[facet '(\w+)'\] The value '(.*)' has a length of '(\d+)'; .* length of '(\d+)'\.$/s.exec(
      words,
    );
  if (long !== null) {
    const [, facet = '', given, length = '', limit = ''] = long;
    return value(given, { by: 'length', facet, length, limit });
  }
  const facet = /^\[facet '(\w+)'\] The value '(.*?)' .*'(.*)'\)?\.$/s.exec(words);
  if (facet !== null)
    return value(facet[2], { by: 'facet', facet: facet[1] ?? '', limit: facet[3] ?? '' });
  const typed = /^'(.*)' is not a valid value of the (?:local )?\w+ type(?: '(.*)')?\.$/s.exec(
    words,
  );
  if (typed === null) return undefined;
  const type = typed[2] === undefined ? undefined : readExpandedName(typed[2]);
  return value(typed[1], { by: 'type', type });
}
