import { nearest } from '../../../problems/index.js';
import type { EarlierDocument, EarlierVersion } from '../../earlier-version.js';
import type { DocumentFacts, IdentifierFact } from '../../facts.js';
import { defineRule, type Finding, type RuleProject } from '../../rule.js';

/**
 * No `xml:id` of an earlier version is lost: what is published is known by it, as `letter.html#point-3`, and others
 * have quoted that. Applied where there is an earlier version to compare with.
 */
export const lostIdentifier = defineRule({
  code: 'integrity/lost-identifier',
  severity: 'error',
  needsEarlier: true,
  judge: (project) => {
    const { earlier } = project;
    if (earlier === undefined) return;
    for (const [path, before] of earlier.documents) {
      if (!before.isChecked) continue;
      const now = project.document(path);
      // Of what is not well-formed nobody knows what is in it.
      if (now === undefined && !before.isGone) continue;
      for (const [identifier, fact] of before.identifiers) {
        if (now?.identifiers.has(identifier) === true) continue;
        const bearer = project.subjects.find((each) => each.path === path) ?? project.subjects[0];
        if (bearer === undefined) return;
        const home = movedTo(identifier, earlier, project);
        if (home !== undefined) {
          project.report(bearer, fact.place, moved(identifier, fact, home, earlier));
          continue;
        }
        const like = now === undefined ? undefined : renamedTo(identifier, fact, before, now);
        const place = now?.identifiers.get(like ?? '')?.place ?? fact.place;
        const was = `${described(identifier, fact, earlier)}${before.isGone ? ', is gone with its file' : ', is lost'}`;
        project.report(bearer, place, {
          message: `${was}: published addresses end in #${identifier}.`,
          help:
            like === undefined
              ? 'Give it back to what is there in its place; or say why it may go: <?imprimatur ignore lost-identifier: …?>.'
              : `"${like}" is new: if that is the same thing, let it keep xml:id="${identifier}".`,
        });
      }
    }
  },
});

function described(
  identifier: string,
  { element }: IdentifierFact,
  { name }: EarlierVersion,
): string {
  return `The identifier "${identifier}" of <${element}>, which was here in ${name}`;
}

function moved(
  identifier: string,
  fact: IdentifierFact,
  home: DocumentFacts,
  earlier: EarlierVersion,
): Finding {
  const now = home.identifiers.get(identifier)?.place;
  return {
    severity: 'warning',
    message: `${described(identifier, fact, earlier)}, is in ${home.file} now.`,
    help: 'Published addresses still name this file: let the old page lead to the new one.',
    related:
      now === undefined
        ? []
        : [{ file: now.file, line: now.line, column: now.column, message: 'It stands here now.' }],
  };
}

/** The document that has got an identifier since. One that had the same before has an identifier of its own. */
function movedTo(
  identifier: string,
  earlier: EarlierVersion,
  project: RuleProject<unknown>,
): DocumentFacts | undefined {
  for (const [path, { identifiers }] of earlier.documents) {
    if (identifiers.has(identifier)) continue;
    const facts = project.document(path);
    if (facts?.identifiers.has(identifier) === true) return facts;
  }
  return undefined;
}

/** The new identifier of an element of the same name that is likely to be the old one in other letters. */
function renamedTo(
  identifier: string,
  { element, place }: IdentifierFact,
  before: EarlierDocument,
  now: DocumentFacts,
): string | undefined {
  const fresh = [...now.identifiers].filter(
    ([id, fact]) => fact.element === element && !before.identifiers.has(id),
  );
  const sameLine = fresh.filter(([, fact]) => fact.place.line === place.line);
  return (
    nearest(
      identifier,
      fresh.map(([id]) => id),
    ) ?? (sameLine.length === 1 ? sameLine[0]?.[0] : undefined)
  );
}
