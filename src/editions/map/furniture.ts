import { lineCrosses, overlap, squareAround } from './box.js';
import type { Box, Point } from './map-drawing.js';

type Corner = readonly [x: 0 | 1, y: 0 | 1];

/** Bottom left first: where a reader looks for the scale and the locator. */
const corners: readonly Corner[] = [
  [0, 1],
  [1, 1],
  [0, 0],
  [1, 0],
];

/** What stands in a frame already. */
export interface Content {
  readonly points: readonly Point[];
  readonly lines: readonly (readonly Point[])[];
  readonly boxes: readonly Box[];
  /** How much room a point wants around it. */
  readonly room: number;
}

/** The corner of a frame where a box hides least, and how much it hides there: 0 where nothing. */
export function freestCorner(
  size: { readonly width: number; readonly height: number },
  frame: Box,
  content: Content,
): { readonly box: Box; readonly hidden: number } {
  let best: { box: Box; hidden: number } | undefined;
  for (const [x, y] of corners) {
    const box: Box = {
      x: frame.x + x * (frame.width - size.width),
      y: frame.y + y * (frame.height - size.height),
      width: size.width,
      height: size.height,
    };
    const hidden =
      content.boxes.filter((other) => overlap(box, other)).length * 10 +
      content.points.filter((point) => overlap(box, squareAround(point, content.room))).length +
      content.lines.filter((line) => lineCrosses(line, box)).length;
    if (best === undefined || hidden < best.hidden) best = { box, hidden };
  }
  return best as { box: Box; hidden: number };
}

/** Round lengths in kilometres: 1, 2 or 5 and noughts. */
export function roundKilometres(greatest: number): number {
  const power = 10 ** Math.floor(Math.log10(greatest));
  const lead = greatest / power;
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
}
