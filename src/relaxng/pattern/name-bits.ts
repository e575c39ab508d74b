import { isOpen, listedNames, type NameClass } from './name-class.js';

// Names as bits of a word, so that where a name cannot be need not be searched.

/** The bit of a local name; different names may share one. */
export function nameBit(local: string): number {
  let hash = local.length;
  for (let at = 0; at < local.length; at++) hash = (Math.imul(hash, 31) + local.charCodeAt(at)) | 0;
  return 1 << ((hash ^ (hash >>> 15)) & 31);
}

/** The bits of all local names of a name class: every bit where names are left open. */
export function nameBits(nameClass: NameClass): number {
  if (isOpen(nameClass)) return -1;
  let bits = 0;
  for (const { local } of listedNames(nameClass)) bits |= nameBit(local);
  return bits;
}
