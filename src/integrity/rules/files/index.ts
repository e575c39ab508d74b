// Files that documents point to: images, sounds and films are what they are said to be.
import type { AnyRule } from '../../rule.js';
import { brokenFile } from './broken-file.js';
import { fileNameCase } from './file-name-case.js';
import { fileType } from './file-type.js';
import { imageSize } from './image-size.js';
import { zoneOutsideImage } from './zone-outside-image.js';

export const fileRules: readonly AnyRule[] = [
  brokenFile,
  fileType,
  fileNameCase,
  imageSize,
  zoneOutsideImage,
];
