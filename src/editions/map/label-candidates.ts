import type { Candidate } from './label-placement.js';
import type { Box, Label, Point } from './map-drawing.js';

/** The room that a label's text needs. */
export interface TextRoom {
  readonly width: number;
  readonly fontSize: number;
}

const ascent = 0.86;
const descent = 0.28;

/** Beside a point, in the order in which map makers prefer (Imhof, "Positioning names on maps", 1975): right first. */
const besides: readonly (readonly [x: number, y: number, cost: number])[] = [
  [1, 0, 0],
  [1, -1, 0.3],
  [1, 1, 0.5],
  [-1, 0, 0.6],
  [-1, -1, 0.7],
  [-1, 1, 0.8],
  [0, -1, 1],
  [0, 1, 1.2],
];

const leaderLengths = [1.3, 2.2, 3.6, 5.6];
const leaderAngles = 12;

/** Ways to label a point: right beside it, else at the end of a leader. */
export function pointCandidates(at: Point, dot: number, room: TextRoom): Candidate[] {
  const height = room.fontSize * (ascent + descent);
  const gap = dot + room.fontSize * 0.28;
  const near = besides.map(([x, y, cost]) => {
    const slant = x !== 0 && y !== 0 ? 0.72 : 1;
    return {
      label: labelAt([at[0] + x * gap * slant, at[1] + y * gap * slant], [x, y], room, undefined),
      cost,
    };
  });
  const far = leaderLengths.flatMap((length) =>
    Array.from({ length: leaderAngles }, (_, step) => {
      const angle = (2 * Math.PI * step) / leaderAngles;
      const [x, y] = [Math.cos(angle), Math.sin(angle)];
      const reach = length * height;
      const end: Point = [at[0] + x * reach, at[1] + y * reach];
      const start: Point = [at[0] + x * (dot + 1.5), at[1] + y * (dot + 1.5)];
      const side = Math.abs(x) < 0.35 ? 0 : Math.sign(x);
      const toward: Point = [side, side === 0 ? Math.sign(y) : 0];
      return { label: labelAt(end, toward, room, [start, end]), cost: 6 + length };
    }),
  );
  return [...near, ...far];
}

/** A label whose box has the side or corner opposite to a direction at an anchor. */
function labelAt(
  base: Point,
  [x, y]: Point,
  room: TextRoom,
  leader: readonly [Point, Point] | undefined,
): Label {
  const height = room.fontSize * (ascent + descent);
  // A leader ends a little before the letters.
  const space = leader === undefined ? 0 : 3;
  const left = base[0] + x * space + ((x - 1) / 2) * room.width;
  const top = base[1] + y * (space / 2) + ((y - 1) / 2) * height;
  const anchor = x > 0 ? 'start' : x < 0 ? 'end' : 'middle';
  return {
    at: [left + ((1 - x) / 2) * room.width, top + room.fontSize * ascent],
    anchor,
    box: { x: left, y: top, width: room.width, height },
    leader,
  };
}

/** Ways to name a river along its course: on either side of it, best near its middle. */
export function courseCandidates(course: readonly Point[], room: TextRoom): Candidate[] {
  const height = room.fontSize * (ascent + descent);
  return stations(course, 24).flatMap(({ at, part, normal }) =>
    [1, -1].map((side) => {
      const [x, y] = [normal[0] * side, normal[1] * side];
      const away = 3 + (Math.abs(x) * room.width + Math.abs(y) * height) / 2;
      const box: Box = {
        x: at[0] + x * away - room.width / 2,
        y: at[1] + y * away - height / 2,
        width: room.width,
        height,
      };
      return {
        label: {
          at: [at[0] + x * away, box.y + room.fontSize * ascent] as const,
          anchor: 'middle' as const,
          box,
          leader: undefined,
        },
        cost: Math.abs(part - 0.5) * 2,
      };
    }),
  );
}

/**
 * Ways to put a letter on a line: where it has room, best near the middle; where the line is too short, at the end of
 * a leader.
 */
export function keyCandidates(line: readonly Point[], half: number): Candidate[] {
  // On a short line a letter would hide what it stands for.
  return keysAlong(line, half, lengthOf(line) < 7 * half ? 6 : 0);
}

/** Ways to put a letter into a region, along a line through it; where it has no room there, at the end of a leader. */
export function insideKeyCandidates(line: readonly Point[], half: number): Candidate[] {
  return keysAlong(line, half, 0);
}

function keysAlong(line: readonly Point[], half: number, hiding: number): Candidate[] {
  const along = stations(line, 24);
  const middle = along[Math.floor(along.length / 2)]?.at ?? line[0];
  return [
    ...along.map(({ at, part }) => ({
      label: keyLabel(at, half),
      cost: hiding + Math.abs(part - 0.5) * 2,
    })),
    ...(middle === undefined ? [] : keyCandidatesBeside(middle, half)),
  ];
}

/**
 * Ways to put a letter on the outline of a region: best away from the places in it, which have names of their own.
 * @param dots the places
 * @param ample from this distance on, a place does not matter
 */
export function outlineKeyCandidates(
  outline: readonly Point[],
  half: number,
  dots: readonly Point[],
  ample: number,
): Candidate[] {
  return stations(outline, 40).map(({ at }) => ({
    label: keyLabel(at, half),
    cost: dots.reduce((cost, [x, y]) => {
      const distance = Math.hypot(at[0] - x, at[1] - y);
      return cost + Math.max(0, 1 - distance / ample) * 2;
    }, 0),
  }));
}

/** Ways to put a letter beside what is too small to hold it. */
export function keyCandidatesBeside(at: Point, half: number): Candidate[] {
  return [1.4, 2.4, 3.8].flatMap((length) =>
    Array.from({ length: leaderAngles }, (_, step) => {
      const angle = (2 * Math.PI * step) / leaderAngles;
      const [x, y] = [Math.cos(angle), Math.sin(angle)];
      const middle: Point = [at[0] + x * length * 2 * half, at[1] + y * length * 2 * half];
      const rim: Point = [middle[0] - x * half, middle[1] - y * half];
      return {
        label: { ...keyLabel(middle, half), leader: [at, rim] as const },
        cost: 2 + length,
      };
    }),
  );
}

function keyLabel(at: Point, half: number): Label {
  const room = half + 1;
  return {
    at,
    anchor: 'middle',
    box: { x: at[0] - room, y: at[1] - room, width: 2 * room, height: 2 * room },
    leader: undefined,
  };
}

function lengthOf(line: readonly Point[]): number {
  return line.reduce((length, [x, y], index) => {
    const before = line[index - 1];
    return before === undefined ? 0 : length + Math.hypot(x - before[0], y - before[1]);
  }, 0);
}

/** Points at equal distances along a line, with the part of the way and the direction across. */
function stations(line: readonly Point[], count: number) {
  const lengths = line.map((point, index) => {
    const before = line[index - 1] ?? point;
    return Math.hypot(point[0] - before[0], point[1] - before[1]);
  });
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const found: { at: Point; part: number; normal: Point }[] = [];
  for (let step = 1; step < count; step++) {
    const part = step / count;
    let rest = whole * part;
    let index = 1;
    while (index < line.length - 1 && rest > (lengths[index] as number))
      rest -= lengths[index++] as number;
    const [a, b] = [line[index - 1], line[index]];
    if (a === undefined || b === undefined) break;
    const length = lengths[index] || 1;
    const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    found.push({ at: [a[0] + dx * rest, a[1] + dy * rest], part, normal: [-dy, dx] });
  }
  return found;
}
