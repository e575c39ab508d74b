import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/**
 * A file of an installed font package, by its path in the package. It is found beside the package's own entry, since
 * not every package exports its files.
 */
export function fontFile(packageName: string, path: string): Uint8Array {
  return readFileSync(join(packageFolder(packageName), path));
}

/** The licence of an installed font package, which goes wherever its fonts go. */
export function fontLicence(packageName: string): string {
  return readFileSync(join(packageFolder(packageName), 'LICENSE'), 'utf8');
}

function packageFolder(name: string): string {
  const entry = require.resolve(name);
  const folder = join('node_modules', ...name.split('/'));
  return entry.slice(0, entry.lastIndexOf(folder) + folder.length);
}

/** The subsetter, loaded when a page first needs it. */
let subsetter: Promise<typeof subsetFont> | undefined;

export function loadSubsetter(): Promise<typeof subsetFont> {
  subsetter ??= import('subset-font').then((module) => module.default);
  return subsetter;
}

/** Loads what `webFonts` needs ahead of its first call. */
export async function loadFonts(): Promise<void> {
  await loadSubsetter();
}
