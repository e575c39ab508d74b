import { suggestedFile } from '../../pointers/suggestion.js';
import { defineRule } from '../../rule.js';

/** Every pointer to a file leads to one that is there (TEI Guidelines, section 17.2). */
export const missingFile = defineRule({
  code: 'integrity/missing-file',
  severity: 'error',
  judge: (project) => {
    for (const subject of project.subjects) {
      for (const link of subject.links) {
        const { text, attribute, element, path, place } = link;
        if (project.fileExists(path)) continue;
        const named = `"${text}" in @${attribute} on <${element}>`;
        project.report(subject, place, suggestedFile(named, link, subject, project));
      }
    }
  },
});
