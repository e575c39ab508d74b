import { posix } from 'node:path';
import type { FileAccess } from '../src/integrity/files/file-glance.js';

/** The bytes of a PNG image of a size in pixels: its header and its end (PNG Specification, section 11). */
export function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(8 + 25 + 12);
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.write('IEND', 37, 'latin1');
  return bytes;
}

/** The bytes of a JPEG image of a size in pixels: its frame and its end (ITU-T T.81, Annex B). */
export function jpeg(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(2 + 18 + 19 + 2);
  bytes.writeUInt16BE(0xffd8, 0);
  bytes.writeUInt16BE(0xffe0, 2);
  bytes.writeUInt16BE(16, 4);
  bytes.write('JFIF\0', 6, 'latin1');
  bytes.writeUInt16BE(0xffc0, 20);
  bytes.writeUInt16BE(17, 22);
  bytes.writeUInt8(8, 24);
  bytes.writeUInt16BE(height, 25);
  bytes.writeUInt16BE(width, 27);
  bytes.writeUInt16BE(0xffd9, bytes.length - 2);
  return bytes;
}

/** Files that are nowhere but here. */
export function filesOf(files: ReadonlyMap<string, Uint8Array>): FileAccess {
  return {
    glance: (path) => {
      const bytes = files.get(path);
      return bytes === undefined ? undefined : { size: bytes.length, head: bytes, tail: bytes };
    },
    namesIn: (folder) => {
      const within = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
      return new Set(within.map((path) => posix.relative(folder, path).split('/')[0] ?? ''));
    },
  };
}
