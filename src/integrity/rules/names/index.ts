// Names: linked to what they name, and spelt alike.
import { nameSpelling } from './name-spelling.js';
import { unlinkedName } from './unlinked-name.js';

export const nameRules = [nameSpelling, unlinkedName];
