import { binarySpaces, booleanSpace } from './binaries.js';
import {
  bareContext,
  type Complaint,
  type Datatype,
  type DatatypeLibrary,
  type Parameter,
  type ValueContext,
  WrongParameter,
} from './datatype.js';
import { dateSpaces } from './dates.js';
import { durationSpace } from './durations.js';
import { type Facet, facet } from './facets.js';
import { nameSpaces } from './names-and-addresses.js';
import { decimalSpaces, floatSpaces } from './numbers.js';
import { listSpaces, stringSpaces } from './strings.js';
import type { Order, ValueSpace } from './value-space.js';
import { collapse, replaceSpace } from './white-space.js';

/** The address of XML Schema's datatypes as a library for RELAX NG. */
export const xmlSchemaDatatypes = 'http://www.w3.org/2001/XMLSchema-datatypes';

const normalise = {
  preserve: (literal: string) => literal,
  replace: replaceSpace,
  collapse,
};

/** A datatype of XML Schema Part 2, restricted by facets. */
export class XmlSchemaDatatype<Value> implements Datatype {
  readonly library = xmlSchemaDatatypes;
  readonly name: string;
  readonly contextual: boolean;
  readonly #normalise: (literal: string) => string;
  readonly #facets: readonly Facet<Value>[];

  /** @throws WrongParameter */
  constructor(
    readonly space: ValueSpace<Value>,
    readonly parameters: readonly Parameter[],
  ) {
    this.name = space.name;
    this.contextual = space.contextual ?? false;
    this.#normalise = normalise[space.whiteSpace];
    this.#facets = parameters.map((parameter) => facet(parameter, space, bareContext));
    checkBounds(parameters, space);
  }

  #value(literal: string, context: ValueContext): Value | undefined {
    const normalised = this.#normalise(literal);
    const value = this.space.parse(normalised, context);
    if (value === undefined) return undefined;
    for (const holds of this.#facets) if (holds(value, normalised) !== undefined) return undefined;
    return value;
  }

  allows(literal: string, context: ValueContext): boolean {
    const { has } = this.space;
    if (has !== undefined && this.#facets.length === 0) return has(this.#normalise(literal));
    return this.#value(literal, context) !== undefined;
  }

  key(literal: string, context: ValueContext): string | undefined {
    const value = this.#value(literal, context);
    return value === undefined ? undefined : this.space.key(value);
  }

  /** How the values of two literals compare; `undefined` where they do not, or one has no value. */
  compare(a: string, b: string, context: ValueContext): Order {
    const [left, right] = [this.#value(a, context), this.#value(b, context)];
    return left === undefined || right === undefined
      ? undefined
      : this.space.compare?.(left, right);
  }

  complaint(literal: string, context: ValueContext): Complaint | undefined {
    const normalised = this.#normalise(literal);
    const value = this.space.parse(normalised, context);
    if (value === undefined) {
      const kind = this.space.nearly?.(normalised) ? 'value' : 'form';
      return { reason: this.space.complaint(normalised, context), kind };
    }
    for (const broken of this.#facets) {
      const complaint = broken(value, normalised);
      if (complaint !== undefined) return complaint;
    }
    return undefined;
  }
}

/** The pairs of facets of which the first may not exceed the second (4.3.2.4, 4.3.8.4 and their like). */
const pairs = [
  ['minLength', 'maxLength'],
  ['minInclusive', 'maxInclusive'],
  ['minExclusive', 'maxExclusive'],
  ['fractionDigits', 'totalDigits'],
] as const;

function checkBounds<Value>(parameters: readonly Parameter[], space: ValueSpace<Value>): void {
  for (const [low, high] of pairs) {
    const least = parameters.find((parameter) => parameter.name === low);
    const most = parameters.find((parameter) => parameter.name === high);
    if (least === undefined || most === undefined) continue;
    const [a, b] = [least, most].map(({ value }) => space.parse(value, bareContext));
    const wrong =
      low === 'minLength' || low === 'fractionDigits'
        ? Number(least.value) > Number(most.value)
        : a !== undefined && b !== undefined && space.compare?.(a, b) === 1;
    if (wrong)
      throw new WrongParameter(least, `${low} ${least.value} exceeds ${high} ${most.value}.`);
  }
}

type Make = (parameters: readonly Parameter[]) => XmlSchemaDatatype<never>;

const makers = new Map<string, Make>();

function offer<Value>(spaces: readonly ValueSpace<Value>[]): void {
  for (const space of spaces)
    makers.set(space.name, (parameters) => new XmlSchemaDatatype(space, parameters) as never);
}

offer(stringSpaces);
offer(listSpaces);
offer([booleanSpace]);
offer(binarySpaces);
offer(decimalSpaces);
offer(floatSpaces);
offer(nameSpaces);
offer([durationSpace]);
offer(dateSpaces);

/** The facets that may be given more than once; all of them must then hold. */
const repeatable = 'pattern';

/** XML Schema Part 2's datatypes (Guidelines for using W3C XML Schema Datatypes with RELAX NG). */
export const xmlSchemaLibrary: DatatypeLibrary = {
  names: [...makers.keys()],
  datatype(name, parameters) {
    const make = makers.get(name);
    if (make === undefined) return undefined;
    const seen = new Set<string>();
    for (const parameter of parameters) {
      if (parameter.name !== repeatable && seen.has(parameter.name))
        throw new WrongParameter(parameter, `The parameter ${parameter.name} is given twice.`);
      seen.add(parameter.name);
    }
    return make(parameters);
  },
};
