// Pointers: that they can be read, and lead somewhere.
import { danglingPointer } from './dangling-pointer.js';
import { malformedPointer } from './malformed-pointer.js';
import { missingFile } from './missing-file.js';

export const pointerRules = [danglingPointer, malformedPointer, missingFile];
