import type { Problem, RelatedPlace } from '../problems/index.js';

/**
 * The same text in memory of its own. A piece cut out of a long text, or a message made with such a piece, keeps all of
 * the long text alive; what outlives the reading of a large file is copied by this.
 */
export function flat(text: string): string {
  // Joining and cutting makes V8 write the characters anew, and what is cut off is one of them.
  return ` ${text}`.slice(1);
}

/** A problem whose texts are all in memory of their own. */
export function flatProblem(problem: Problem): Problem {
  const { file, message, help, schema, xpath, related, fix } = problem;
  return {
    ...problem,
    file: flat(file),
    message: flat(message),
    ...(help === undefined ? {} : { help: flat(help) }),
    ...(schema === undefined ? {} : { schema: flat(schema) }),
    ...(xpath === undefined ? {} : { xpath: flat(xpath) }),
    ...(related === undefined ? {} : { related: related.map(flatPlace) }),
    ...(fix === undefined ? {} : { fix: { ...fix, text: flat(fix.text) } }),
  };
}

function flatPlace(place: RelatedPlace): RelatedPlace {
  return { ...place, file: flat(place.file), message: flat(place.message) };
}
