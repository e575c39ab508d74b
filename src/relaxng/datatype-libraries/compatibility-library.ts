import type { Datatype, DatatypeLibrary } from './datatype.js';
import { WrongParameter } from './datatype.js';
import { xmlSchemaLibrary } from './xml-schema-library.js';

/** The address of the datatypes that DTDs have (RELAX NG DTD Compatibility, 5). */
export const compatibilityDatatypes = 'http://relaxng.org/ns/compatibility/datatypes/1.0';

const names = ['ID', 'IDREF', 'IDREFS'] as const;

/** `ID`, `IDREF` and `IDREFS` as in DTDs, without parameters. */
export const compatibilityLibrary: DatatypeLibrary = {
  names,
  datatype(name, parameters) {
    if (!names.some((known) => known === name)) return undefined;
    const [parameter] = parameters;
    if (parameter !== undefined)
      throw new WrongParameter(parameter, `The datatype ${name} of DTDs has no parameters.`);
    const datatype = xmlSchemaLibrary.datatype(name, []) as Datatype;
    return {
      library: compatibilityDatatypes,
      name,
      contextual: false,
      parameters,
      allows: (literal, context) => datatype.allows(literal, context),
      key: (literal, context) => datatype.key(literal, context),
      complaint: (literal, context) => datatype.complaint(literal, context),
    };
  },
};
