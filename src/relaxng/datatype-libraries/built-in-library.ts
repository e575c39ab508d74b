import { type Datatype, type DatatypeLibrary, WrongParameter } from './datatype.js';
import { collapse } from './white-space.js';

function builtIn(name: string, key: (literal: string) => string): Datatype {
  return {
    library: '',
    name,
    contextual: false,
    parameters: [],
    allows: () => true,
    key,
    complaint: () => undefined,
  };
}

const datatypes = new Map<string, Datatype>([
  ['string', builtIn('string', (literal) => literal)],
  ['token', builtIn('token', collapse)],
]);

/** The built-in library (RELAX NG, 2.4 and 6.2.7): `string` and `token`, neither with parameters. */
export const builtInLibrary: DatatypeLibrary = {
  names: [...datatypes.keys()],
  datatype(name, parameters) {
    const [parameter] = parameters;
    if (parameter !== undefined && datatypes.has(name))
      throw new WrongParameter(parameter, `The built-in datatype ${name} has no parameters.`);
    return datatypes.get(name);
  },
};
