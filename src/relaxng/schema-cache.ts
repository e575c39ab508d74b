import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, replaceFile } from '../files/index.js';

/** Where simplified schemas are kept from one run to the next; whoever has one says where. */
export interface SchemaCache {
  /** What was kept under a key, or `undefined`. */
  read(key: string): string | undefined;
  /** Keeps a text under a key: letters and digits, so that it can be the name of a file. */
  write(key: string, text: string): void;
}

const extension = '.schema';
/** So many schemas are kept, and so many bytes of them: those written last. */
const mostEntries = 32;
const mostBytes = 64 * 2 ** 20;

/**
 * Schemas kept in a folder, a file each. A file begins with the digest of what follows: one that is damaged, or is
 * not ours, is as good as none. A folder that cannot be read or written is no misfortune: the next run reads the
 * schema itself.
 *
 * @param folder where; it is made when there is something to keep
 */
export function fileSchemaCache(folder: string): SchemaCache {
  return {
    read(key) {
      try {
        const kept = readFileSync(join(folder, key + extension), 'utf8');
        const text = kept.slice(digestLength + 1);
        return kept === withDigest(text) ? text : undefined;
      } catch {
        return undefined;
      }
    },
    write(key, text) {
      try {
        if (!existsSync(folder)) {
          makeFolder(folder);
          // What is kept here is nothing to be committed with a project.
          writeFileSync(join(folder, '.gitignore'), '*\n');
        }
        replaceFile(join(folder, key + extension), withDigest(text));
        forgetOldest(folder);
      } catch {
        // Nothing is kept, then.
      }
    },
  };
}

const digestLength = 64;

function withDigest(text: string): string {
  return `${createHash('sha256').update(text).digest('hex')}\n${text}`;
}

function forgetOldest(folder: string): void {
  const aged = readdirSync(folder)
    // Those too that a process which was killed left beside their place.
    .filter((name) => name.includes(extension))
    .map((name) => {
      const { mtimeMs, size } = statSync(join(folder, name));
      return { name, size, written: mtimeMs };
    })
    .sort((a, b) => b.written - a.written);
  let bytes = 0;
  for (const [index, { name, size }] of aged.entries()) {
    bytes += size;
    if (index > 0 && (index >= mostEntries || bytes > mostBytes)) forget(join(folder, name));
  }
}

function forget(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Another process may be at it; the next one will forget it.
  }
}
