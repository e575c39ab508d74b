import { homedir } from 'node:os';
import { join } from 'node:path';
import { isFolder } from './source-files.js';

/**
 * Where what has been made of schemas and stylesheets is kept from one run to the next: in the project's own
 * `.imprimatur/cache` where there is a project, else in the user's cache folder. Nothing is made here, and what lies
 * there can be deleted at any time.
 *
 * @param root the folder that would hold `tei/`
 * @param environment `XDG_CACHE_HOME` (XDG Base Directory Specification) and, on Windows, `LOCALAPPDATA` say where a
 * user's caches lie
 */
export function cacheFolder(
  root: string,
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  return isFolder(join(root, 'tei'))
    ? join(root, '.imprimatur', 'cache')
    : join(userCaches(environment, platform), 'imprimatur');
}

function userCaches({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv, platform: string): string {
  // Relative paths there are invalid and to be ignored, says the XDG specification.
  if (XDG_CACHE_HOME?.startsWith('/')) return XDG_CACHE_HOME;
  if (platform === 'win32') return LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  return join(homedir(), '.cache');
}
