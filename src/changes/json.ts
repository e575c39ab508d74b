import type { Changes } from './changes.js';

/** The version of the form; it counts up when what is in it means something else. */
const version = 1;

/** All that is known of a change, for other programs. */
export function changesAsJson(changes: Changes): string {
  return `${JSON.stringify({ version, ...changes }, undefined, 2)}\n`;
}
