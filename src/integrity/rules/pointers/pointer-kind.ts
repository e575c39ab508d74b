import { posix } from 'node:path';
import {
  attribute as attributeOf,
  type PlacedSpan,
  placeAt,
  sourceOf,
} from '../../../xml/index.js';
import type { DocumentFacts } from '../../facts.js';
import { kindNamed, kindOf, nameOfKind, wantedKinds } from '../../pointers/kinds.js';
import { writtenPointer } from '../../pointers/suggestion.js';
import { defineRule, type RuleProject } from '../../rule.js';

/** A pointer that leads to something that it should not, within its document. */
interface WrongKind {
  readonly text: string;
  readonly attribute: string;
  readonly element: string;
  readonly kinds: readonly string[];
  readonly bearer: string;
  readonly fragment: string;
  readonly place: PlacedSpan;
}

/**
 * Pointers lead to the right kind of thing: that of a `<placeName>` to a place, `@who` to a person, `@wit` to a witness
 * (TEI Guidelines, sections 3.6.1, 12.1 and 14.2). Of an element that stands for no particular kind nothing is said.
 */
export const pointerKind = defineRule({
  code: 'integrity/pointer-kind',
  severity: 'error',
  read: ({ keep }) => ({
    pointer: ({ text, element, attribute, bearer, span }) => {
      const found = bearer && kindOf(bearer.element.name.local);
      if (bearer === undefined || found === undefined) return;
      const type = attributeOf(element, 'type')?.value;
      const kinds = wantedKinds(element.name.local, attribute.qname, type);
      if (kinds === undefined || kinds.includes(found)) return;
      const wrong: WrongKind = {
        text,
        attribute: attribute.qname,
        element: element.qname,
        kinds,
        bearer: bearer.element.qname,
        fragment: bearer.id,
        place: placeAt(sourceOf(element), span),
      };
      keep(wrong);
    },
  }),
  judge: (project) => {
    for (const subject of project.subjects) {
      for (const wrong of project.kept<WrongKind>(subject)) report(wrong, subject, project);
      for (const { kinds, path, fragment, ...link } of subject.links) {
        if (kinds === undefined || fragment === undefined) continue;
        const target = project.document(path)?.identifiers.get(fragment);
        const found = target && kindOf(localName(target.element));
        if (target === undefined || found === undefined || kinds.includes(found)) continue;
        report({ ...link, kinds, fragment, bearer: target.element }, subject, project, link.folder);
      }
    }
  },
});

function report(
  { text, attribute, element, kinds, bearer, fragment, place }: WrongKind,
  subject: DocumentFacts,
  project: RuleProject<unknown>,
  folder = posix.dirname(subject.path),
): void {
  const wanted = kinds.slice(0, 2).map(kindNamed).join(' or ');
  const meant = project.paths.find((path) => {
    const same = project.document(path)?.identifiers.get(fragment);
    return same !== undefined && kinds.includes(kindOf(localName(same.element)) ?? '');
  });
  const name = nameOfKind(kindOf(localName(bearer)) ?? '');
  const mended =
    attribute === 'ref' && name !== undefined && name !== element
      ? `Mend the pointer, or write <${name}> where the ${kindOf(localName(bearer))} is meant.`
      : `Point to ${wanted}.`;
  project.report(subject, place, {
    message: `"${text}" in @${attribute} on <${element}> leads to a <${bearer}>, where ${wanted} is meant.`,
    help:
      meant === undefined
        ? mended
        : `Did you mean ${writtenPointer(meant, fragment, subject, folder)}?`,
  });
}

function localName(qname: string): string {
  return qname.slice(qname.indexOf(':') + 1);
}
