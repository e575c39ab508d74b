import type { LegendEntry, LegendLine } from './map-drawing.js';
import type { SheetFormat } from './sheet.js';
import { wrapText } from './text-width.js';

/** The legend below a map: entry by entry down one column and then the next. */
export interface LegendLayout {
  readonly lines: readonly LegendLine[];
  readonly height: number;
}

const lineHeight = 1.36;

/**
 * @param top where the legend begins
 */
export function layOutLegend(
  entries: readonly LegendEntry[],
  format: SheetFormat,
  top: number,
): LegendLayout {
  if (entries.length === 0) return { lines: [], height: 0 };
  const size = format.legendSize;
  const indent = size * 1.9;
  const gutter = size * 1.6;
  const columns = Math.min(format.legendColumns, entries.length);
  const columnWidth = (format.width - gutter * (columns - 1)) / columns;
  const wrapped = entries.map((entry) =>
    wrapText(entry.place.names.written.text, size, columnWidth - indent),
  );
  const heights = wrapped.map((lines) => size * (lines.length * lineHeight + 0.5));
  const whole = heights.reduce((sum, height) => sum + height, 0);
  const lines: LegendLine[] = [];
  let [column, y, lowest] = [0, 0, 0];
  for (const [index, entry] of entries.entries()) {
    const height = heights[index] as number;
    if (column < columns - 1 && y > 0 && y + height / 2 > whole / columns) {
      column++;
      y = 0;
    }
    const x = column * (columnWidth + gutter);
    const baseline = top + y + size;
    lines.push({
      entry,
      lines: wrapped[index] as string[],
      at: [x + indent, baseline],
      keyMark: [x + size * 0.75, baseline - size * 0.34],
    });
    y += height;
    lowest = Math.max(lowest, y);
  }
  return { lines, height: lowest };
}
