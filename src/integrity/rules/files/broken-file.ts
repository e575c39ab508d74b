import { posix } from 'node:path';
import type { FileGlance } from '../../files/file-glance.js';
import { imageDimensions } from '../../files/image-dimensions.js';
import { type MediaFact, mediaFact } from '../../files/media-pointer.js';
import { beginning, typeOfBytes, typeOfName } from '../../files/media-type.js';
import { defineRule } from '../../rule.js';

/** The files of images, sounds and films are whole: not empty, not cut off, and not something else in their place. */
export const brokenFile = defineRule({
  code: 'integrity/broken-file',
  severity: 'error',
  read: ({ keep }) => ({
    pointer: (pointer) => {
      const fact = mediaFact(pointer);
      if (fact !== undefined) keep(fact);
    },
  }),
  judge: (project) => {
    for (const subject of project.subjects) {
      for (const { path, place } of project.kept<MediaFact>(subject)) {
        const glance = project.files.glance(path);
        const fault = glance === undefined ? undefined : faultOf(path, glance);
        if (fault === undefined) continue;
        const [why, help] = fault;
        project.report(subject, place, { message: `${posix.basename(path)} ${why}.`, help });
      }
    }
  },
});

const again = 'Put the file there once more, from where it came.';

function faultOf(path: string, glance: FileGlance): readonly [string, string] | undefined {
  const { size, head } = glance;
  if (size === 0) return ['is empty', again];
  const text = beginning(head);
  if (text.startsWith('version https://git-lfs.github.com/spec/'))
    return ['is a pointer of Git LFS, and not the file itself', 'Fetch it: git lfs pull.'];
  const type = typeOfBytes(head);
  const named = typeOfName(path);
  if (type === undefined) {
    if (named === undefined) return undefined;
    if (/^\s*(<!doctype html|<html)/i.test(text))
      return ['is a page of HTML: what a server answered in its place', again];
    return named.name === 'SVG' || named.name === 'MP3' || named.name === 'MP4'
      ? undefined
      : [`does not begin as ${named.name} does, and as nothing else that is known`, again];
  }
  if (endsEarly(type.name, glance))
    return [`is cut off: it does not end as ${type.name} does`, again];
  const sized = ['PNG', 'JPEG', 'GIF', 'TIFF', 'WebP', 'BMP'].includes(type.name);
  // The directory of a TIFF may stand at its end, beyond what was read.
  const isKnown = !sized || (type.name === 'TIFF' && size > head.length);
  if (isKnown || imageDimensions(glance) !== undefined) return undefined;
  // A size that stands behind long profiles has not been read.
  return size > head.length ? undefined : ['is broken: its size cannot be read', again];
}

/** Whether an image lacks the mark that its format ends with; what others have put behind it does not count. */
function endsEarly(type: string, { tail, size }: FileGlance): boolean {
  const mark = { PNG: 'IEND', JPEG: '\xff\xd9', GIF: '\x3b' }[type];
  return mark !== undefined && size > 0 && !Buffer.from(tail).includes(Buffer.from(mark, 'latin1'));
}
