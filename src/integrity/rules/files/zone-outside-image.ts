import { posix } from 'node:path';
import {
  attribute,
  type PlacedSpan,
  placeAt,
  sourceOf,
  type XmlElement,
} from '../../../xml/index.js';
import { imageDimensions } from '../../files/image-dimensions.js';
import { mediaFact } from '../../files/media-pointer.js';
import { defineRule } from '../../rule.js';

/** The corners of a rectangle, from the upper left. */
type Box = readonly [left: number, top: number, right: number, bottom: number];

interface ZoneOnImage {
  readonly path: string;
  readonly boxes: readonly { readonly box: Box; readonly place: PlacedSpan }[];
}

/** By how much a zone may reach beyond its image, as a part of its size: outlines are drawn by hand. */
const slack = 0.02;

/**
 * Zones lie on their image: a corner is left of and above the one opposite, and where the surface has no coordinates of
 * its own, so that they count pixels, they lie within the image (TEI Guidelines, section 12.1).
 */
export const zoneOutsideImage = defineRule({
  code: 'integrity/zone-outside-image',
  severity: 'warning',
  read: ({ keep, report }) => ({
    elements: {
      zone: (zone) => {
        const box = boxOf(zone);
        if (box === undefined) return;
        const [left, top, right, bottom] = box;
        const wrong = [
          left > right ? (['lrx', 'ulx', 'left of'] as const) : undefined,
          top > bottom ? (['lry', 'uly', 'above'] as const) : undefined,
        ].find((each) => each !== undefined);
        if (wrong === undefined) return;
        const [far, near, where] = wrong;
        report(zone, attribute(zone, far)?.valueSpan ?? zone.startTag, {
          message: `The lower right corner of this zone lies ${where} its upper left one: @${far} is ${attribute(zone, far)?.value}, @${near} is ${attribute(zone, near)?.value}.`,
          help: 'Exchange the two, or mend the one that is wrong.',
        });
      },
    },
    pointer: (pointer) => {
      const fact = mediaFact(pointer);
      const surface = pointer.element.parent;
      if (fact === undefined || surface.kind !== 'element' || surface.name.local !== 'surface')
        return;
      // Coordinates of its own need not count pixels; of several images none says what is meant.
      if (['ulx', 'uly', 'lrx', 'lry', 'points'].some((name) => attribute(surface, name))) return;
      if (
        surface.children.filter(
          (child) => child.kind === 'element' && child.name.local === 'graphic',
        ).length > 1
      )
        return;
      const boxes = zonesOf(surface).flatMap((zone) => {
        const box = boxOf(zone) ?? boxOfPoints(zone);
        return box === undefined ? [] : [{ box, place: placeAt(sourceOf(zone), zone.startTag) }];
      });
      if (boxes.length > 0) keep({ path: fact.path, boxes } satisfies ZoneOnImage);
    },
  }),
  judge: (project) => {
    for (const subject of project.subjects) {
      for (const { path, boxes } of project.kept<ZoneOnImage>(subject)) {
        const glance = project.files.glance(path);
        const real = glance === undefined ? undefined : imageDimensions(glance);
        if (real === undefined) continue;
        const longest = Math.max(real.width, real.height);
        const [width, height] = real.isTurned ? [longest, longest] : [real.width, real.height];
        for (const { box, place } of boxes) {
          const [left, top, right, bottom] = box;
          const beyond =
            right > width * (1 + slack) ||
            bottom > height * (1 + slack) ||
            left < -width * slack ||
            top < -height * slack;
          if (!beyond) continue;
          project.report(subject, place, {
            message: `This zone reaches to ${right}, ${bottom}; ${posix.basename(path)} has ${real.width} × ${real.height} pixels.`,
            help: 'Mend the coordinates; where they count in another size, give it in @lrx and @lry of the <surface>.',
          });
        }
      }
    }
  },
});

/** The zones of a surface, those in zones too, but not those of surfaces within it. */
function zonesOf(parent: XmlElement): readonly XmlElement[] {
  return parent.children.flatMap((child) =>
    child.kind === 'element' && child.name.local === 'zone' ? [child, ...zonesOf(child)] : [],
  );
}

function boxOf(zone: XmlElement): Box | undefined {
  const [left, top, right, bottom] = ['ulx', 'uly', 'lrx', 'lry'].map((name) => {
    const value = attribute(zone, name)?.value.trim() ?? '';
    return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
  });
  if (left === undefined || top === undefined || right === undefined || bottom === undefined)
    return undefined;
  return [left, top, right, bottom];
}

function boxOfPoints(zone: XmlElement): Box | undefined {
  const points = attribute(zone, 'points')?.value.trim().split(/\s+/) ?? [];
  const pairs = points.map((point) => point.split(',').map(Number));
  if (pairs.length < 3 || pairs.some((pair) => pair.length !== 2 || pair.some(Number.isNaN)))
    return undefined;
  const [xs, ys] = [pairs.map(([x = 0]) => x), pairs.map(([, y = 0]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
