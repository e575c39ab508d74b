import { LineTable } from './line-table.js';
import type { PlacedSource } from './source-text.js';
import type { TextWindow } from './text-window.js';
import type { Position } from './tree.js';

/** A file that is read part by part: it knows where lines begin, and of its text only what is at hand. */
export class StreamedSource implements PlacedSource {
  readonly lines = new LineTable();
  window: TextWindow | undefined;
  readonly reading = {
    positionAt: (offset: number): Position => this.lines.positionAt(offset),
    slice: (start: number, end: number): string | undefined => {
      const { base = 0, text = '' } = this.window ?? {};
      if (start < base || end > base + text.length) return undefined;
      return text.slice(start - base, end - base);
    },
  };

  constructor(readonly file: string) {}
}
