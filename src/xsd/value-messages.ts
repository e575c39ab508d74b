import { nearest, type Problem } from '../problems/index.js';
import { datatypeFault, list, quoted } from '../relaxng/index.js';
import {
  descendants,
  documentOf,
  relatedPlace,
  sourceOf,
  textContent,
  type XmlAttribute,
  type XmlElement,
} from '../xml/index.js';
import type { Complaint, ValueComplaint } from './complaint.js';
import { type ExpandedName, writtenAt } from './expanded-name.js';
import { attributeOf, endOf, type More, type Telling, textSpan } from './telling.js';

/** The attribute that was probably meant by one that an element does not have. */
export function meantAttribute(
  { declarations }: Telling,
  element: XmlElement,
  name: ExpandedName,
): string | undefined {
  const free = declarations
    .attributesOf(element.name.local)
    .filter((one) => !element.attributes.some(({ qname }) => qname === one));
  return nearest(attributeOf(element, name)?.qname ?? writtenAt(element, name, 'attribute'), free);
}

/** An attribute that an element does not have. */
export function unknownAttribute(
  telling: Telling,
  element: XmlElement,
  name: ExpandedName,
): Problem {
  const found = attributeOf(element, name);
  const written = found?.qname ?? writtenAt(element, name, 'attribute');
  const all = telling.declarations.attributesOf(element.name.local);
  const meant = meantAttribute(telling, element, name);
  return telling.problem(
    element,
    found?.nameSpan ?? element.nameSpan,
    'xsd/unknown-attribute',
    `@${written} is not an attribute of <${element.qname}>.`,
    {
      help:
        meant !== undefined
          ? `Did you mean @${meant}?`
          : all.length === 0
            ? 'Take it out.'
            : `The schema gives it ${list(
                all.map((one) => `@${one}`),
                'and',
                10,
              )}.`,
    },
  );
}

/** An attribute that an element must have. */
export function missingAttribute(
  telling: Telling,
  element: XmlElement,
  name: ExpandedName,
): Problem {
  const written = writtenAt(element, name, 'attribute');
  return telling.problem(
    element,
    element.nameSpan,
    'xsd/missing-attribute',
    `<${element.qname}> must have @${written}.`,
    { help: `Add ${written}="…".` },
  );
}

/** A value that an attribute or element cannot have. */
export function wrongValue(
  telling: Telling,
  element: XmlElement,
  complaint: ValueComplaint,
): Problem {
  const found =
    complaint.attribute === undefined ? undefined : attributeOf(element, complaint.attribute);
  const value = (found?.value ?? complaint.value ?? textContent(element)).trim();
  const what = found === undefined ? `<${element.qname}>` : `@${found.qname} on <${element.qname}>`;
  const span = found?.valueSpan ?? textSpan(element.children) ?? endOf(element);
  const code = found === undefined ? 'xsd/element-value' : 'xsd/attribute-value';
  const say = (message: string, more: More = {}) =>
    telling.problem(element, span, code, message, more);
  const taken = found === undefined ? undefined : repeated(telling, element, found, complaint);
  if (taken !== undefined) return taken;
  const [message, help] =
    value === '' ? emptyValue(what, complaint) : reason(value, what, complaint);
  return say(message, { help });
}

type Sentences = readonly [message: string, help?: string | undefined];

function emptyValue(what: string, { wrong }: ValueComplaint): Sentences {
  if (wrong.by === 'enumeration')
    return [`${what} is empty.`, `Allowed: ${list(wrong.values, 'and', 10)}.`];
  if (wrong.by === 'fixed') return [`${what} is empty.`, `Write "${wrong.value}".`];
  return [`${what} is empty.`, 'The schema wants a value.'];
}

