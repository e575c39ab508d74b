/** The colours of a map by what they colour. */
export interface Palette {
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly graticule: string;
  readonly frame: string;
  readonly river: string;
  /** Names and points. */
  readonly ink: string;
  /** What is said in passing: degrees, the scale, leaders. */
  readonly muted: string;
  /** Lines, arrows and letters. */
  readonly line: string;
  /** Regions. */
  readonly tint: string;
}

/** For the screen by day; a page sets others by custom properties. */
export const screenPalette: Palette = {
  sea: '#e2ebef',
  land: '#f8f5ee',
  coast: '#8d9ba1',
  graticule: '#c9d3d6',
  frame: '#a9a294',
  river: '#4f86a8',
  ink: '#24211c',
  muted: '#6a655b',
  line: '#8c2f2b',
  tint: '#a8761c',
};

/** For paper: tells everything apart in black and white. */
export const printPalette: Palette = {
  sea: '#e9eef0',
  land: '#ffffff',
  coast: '#7a8286',
  graticule: '#d3d9db',
  frame: '#4a4a4a',
  river: '#4a7c9b',
  ink: '#111111',
  muted: '#555555',
  line: '#1f1f1f',
  tint: '#6d6d6d',
};
