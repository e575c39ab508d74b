// The map of the places and lines that a document names: from its registers to an SVG, drawn when built.
// `drawMap` decides what stands where, as plain data; `mapForScreen` and `mapForPrint` write it as SVG.
export { drawMap, hasMap, loadCoast, type MapInput } from './draw-map.js';
export type { LegendEntry, MapDrawing, Sheet, Unplaced } from './map-drawing.js';
export { mapForPrint } from './map-for-print.js';
export { mapForScreen, sheetsForScreen } from './map-for-screen.js';
