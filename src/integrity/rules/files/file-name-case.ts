import { posix } from 'node:path';
import { defineRule, type RuleProject } from '../../rule.js';

/**
 * A pointer has the capitals that the name of the file has on disk: a file that Windows and macOS find all the same is
 * not found on a web server.
 */
export const fileNameCase = defineRule({
  code: 'integrity/file-name-case',
  severity: 'error',
  judge: (project) => {
    const checked = new Map<string, readonly [string, string] | undefined>();
    for (const subject of project.subjects) {
      for (const { path, text, attribute, element, place } of subject.links) {
        if (!checked.has(path)) checked.set(path, otherwise(path, text, project));
        const found = checked.get(path);
        if (found === undefined) continue;
        const [said, real] = found;
        const mended = text.replace(said, real);
        project.report(subject, place, {
          message: `"${text}" in @${attribute} on <${element}> is found on some systems only: on disk the name is ${real}, and not ${said}.`,
          help: mended === text ? `Write it as it is on disk.` : `Write ${mended}.`,
          fix: text.split(said).length === 2 && !/[&<"']/.test(mended) ? mended : undefined,
        });
      }
    }
  },
});

/** The part of a path that is on disk with other capitals, as it is said and as it is. */
function otherwise(
  path: string,
  text: string,
  { fileExists, files }: RuleProject<unknown>,
): readonly [string, string] | undefined {
  if (!fileExists(path)) return undefined;
  // What lies above the folders that the pointer names is nobody's to write.
  const count = text
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => !/^\.*$/.test(part)).length;
  const parts = path.split('/');
  const said = parts.slice(-count);
  let folder = parts.slice(0, -count).join('/') || (path.startsWith('/') ? '/' : '.');
  const real: string[] = [];
  for (const name of said) {
    const names = files.namesIn(folder);
    const found = names.has(name)
      ? name
      : [...names].find((each) => each.toLowerCase() === name.toLowerCase());
    if (found === undefined) return undefined;
    real.push(found);
    folder = posix.join(folder, found);
  }
  const first = said.findIndex((name, index) => name !== real[index]);
  const last = said.findLastIndex((name, index) => name !== real[index]);
  if (first === -1) return undefined;
  return [said.slice(first, last + 1).join('/'), real.slice(first, last + 1).join('/')];
}