function reason(value: string, what: string, { wrong }: ValueComplaint): Sentences {
  const subject = `${quoted(value)} in ${what}`;
  switch (wrong.by) {
    case 'enumeration': {
      const meant = nearest(value, wrong.values);
      const ask = meant === undefined ? '' : ` Did you mean "${meant}"?`;
      return [
        `${quoted(value)} is not one of the values of ${what}.`,
        `Allowed: ${list(wrong.values, 'and', 10)}.${ask}`,
      ];
    }
    case 'fixed':
      return [
        `${quoted(value)} is not the value of ${what}, which is "${wrong.value}".`,
        `Write "${wrong.value}".`,
      ];
    case 'length':
      return [
        `${subject} has a length of ${wrong.length}; ${bounds.get(wrong.facet) ?? 'allowed is'} ${wrong.limit}.`,
      ];
    case 'facet':
      if (wrong.facet === 'pattern')
        return [
          `${subject} does not have the form that is wanted.`,
          `It must match ${wrong.limit}`,
        ];
      return [
        `${subject} is not allowed: ${bounds.get(wrong.facet) ?? 'the limit is'} ${wrong.limit}.`,
      ];
    case 'type': {
      const fault = wrong.type === undefined ? undefined : builtInFault(wrong.type, value);
      if (fault !== undefined) return [`${subject} ${fault.says}.`, fault.help];
      const named =
        wrong.type === undefined || isBuiltIn(wrong.type)
          ? 'that the schema allows here'
          : `of the type "${wrong.type.local}" of the schema`;
      return [`${subject} is not a value ${named}.`];
    }
  }
}

/** What the limits of facets are (XML Schema Part 2, section 4.3). */
const bounds = new Map([
  ['length', 'it must be'],
  ['minLength', 'the least is'],
  ['maxLength', 'the most is'],
  ['minInclusive', 'the least value is'],
  ['maxInclusive', 'the greatest value is'],
  ['minExclusive', 'it must be greater than'],
  ['maxExclusive', 'it must be less than'],
  ['totalDigits', 'the greatest number of digits is'],
  ['fractionDigits', 'the greatest number of digits after the point is'],
]);

function isBuiltIn({ local }: ExpandedName): boolean {
  return local.startsWith('xs:');
}

function builtInFault(type: ExpandedName, value: string) {
  return isBuiltIn(type) ? datatypeFault(type.local.slice(3), value) : undefined;
}

/** An identifier is wrong for libxml2 when it is one that another element has. */
function repeated(
  telling: Telling,
  element: XmlElement,
  found: XmlAttribute,
  { wrong }: ValueComplaint,
): Problem | undefined {
  const value = found.value.trim();
  if (wrong.by !== 'type' || wrong.type?.local !== 'xs:ID') return undefined;
  if (datatypeFault('ID', value) !== undefined) return undefined;
  for (const other of descendants(documentOf(element))) {
    if (other === element) break;
    const same = other.attributes.find(
      ({ name, value }) => name.local === found.name.local && value.trim() === found.value.trim(),
    );
    if (same === undefined) continue;
    const place = relatedPlace(sourceOf(other), same.valueSpan, `<${other.qname}> has it here.`);
    return telling.problem(
      element,
      found.valueSpan,
      'xsd/repeated-identifier',
      `The identifier "${value}" of <${element.qname}> is taken: <${other.qname}> on line ${place.line} has it.`,
      {
        help: 'Give one of the two another, and mend the pointers that mean it.',
        related: [place],
      },
    );
  }
  return undefined;
}

/** What the identity constraints of a schema (XML Schema Part 1, section 3.11) refuse. */
export function wrongKey(
  telling: Telling,
  element: XmlElement,
  complaint: Extract<Complaint, { kind: 'duplicate-key' | 'dangling-key' }>,
): Problem {
  const { keys, rule } = complaint;
  const [key] = /^"([^"]*)"$/.exec(keys)?.slice(1) ?? [];
  const bearer = element.attributes.find(({ value }) => value.trim() === key);
  const duplicate = complaint.kind === 'duplicate-key';
  const whose =
    bearer === undefined ? `<${element.qname}>` : `@${bearer.qname} on <${element.qname}>`;
  return telling.problem(
    element,
    bearer?.valueSpan ?? element.nameSpan,
    duplicate ? 'xsd/duplicate-key' : 'xsd/dangling-key',
    duplicate
      ? `${keys} in ${whose} is taken: another element has it, and the schema's rule "${rule}" wants it only once.`
      : `${keys} in ${whose} leads nowhere: no element has it as the key that the schema's rule "${rule}" wants.`,
    {
      help: duplicate
        ? 'Give one of the two another.'
        : 'Correct it, or give the key to the element that is meant.',
    },
  );
}
