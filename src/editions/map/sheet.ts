/** The measures of a kind of drawing, in its units: on the screen one unit is one pixel. */
export interface SheetFormat {
  readonly name: SheetName;
  readonly width: number;
  readonly leastHeight: number;
  readonly greatestHeight: number;
  /** Room between the outermost places and the frame: most on the right, where names go first. */
  readonly margin: { readonly left: number; readonly right: number; readonly y: number };
  readonly fontSize: number;
  /** Of the legend. */
  readonly legendSize: number;
  /** Of degrees, the scale, and the names on the locator. */
  readonly smallSize: number;
  readonly dot: number;
  /** How far a region reaches around the places that bound it. */
  readonly reach: number;
  /** Whether meridians and parallels have their degrees written at the frame. */
  readonly degrees: boolean;
  readonly locator: { readonly width: number; readonly height: number };
  readonly legendColumns: number;
}

export type SheetName = 'wide' | 'narrow' | 'print';

export const sheetFormats: Readonly<Record<SheetName, SheetFormat>> = {
  wide: {
    name: 'wide',
    width: 720,
    leastHeight: 320,
    greatestHeight: 600,
    margin: { left: 64, right: 104, y: 50 },
    fontSize: 14,
    legendSize: 14,
    smallSize: 11,
    dot: 3.4,
    reach: 22,
    degrees: true,
    locator: { width: 164, height: 118 },
    legendColumns: 2,
  },
  narrow: {
    name: 'narrow',
    width: 320,
    leastHeight: 200,
    greatestHeight: 400,
    margin: { left: 22, right: 56, y: 32 },
    fontSize: 11.5,
    legendSize: 13,
    smallSize: 10,
    dot: 2.8,
    reach: 14,
    degrees: false,
    locator: { width: 104, height: 80 },
    legendColumns: 1,
  },
  print: {
    name: 'print',
    width: 480,
    leastHeight: 220,
    greatestHeight: 430,
    margin: { left: 44, right: 76, y: 38 },
    fontSize: 11,
    legendSize: 10.5,
    smallSize: 8.5,
    dot: 2.6,
    reach: 16,
    degrees: true,
    locator: { width: 124, height: 92 },
    legendColumns: 2,
  },
};

/** Half the width of the disc that a letter of the legend stands on. */
export function keyRadius(format: SheetFormat): number {
  return format.fontSize * 0.58;
}
