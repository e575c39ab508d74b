import type { Problem } from '../../../problems/index.js';
import { type Span, spanInAttribute, type XmlElement } from '../../../xml/index.js';
import { tokens } from '../../datatype-libraries/index.js';
import { afterToken, type Pattern } from '../../pattern/index.js';
import type { Mistake, OpenElement } from '../mistake.js';
import type { Telling } from './telling.js';
import { glossed, shortGloss } from './wording.js';
import { sentences } from './wrong-values.js';

type Of<Kind extends Mistake['kind']> = Extract<Mistake, { kind: Kind }>;

/** A value that an attribute cannot have. */
export function wrongAttributeValue(telling: Telling, mistake: Of<'attribute-value'>): Problem {
  const { parent, attribute, opening } = mistake;
  const { element } = parent;
  const pattern = telling.schema.machine.pool.choice(
    opening.values.map(({ value }) => value.pattern),
  );
  const gloss = shortGloss(
    opening.values.find((one) => one.attribute.documentation !== undefined)?.attribute
      .documentation,
  );
  const item = wrongItem(telling, pattern, attribute.value, element);
  const span = item
    ? spanInAttribute(
        telling.sourceOf(element),
        attribute,
        item.start,
        item.start + item.value.length,
      )
    : attribute.valueSpan;
  return telling.problem(
    parent,
    span,
    'relaxng/attribute-value',
    ...sentences(telling, {
      value: item?.value ?? attribute.value,
      pattern: item?.pattern ?? pattern,
      what: `@${attribute.qname} on <${element.qname}>`,
      none: 'Give it a value, or leave the attribute out.',
      gloss,
      element,
      mayBear: (name, value) => mayBear(telling, parent, name, value),
    }),
  );
}

/** Whether an element may be given another attribute, with a value. */
function mayBear(telling: Telling, { element, opening }: OpenElement, name: string, value: string) {
  if (element.attributes.some(({ qname }) => qname === name)) return false;
  const { machine } = telling.schema;
  const found = opening && machine.attribute(opening.content, machine.names.get('', name));
  const context = telling.context(element);
  return found?.values.some((each) => machine.test(each.value, value, context)) ?? false;
}

/** The text of an element that must be a value, and is not that. */
export function wrongElementValue(telling: Telling, mistake: Of<'element-value'>): Problem {
  const { parent, state, text, span } = mistake;
  const { element } = parent;
  const pattern = telling.schema.machine.pool.choice(
    state.alternatives.map((alternative) => alternative.pattern),
  );
  const documented = parent.patterns.find((one) => one.documentation !== undefined);
  const gloss = shortGloss(documented?.documentation);
  const item = wrongItem(telling, pattern, text, element);
  return telling.problem(
    parent,
    placeOf(element, text, span, item),
    text.trim() === '' ? 'relaxng/missing-text' : 'relaxng/element-value',
    ...sentences(telling, {
      value: item?.value ?? text.trim(),
      pattern: item?.pattern ?? pattern,
      what: `<${element.qname}>`,
      none: undefined,
      gloss:
        text.trim() === '' && gloss !== undefined ? glossed(`<${element.qname}>`, gloss) : gloss,
      element,
    }),
  );
}

/** Where a text stands, without the white space around it, if the source says just what it means. */
function placeOf(
  element: XmlElement,
  text: string,
  span: Span | undefined,
  item: { readonly value: string; readonly start: number } | undefined,
): Span {
  if (span === undefined) return element.endTag ?? element.startTag;
  if (span.end - span.start !== text.length) return { start: span.start, end: span.end };
  const value = item?.value ?? text.trim();
  const start = span.start + (item?.start ?? text.length - text.trimStart().length);
  return { start, end: start + value.length };
}

/** Of a list, the first word that cannot stand at its place, and what could. */
function wrongItem(
  telling: Telling,
  pattern: Pattern,
  text: string,
  element: XmlElement,
): { readonly value: string; readonly start: number; readonly pattern: Pattern } | undefined {
  const { pool } = telling.schema.machine;
  const content = listIn(pattern);
  if (content === undefined || tokens(text).length === 0) return undefined;
  let left = content;
  for (const { 0: value, index } of text.matchAll(/[^ \t\n\r]+/g)) {
    const after = afterToken(pool, left, value, telling.context(element));
    if (after.kind === 'notAllowed') return { value, start: index, pattern: left };
    left = after;
  }
  return undefined;
}

function listIn(pattern: Pattern): Pattern | undefined {
  switch (pattern.kind) {
    case 'list':
      return pattern.content;
    case 'choice':
      return pattern.choices.map(listIn).find((found) => found !== undefined);
    case 'group':
    case 'interleave':
      return listIn(pattern.left) ?? listIn(pattern.right);
    case 'oneOrMore':
      return listIn(pattern.content);
    default:
      return undefined;
  }
}
