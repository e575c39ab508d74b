import { createRequire } from 'node:module';
import type { FileGlance } from './file-glance.js';

/** The size of an image in pixels. */
export interface ImageDimensions {
  readonly width: number;
  readonly height: number;
  /** Whether it says of itself that it is to be shown lying on its side, so that its width is its height. */
  readonly isTurned: boolean;
}

let library: typeof import('image-size') | undefined;

/**
 * Reads the size of an image.
 *
 * @returns `undefined` where it cannot be read; of an SVG too, which has none of its own
 */
export function imageDimensions({ head }: FileGlance): ImageDimensions | undefined {
  library ??= createRequire(import.meta.url)('image-size') as typeof import('image-size');
  try {
    const { width, height, orientation = 1, type } = library.imageSize(head);
    if (type === 'svg' || width <= 0 || height <= 0) return undefined;
    return { width, height, isTurned: orientation >= 5 };
  } catch {
    return undefined;
  }
}
