import type { Names } from './gazetteer.js';
import type { SheetName } from './sheet.js';

/** A point of a drawing, in its units: x to the right, y downwards. */
export type Point = readonly [x: number, y: number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A name of a place on the map. */
export interface LabelledPlace {
  readonly id: string;
  /** The register's `type`; empty where there is none. */
  readonly type: string;
  readonly names: Names;
}

/** A label: one line of text. */
export interface Label {
  /** On the base line, where the text begins, has its middle or ends. */
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  /** From the thing to its label, where they stand apart. */
  readonly leader: readonly [Point, Point] | undefined;
  readonly box: Box;
}

/** One or more places at one point, with their names in one label. */
export interface PlaceMark {
  readonly places: readonly LabelledPlace[];
  readonly at: Point;
  /** Absent where there was no room for it. */
  readonly label: Label | undefined;
}

/** What a shape shows; it decides how the shape is drawn. */
export type ShapeKind =
  | 'river'
  | 'course'
  | 'line'
  | 'direction'
  | 'region'
  | 'surroundings'
  | 'side'
  | 'bank';

/** A river, line, direction or region. */
export interface Shape {
  readonly kind: ShapeKind;
  readonly place: LabelledPlace;
  /** The letter that stands for the place in the drawing and in the legend. */
  readonly key: string | undefined;
  /** Of the letter, whose middle it gives, or of the name where the shape has no letter. */
  readonly label: Label | undefined;
  /** Path data of SVG. */
  readonly paths: readonly string[];
  /** Outlines of arrow heads: path data. */
  readonly heads: readonly string[];
  /** Of a region to one side of a line: from the line to where it fades. */
  readonly fade: readonly [Point, Point] | undefined;
}

/** Land as path data of SVG; `coast` only where it is not the outline of the land. */
export interface LandShape {
  readonly land: string;
  readonly coast: string | undefined;
}

/** A meridian or parallel with its degree. */
export interface GraticuleLine {
  readonly path: string;
  /** `38° N` */
  readonly text: string;
  readonly at: Point | undefined;
}

export interface ScaleBar {
  readonly at: Point;
  /** In units of the drawing. */
  readonly length: number;
  readonly kilometres: number;
}

/** A small map that shows where the large one lies, and the places too far away for it. */
export interface Locator {
  readonly box: Box;
  readonly land: LandShape;
  /** The outline of the large map. */
  readonly outline: string;
  readonly places: readonly PlaceMark[];
}

export interface LegendLine {
  readonly entry: LegendEntry;
  /** The name, broken into lines. */
  readonly lines: readonly string[];
  /** Where the first line begins, on its base line. */
  readonly at: Point;
  /** The middle of the letter. */
  readonly keyMark: Point;
}

/** What a letter on the map stands for. */
export interface LegendEntry {
  readonly key: string;
  readonly kind: ShapeKind;
  readonly place: LabelledPlace;
}

/** A map for one width: all positions in units of the drawing. */
export interface Sheet {
  readonly name: SheetName;
  readonly width: number;
  readonly height: number;
  /** The map itself; the legend stands below it. */
  readonly frame: Box;
  readonly land: LandShape;
  readonly graticule: readonly GraticuleLine[];
  readonly shapes: readonly Shape[];
  readonly places: readonly PlaceMark[];
  readonly locator: Locator | undefined;
  readonly scaleBar: ScaleBar | undefined;
  readonly legend: readonly LegendLine[];
}

/** A place that the document names and the map does not show. */
export interface Unplaced {
  readonly place: LabelledPlace;
  /** A country is no point; of the others the registers do not say where they are. */
  readonly reason: 'country' | 'no-coordinates';
}

/** The map of a document. */
export interface MapDrawing {
  /** One for print; for the screen a wide and a narrow one. */
  readonly sheets: readonly Sheet[];
  readonly legend: readonly LegendEntry[];
  readonly unplaced: readonly Unplaced[];
  /** How the earth is laid flat, for a caption: `Lambert conformal conic projection`. */
  readonly projection: string;
}
