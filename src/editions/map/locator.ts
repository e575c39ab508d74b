import { squareAround } from './box.js';
import type { PointFeature } from './features.js';
import type { Coordinates } from './gazetteer.js';
import { pointCandidates } from './label-candidates.js';
import { placeLabels } from './label-placement.js';
import { landShape } from './land-shape.js';
import type { Box, Locator, Point } from './map-drawing.js';
import { closedPath } from './path-data.js';
import { placesOf, roomForNames } from './place-marks.js';
import { fitProjection, type Projection, project } from './projection.js';
import type { SheetFormat } from './sheet.js';

/** Draws the far places and the outline of the large map into a box. */
export function drawLocator(
  far: readonly PointFeature[],
  main: Projection,
  frame: Box,
  box: Box,
  format: SheetFormat,
): Locator {
  const rim = rimOf(main, frame);
  const margin = format.smallSize * 1.4;
  const projection = fitProjection([...far.map((feature) => feature.at), ...rim], {
    x: box.x + margin,
    y: box.y + margin,
    width: box.width - 2 * margin,
    height: box.height - 2 * margin,
  });
  const outline = rim.map((point) => project(projection, point));
  const points = far.map((feature) => project(projection, feature.at));
  const rooms = far.map((feature) => roomForNames(placesOf(feature), format.smallSize));
  const dot = format.dot * 0.8;
  const labels = placeLabels(
    points.map((point, index) => pointCandidates(point, dot, rooms[index] as (typeof rooms)[0])),
    {
      frame: box,
      taken: points.map((point) => squareAround(point, dot)),
      lines: [{ points: [...outline, outline[0] as Point], weight: 2 }],
    },
  );
  return {
    box,
    land: landShape(projection, box),
    outline: closedPath(outline),
    places: far.map((feature, index) => ({
      places: placesOf(feature),
      at: points[index] as Point,
      label: labels[index],
    })),
  };
}

/** The edge of the large map on the earth. */
function rimOf(main: Projection, frame: Box): Coordinates[] {
  const steps = 6;
  const [right, foot] = [frame.x + frame.width, frame.y + frame.height];
  const rim: Point[] = [];
  for (let step = 0; step < steps; step++) {
    const [x, y] = [(frame.width * step) / steps, (frame.height * step) / steps];
    rim.push([frame.x + x, frame.y], [right, frame.y + y], [right - x, foot], [frame.x, foot - y]);
  }
  const side = (index: number) => rim.filter((_, position) => position % 4 === index);
  return [...side(0), ...side(1), ...side(2), ...side(3)].map((point) => {
    const [longitude, latitude] = main.d3.invert?.([...point]) ?? [0, 0];
    return [longitude, latitude];
  });
}
