import { posix } from 'node:path';
import type { XmlElement } from '../../../xml/index.js';
import { imageDimensions } from '../../files/image-dimensions.js';
import {
  type AttributeFact,
  attributeFact,
  type MediaFact,
  mediaFact,
} from '../../files/media-pointer.js';
import { defineRule } from '../../rule.js';

interface SizedImage extends MediaFact {
  readonly width?: AttributeFact | undefined;
  readonly height?: AttributeFact | undefined;
  /** Whether it is a facsimile, whose size is that of its pixels; elsewhere it is the size in which it is to be shown. */
  readonly isFacsimile: boolean;
}

/**
 * `@width` and `@height` of an image in a facsimile are its own, in pixels, where they have no other unit; elsewhere, where
 * they say how large it is to be shown, they do not distort it (TEI Guidelines, sections 3.10 and 12.1).
 */
export const imageSize = defineRule({
  code: 'integrity/image-size',
  severity: 'warning',
  read: ({ keep }) => ({
    pointer: (pointer) => {
      const fact = mediaFact(pointer);
      if (fact === undefined) return;
      const width = attributeFact(pointer.element, 'width');
      const height = attributeFact(pointer.element, 'height');
      if (width === undefined && height === undefined) return;
      const isFacsimile = isIn(pointer.element, 'facsimile') || isIn(pointer.element, 'sourceDoc');
      keep({
        ...fact,
        ...(width !== undefined && { width }),
        ...(height !== undefined && { height }),
        isFacsimile,
      } satisfies SizedImage);
    },
  }),
  judge: (project) => {
    for (const subject of project.subjects) {
      for (const { path, width, height, isFacsimile } of project.kept<SizedImage>(subject)) {
        const given = { width: pixels(width), height: pixels(height) };
        if (given.width === undefined && given.height === undefined) continue;
        const glance = project.files.glance(path);
        const real = glance === undefined ? undefined : imageDimensions(glance);
        if (real === undefined) continue;
        const name = posix.basename(path);
        const size = `${real.width} × ${real.height} pixels`;
        const shown = real.isTurned ? { width: real.height, height: real.width } : real;
        if (!isFacsimile) {
          if (given.width === undefined || given.height === undefined || width === undefined)
            continue;
          const stretch = (given.width / given.height) * (shown.height / shown.width);
          if (stretch > 0.95 && stretch < 1.05) continue;
          project.report(subject, width.place, {
            message: `${name} has ${size}; ${given.width} × ${given.height} would distort it.`,
            help: `Leave one of the two out, or write height="${Math.round((given.width * shown.height) / shown.width)}px".`,
          });
          continue;
        }
        for (const [side, fact] of [
          ['width', width],
          ['height', height],
        ] as const) {
          const said = given[side];
          // How a camera was held counts for some programs, and for others not.
          if (
            fact === undefined ||
            said === undefined ||
            said === real[side] ||
            said === shown[side]
          )
            continue;
          project.report(subject, fact.place, {
            message: `@${side} says ${said} pixels; ${name} has ${size}.`,
            help: `Write "${shown[side]}px"; the coordinates of zones may count in the wrong size too.`,
            fix: real.isTurned ? undefined : `${shown[side]}px`,
          });
        }
      }
    }
  },
});

/** A size in pixels, also where no unit is given; `undefined` in any other. */
function pixels(fact: AttributeFact | undefined): number | undefined {
  const found = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(fact?.value ?? '')?.[1];
  return found === undefined || Number(found) === 0 ? undefined : Number(found);
}

function isIn(element: XmlElement, name: string): boolean {
  for (let node = element.parent; node.kind === 'element'; node = node.parent)
    if (node.name.local === name) return true;
  return false;
}
