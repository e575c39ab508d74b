import { nearest } from '../../problems/index.js';
import {
  bareContext,
  type Datatype,
  datatypeLibrary,
  type Parameter,
  type ValueContext,
  WrongParameter,
} from '../datatype-libraries/index.js';
import type { NameClass } from '../pattern/index.js';
import type { SchemaProblems } from './schema-problems.js';
import type { SchemaPlace } from './syntax.js';

// 4.16 Constraints: what the grammar of schemas cannot say of name classes and datatypes.

/** As the specification writes it, without the slash that the namespace of `xmlns` attributes ends with. */
const namespaceOfDeclarations = 'http://www.w3.org/2000/xmlns';

/** A name class of an attribute has no name that declares a namespace. */
export function checkAttributeName(
  problems: SchemaProblems,
  at: SchemaPlace,
  nameClass: NameClass,
): void {
  switch (nameClass.kind) {
    case 'name':
      if (nameClass.ns === '' && nameClass.local === 'xmlns')
        problems.report(at, '4.16', 'An attribute cannot be named xmlns: it declares a namespace.');
      checkAttributeNamespace(problems, at, nameClass.ns);
      break;
    case 'nsName':
      checkAttributeNamespace(problems, at, nameClass.ns);
      if (nameClass.except) checkAttributeName(problems, at, nameClass.except);
      break;
    case 'anyName':
      if (nameClass.except) checkAttributeName(problems, at, nameClass.except);
      break;
    case 'choice':
      for (const choice of nameClass.choices) checkAttributeName(problems, at, choice);
  }
}

function checkAttributeNamespace(problems: SchemaProblems, at: SchemaPlace, ns: string): void {
  if (ns === namespaceOfDeclarations || ns === `${namespaceOfDeclarations}/`)
    problems.report(
      at,
      '4.16',
      `An attribute cannot be in the namespace ${ns}: such attributes declare namespaces.`,
    );
}

/** What is excepted from `anyName` may not be `anyName`; from `nsName`, neither `nsName` nor `anyName`. */
export function checkExcept(
  problems: SchemaProblems,
  at: SchemaPlace,
  from: 'anyName' | 'nsName',
  except: NameClass,
): void {
  if (mentions(except, 'anyName'))
    problems.report(at, '4.16', `anyName cannot be excepted from ${from}: nothing would be left.`);
  else if (from === 'nsName' && mentions(except, 'nsName'))
    problems.report(at, '4.16', 'nsName cannot be excepted from nsName.');
}

function mentions(nameClass: NameClass, kind: NameClass['kind']): boolean {
  if (nameClass.kind === kind) return true;
  if (nameClass.kind === 'choice')
    return nameClass.choices.some((choice) => mentions(choice, kind));
  return nameClass.kind !== 'name' && nameClass.except !== undefined
    ? mentions(nameClass.except, kind)
    : false;
}

const datatypes = new Map<string, Datatype>();

/** The datatype that `data` or `value` names, or `undefined` after a complaint. */
export function findDatatype(
  problems: SchemaProblems,
  at: SchemaPlace,
  address: string,
  name: string,
  parameters: readonly (Parameter & { readonly at: SchemaPlace })[],
): Datatype | undefined {
  const key = `${address} ${name} ${parameters.map((one) => `${one.name}=${one.value}`).join('\0')}`;
  const known = datatypes.get(key);
  if (known !== undefined) return known;
  const library = datatypeLibrary(address);
  if (library === undefined) {
    problems.report(
      at,
      '4.16',
      `There is no datatype library ${address}.`,
      'Known are the built-in one, http://www.w3.org/2001/XMLSchema-datatypes, and http://relaxng.org/ns/compatibility/datatypes/1.0.',
    );
    return undefined;
  }
  try {
    const datatype = library.datatype(name, parameters);
    if (datatype !== undefined) {
      datatypes.set(key, datatype);
      return datatype;
    }
    const meant = nearest(name, library.names);
    const elsewhere = address === '' ? datatypeLibraryOf(name) : undefined;
    problems.report(
      at,
      '4.16',
      `${address === '' ? 'The built-in library' : `The library ${address}`} has no datatype ${name}.`,
      elsewhere === undefined
        ? meant === undefined
          ? undefined
          : `Did you mean ${meant}?`
        : `It is a datatype of ${elsewhere}: name that as the datatypeLibrary.`,
    );
  } catch (error) {
    if (!(error instanceof WrongParameter)) throw error;
    const wrong = parameters.find((one) => one === error.parameter);
    problems.report(wrong?.at ?? at, '4.16', error.message);
  }
  return undefined;
}

function datatypeLibraryOf(name: string): string | undefined {
  const address = 'http://www.w3.org/2001/XMLSchema-datatypes';
  return datatypeLibrary(address)?.names.includes(name) ? address : undefined;
}

/** The key of a `value`, or `undefined` after a complaint that its datatype has no such value. */
export function findValue(
  problems: SchemaProblems,
  at: SchemaPlace,
  datatype: Datatype,
  literal: string,
  context: ValueContext = bareContext,
): string | undefined {
  const key = datatype.key(literal, context);
  if (key === undefined)
    problems.report(
      at,
      '4.16',
      `“${literal}” is not a value of the datatype ${datatype.name}: ${datatype.complaint(literal, context)?.reason}.`,
    );
  return key;
}
