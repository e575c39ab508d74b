import { bareContext, datatypeLibrary, xmlSchemaDatatypes } from './datatype-libraries/index.js';
import { type Fault, fault } from './validation/index.js';

/**
 * Why a literal is no value of one of the datatypes built into XML Schema (Part 2).
 *
 * @param name the name of the datatype: `date`, `NCName`
 * @returns the end of a sentence that begins with the value; `undefined` where there is no such datatype, or the
 *   literal is a value of it
 */
export function datatypeFault(name: string, literal: string): Fault | undefined {
  const datatype = datatypeLibrary(xmlSchemaDatatypes)?.datatype(name, []);
  if (datatype?.complaint(literal, bareContext) === undefined) return undefined;
  return fault(literal, [datatype], bareContext);
}
