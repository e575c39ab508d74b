import { posix } from 'node:path';
import {
  type AttributeFact,
  attributeFact,
  type MediaFact,
  mediaFact,
} from '../../files/media-pointer.js';
import { typeOfBytes, typeOfMime, typeOfName } from '../../files/media-type.js';
import { defineRule } from '../../rule.js';

interface TypedFile extends MediaFact {
  readonly mime?: AttributeFact | undefined;
}

/** A file of media is what the ending of its name, and `@mimeType`, say that it is (TEI Guidelines, section 3.10). */
export const fileType = defineRule({
  code: 'integrity/file-type',
  severity: 'error',
  read: ({ keep }) => ({
    pointer: (pointer) => {
      const fact = mediaFact(pointer);
      if (fact === undefined) return;
      const mime = attributeFact(pointer.element, 'mimeType');
      keep({ ...fact, ...(mime !== undefined && { mime }) } satisfies TypedFile);
    },
  }),
  judge: (project) => {
    for (const subject of project.subjects) {
      for (const { path, place, mime, element } of project.kept<TypedFile>(subject)) {
        const glance = project.files.glance(path);
        const type = glance === undefined ? undefined : typeOfBytes(glance.head);
        if (type === undefined) continue;
        const name = posix.basename(path);
        const named = typeOfName(path);
        if (named !== undefined && named !== type) {
          project.report(subject, place, {
            message: `${name} is named as ${named.name}, and is ${type.name}.`,
            help: `Name it .${type.endings[0]}, or turn it into ${named.name}: browsers and servers go by the ending.`,
          });
        }
        if (
          mime === undefined ||
          mime.value === '' ||
          type.mimeTypes.includes(mime.value.toLowerCase())
        )
          continue;
        // A MIME type of a kind that is not known here may be a finer one.
        if (typeOfMime(mime.value) === undefined && !/^(image|text)\//.test(mime.value)) continue;
        const [right] = type.mimeTypes;
        project.report(subject, mime.place, {
          message: `@mimeType on <${element}> says ${mime.value}; ${name} is ${type.name}.`,
          help: `Write "${right}".`,
          fix: type.mimeTypes.length === 1 || typeOfMime(mime.value) !== type ? right : undefined,
        });
      }
    }
  },
});
