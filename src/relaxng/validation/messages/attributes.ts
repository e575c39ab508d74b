import type { Problem } from '../../../problems/index.js';
import {
  type AttributePattern,
  type ExpectedName,
  requiredAttributes,
} from '../../pattern/index.js';
import { expanded, type Mistake } from '../mistake.js';
import { likeliestAttributes, likeliestOwners } from '../vocabulary/index.js';
import type { Telling } from './telling.js';
import { glossed, list, shortGloss } from './wording.js';
import { literalsIn } from './wrong-values.js';

type Of<Kind extends Mistake['kind']> = Extract<Mistake, { kind: Kind }>;

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

/** What attributes are for that documents bear for XML Schema (Part 1, 2.6), and why no RELAX NG schema needs them. */
const instanceAttributes = new Map<string, (qname: string) => string>([
  ['schemaLocation', location],
  ['noNamespaceSchemaLocation', location],
  ['type', (qname) => `${qname} is for programs that validate by XML Schema (XSD). Take it away.`],
  ['nil', (qname) => `${qname} is for programs that validate by XML Schema (XSD). Take it away.`],
]);

function location(qname: string): string {
  return `${qname} tells programs where to find an XML Schema (XSD), which RELAX NG does not need. Take it away, or name the XSD by <?xml-model href="…"?>.`;
}

/** An attribute that the element does not have. */
export function unknownAttribute(telling: Telling, mistake: Of<'unknown-attribute'>): Problem {
  const { parent, attribute, start, meant } = mistake;
  const { element } = parent;
  const { wording } = telling;
  const instance =
    attribute.name.namespace === schemaInstance
      ? instanceAttributes.get(attribute.name.local)?.(attribute.qname)
      : undefined;
  const own = likeliestAttributes(expanded(element), telling.contents.attributesIn(start));
  const names = own.map((name) => wording.attribute(name));
  const { namespace: ns, local } = attribute.name;
  const owners =
    meant === undefined && instance === undefined
      ? likeliestOwners({ ns, local }, telling.homes.ofAttribute({ ns, local }))
      : [];
  const help =
    instance ??
    (meant !== undefined
      ? `Did you mean ${wording.attribute(meant)}?`
      : names.length === 0
        ? `<${element.qname}> has no attributes in this schema.`
        : names.length === 1
          ? `Its one attribute is ${names[0]}.`
          : `Its attributes are ${list(names, 'and', 5)}.`);
  return telling.problem(
    parent,
    attribute.nameSpan,
    'relaxng/unknown-attribute',
    owners.length > 0
      ? `@${attribute.qname} cannot stand on <${element.qname}>; it belongs to ${wording.elements(owners, 'and', 3)}.`
      : `@${attribute.qname} is not an attribute of <${element.qname}>.`,
    { help },
  );
}

/** An attribute that is right by itself, and stands beside another with which it cannot stand. */
export function attributeConflict(telling: Telling, mistake: Of<'attribute-conflict'>): Problem {
  const { parent, attribute, rival } = mistake;
  const { qname } = parent.element;
  return telling.problem(
    parent,
    attribute.nameSpan,
    'relaxng/attribute-conflict',
    rival === undefined
      ? `@${attribute.qname} cannot stand on <${qname}> together with its other attributes.`
      : `@${attribute.qname} and @${rival.qname} cannot both stand on <${qname}> as they are.`,
    { help: rival === undefined ? undefined : `Keep @${attribute.qname} or @${rival.qname}.` },
  );
}

/** A start tag without attributes that it must have. */
export function missingAttributes(telling: Telling, mistake: Of<'missing-attributes'>): Problem {
  const { parent, state } = mistake;
  const { element } = parent;
  const { names: required, open } = requiredAttributes(state);
  if (required.length === 0 && open.length === 0) return neverRight(telling, mistake);
  const names = required.map((name) => telling.wording.attribute(name));
  const joint = alternative(required) ? 'or' : 'and';
  return telling.problem(
    parent,
    element.nameSpan,
    'relaxng/missing-attribute',
    `<${element.qname}> must have ${list(names, joint, 4) || 'another attribute'}.`,
    { help: helpOf(telling, required[0]) },
  );
}

/** An element whose content is `notAllowed`: no attribute and no child would make it right. */
function neverRight(telling: Telling, { parent }: Of<'missing-attributes'>): Problem {
  const { element } = parent;
  return telling.problem(
    parent,
    element.nameSpan,
    'relaxng/misplaced-element',
    `<${element.qname}> cannot stand anywhere: the schema demands within it what it allows nowhere.`,
    { help: 'That is for whoever keeps the schema to mend; until then, do without the element.' },
  );
}

/** Whether one of several will do: they come of one choice. */
function alternative(required: readonly ExpectedName<AttributePattern>[]): boolean {
  return required.length > 1 && required.every(({ part }) => part === required[0]?.part);
}

function helpOf(
  telling: Telling,
  required: ExpectedName<AttributePattern> | undefined,
): string | undefined {
  if (required === undefined) return undefined;
  const name = telling.wording.attribute(required);
  const values = literalsIn(required.part.value).map((value) => `"${value}"`);
  if (values.length > 0) return `Its values are ${list(values, 'and', 8)}.`;
  const gloss = shortGloss(required.part.documentation);
  return gloss === undefined ? `Add ${name.slice(1)}="…".` : glossed(name, gloss);
}
