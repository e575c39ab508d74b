// Pointers: that they can be read, lead somewhere, and to the right kind of thing.
import { danglingPointer } from './dangling-pointer.js';
import { deadLink } from './dead-link.js';
import { externalLink } from './external-link.js';
import { malformedPointer } from './malformed-pointer.js';
import { missingFile } from './missing-file.js';
import { pointerKind } from './pointer-kind.js';

export const pointerRules = [
  danglingPointer,
  deadLink,
  externalLink,
  malformedPointer,
  missingFile,
  pointerKind,
];
