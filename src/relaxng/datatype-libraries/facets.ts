import { type Complaint, type Parameter, type ValueContext, WrongParameter } from './datatype.js';
import { RegularExpression, WrongExpression } from './regular-expression.js';
import type { ValueSpace } from './value-space.js';

/** A constraining facet (XML Schema Part 2, 4.3): why a value does not satisfy it, or `undefined` when it does. */
export type Facet<Value> = (value: Value, literal: string) => Complaint | undefined;

const wholeNumber = /^[0-9]+$/;

/**
 * The facet that a parameter stands for. All of Part 2's, save `enumeration` and `whiteSpace`, which RELAX NG has
 * other means for (Guidelines for using W3C XML Schema Datatypes with RELAX NG, 2).
 *
 * @throws WrongParameter where the datatype has no such facet, or not with such a value
 */
export function facet<Value>(
  parameter: Parameter,
  space: ValueSpace<Value>,
  context: ValueContext,
): Facet<Value> {
  const found =
    patternFacet(parameter) ??
    lengthFacet(parameter, space) ??
    boundFacet(parameter, space, context) ??
    digitsFacet(parameter, space);
  if (found !== undefined) return found;
  throw new WrongParameter(
    parameter,
    `The datatype ${space.name} has no parameter ${parameter.name}.`,
  );
}

/** 4.3.4 pattern: of the literal, its white space normalised. */
function patternFacet(parameter: Parameter): Facet<unknown> | undefined {
  if (parameter.name !== 'pattern') return undefined;
  let expression: RegularExpression;
  try {
    expression = RegularExpression.of(parameter.value);
  } catch (error) {
    if (!(error instanceof WrongExpression)) throw error;
    throw new WrongParameter(
      parameter,
      `The pattern “${parameter.value}” is not a regular expression: ${error.message}.`,
    );
  }
  return (_, literal) => {
    if (expression.matches(literal)) return undefined;
    const saying = sayings.get(parameter.value)?.(literal);
    return saying === undefined
      ? { reason: `it does not match the pattern ${parameter.value}`, kind: 'pattern' }
      : ofValue(saying);
  };
}

function ofValue(reason: string): Complaint {
  return { reason, kind: 'value' };
}

/** What schemas mean by patterns that nearly all of them use. */
const noSpaces = (literal: string) =>
  literal === '' ? 'it is empty' : 'it must be one word, without spaces';
const sayings = new Map<string, (literal: string) => string>([
  ['[^\\p{C}\\p{Z}]+', noSpaces],
  ['\\S+', noSpaces],
  ['.+', () => 'it is empty'],
]);

const lengthNames = new Map<string, (length: number, wanted: number) => boolean>([
  ['length', (length, wanted) => length === wanted],
  ['minLength', (length, wanted) => length >= wanted],
  ['maxLength', (length, wanted) => length <= wanted],
]);
const lengthWords = new Map([
  ['length', 'exactly'],
  ['minLength', 'at least'],
  ['maxLength', 'at most'],
]);

/** 4.3.1 length, 4.3.2 minLength, 4.3.3 maxLength. */
function lengthFacet<Value>(
  parameter: Parameter,
  space: ValueSpace<Value>,
): Facet<Value> | undefined {
  const holds = lengthNames.get(parameter.name);
  const { length } = space;
  if (holds === undefined || length === undefined) return undefined;
  const wanted = wholeNumberOf(parameter);
  return (value) =>
    holds(length(value), wanted)
      ? undefined
      : ofValue(
          `its length must be ${lengthWords.get(parameter.name)} ${wanted}, and is ${length(value)}`,
        );
}

const boundNames = new Map<
  string,
  { holds: (order: number | undefined) => boolean; words: string }
>([
  ['minInclusive', { holds: (order) => order === 0 || order === 1, words: 'at least' }],
  ['minExclusive', { holds: (order) => order === 1, words: 'greater than' }],
  ['maxInclusive', { holds: (order) => order === 0 || order === -1, words: 'at most' }],
  ['maxExclusive', { holds: (order) => order === -1, words: 'less than' }],
]);

/** 4.3.7 maxInclusive to 4.3.10 minInclusive. */
function boundFacet<Value>(
  parameter: Parameter,
  space: ValueSpace<Value>,
  context: ValueContext,
): Facet<Value> | undefined {
  const bound = boundNames.get(parameter.name);
  const { compare } = space;
  if (bound === undefined || compare === undefined) return undefined;
  const limit = space.parse(parameter.value, context);
  if (limit === undefined) {
    throw new WrongParameter(
      parameter,
      `The ${parameter.name} “${parameter.value}” is not of the datatype ${space.name}: ${space.complaint(parameter.value, context)}.`,
    );
  }
  return (value) =>
    bound.holds(compare(value, limit))
      ? undefined
      : ofValue(`it must be ${bound.words} ${parameter.value}`);
}

/** 4.3.11 totalDigits, 4.3.12 fractionDigits. */
function digitsFacet<Value>(
  parameter: Parameter,
  space: ValueSpace<Value>,
): Facet<Value> | undefined {
  const { digits } = space;
  if (digits === undefined) return undefined;
  if (parameter.name === 'totalDigits') {
    const most = wholeNumberOf(parameter);
    if (most === 0) throw new WrongParameter(parameter, 'totalDigits must be at least 1.');
    return (value) =>
      digits(value).total <= most ? undefined : ofValue(`it may have at most ${most} digits`);
  }
  if (parameter.name === 'fractionDigits') {
    const most = wholeNumberOf(parameter);
    return (value) =>
      digits(value).fraction <= most
        ? undefined
        : ofValue(`it may have at most ${most} digits after the point`);
  }
  return undefined;
}

function wholeNumberOf(parameter: Parameter): number {
  if (!wholeNumber.test(parameter.value))
    throw new WrongParameter(parameter, `${parameter.name} must be a whole number.`);
  return Number(parameter.value);
}
