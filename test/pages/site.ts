import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, loadProject } from '../../src/index.js';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** A published site in a temporary folder. */
export interface Site {
  /** The folder, absolute. */
  readonly folder: string;
  /** Its files, relative to the folder, with `/`, sorted. */
  readonly files: readonly string[];
  remove(): void;
}

/** Publishes this repository's own edition, all of it, as a user's build does. */
export async function publishSite(): Promise<Site> {
  const parent = mkdtempSync(join(tmpdir(), 'imprimatur-site-'));
  const folder = join(parent, 'dist');
  const { validation, published } = await build(loadProject(project), { out: folder });
  if (published === undefined) {
    throw new Error(`Nothing was published: ${validation.problems[0]?.message}`);
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort();
  return { folder, files, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
