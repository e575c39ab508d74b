import { posix } from 'node:path';
import { isScheme } from '../../pointers/pointer-target.js';
import { suggestedIdentifier } from '../../pointers/suggestion.js';
import { defineRule } from '../../rule.js';

/**
 * Every pointer to an `xml:id` of the document or of another one of the project leads to one (TEI Guidelines, section
 * 17.2).
 */
export const danglingPointer = defineRule({
  code: 'integrity/dangling-pointer',
  severity: 'error',
  judge: (project) => {
    for (const subject of project.subjects) {
      for (const link of subject.links) {
        const { text, attribute, element, path, fragment, place } = link;
        if (fragment === undefined || isScheme(fragment)) continue;
        const target = project.document(path);
        if (target === undefined || target.identifiers.has(fragment)) continue;
        const where = path === subject.path ? 'this document' : posix.basename(path);
        project.report(subject, place, {
          message: `"${text}" in @${attribute} on <${element}> points to nothing: ${where} has no xml:id="${fragment}".`,
          help: suggestedIdentifier(fragment, link, subject, project),
        });
      }
    }
  },
});
