import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { makeFolder, replaceFile } from '../files/index.js';

/** A module of the CommonJS kind, loaded, and how what V8 has made of its code is kept. */
export interface LoadedModule {
  readonly exports: unknown;
  /** Keeps the code for the next process, with all functions that have been called so far. */
  keepCode(): void;
}

/**
 * Loads a large module with the code that an earlier process has left: V8 need not read its text again, nor compile
 * the functions that are going to be called.
 *
 * The code is kept beside the program itself and nowhere else: whoever could slip in another could change the program
 * as well. V8 takes only what was made by the same version with the same flags, of which the file's name tells; a
 * digest tells whether it is whole. Where nothing can be kept, the module is loaded as it is.
 *
 * @param file the module
 * @param name its name and version: V8 itself looks at no more of the text than how long it is
 * @param require what it loads others by
 * @param folder where the code is kept
 * @param module what gets its exports, for those that require it before it has run to its end
 */
export function loadWithKeptCode(
  file: string,
  name: string,
  require: (name: string) => unknown,
  folder: string,
  module: { exports: unknown } = { exports: {} },
): LoadedModule {
  const kept = join(folder, `${name}.${cachedDataVersionTag().toString(16)}.code`);
  const text = readFileSync(file, 'utf8');
  const cachedData = readCode(kept);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${text}\n})`,
    {
      filename: file,
      ...(cachedData === undefined ? {} : { cachedData }),
    },
  );
  const define = script.runInThisContext() as (...values: unknown[]) => void;
  define.call(module.exports, module.exports, require, module, file, dirname(file));
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;
  return {
    exports: module.exports,
    keepCode: () => {
      if (!isKept) writeCode(kept, script.createCachedData());
    },
  };
}

const digestLength = 32;

function digest(code: Uint8Array): Buffer {
  return createHash('sha256').update(code).digest();
}

function readCode(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const code = bytes.subarray(digestLength);
    return digest(code).equals(bytes.subarray(0, digestLength)) ? code : undefined;
  } catch {
    return undefined;
  }
}

function writeCode(path: string, code: Buffer): void {
  try {
    makeFolder(dirname(path));
    replaceFile(path, Buffer.concat([digest(code), code]));
  } catch {
    // Nothing is kept, then.
  }
}
