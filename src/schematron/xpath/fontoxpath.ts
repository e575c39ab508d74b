import { createRequire } from 'node:module';

type FontoXPath = typeof import('fontoxpath');

let loaded: FontoXPath | undefined;

/** fontoxpath, loaded when something is first asked of it: plain expressions do without. */
export function fontoxpath(): FontoXPath {
  loaded ??= createRequire(import.meta.url)('fontoxpath') as FontoXPath;
  return loaded;
}
