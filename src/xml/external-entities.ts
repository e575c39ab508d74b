import { realpathSync } from 'node:fs';
import { Failure } from '../problems/index.js';
import { firstForbiddenCharacter } from './characters.js';
import { normalizeLineEnds } from './cursor.js';
import { type FileAccess, isWithin, localFile } from './local-file.js';
import { readSource } from './read-source.js';
import type { SourceText } from './source-text.js';

/** Which external entities of a document may be read. */
export interface ExternalEntities {
  /** Absolute path of the document. */
  readonly path: string;
  readonly access: FileAccess;
  /** Absolute paths of the folders whose files may be read; none is read where there are none. */
  readonly folders: readonly string[];
  /** Hears the absolute path of each file that is read. */
  readonly onRead?: ((path: string) => void) | undefined;
}

/** The text of an external entity. */
export interface ExternalText {
  readonly kind: 'text';
  /** Absolute path of its file: what its own addresses are relative to. */
  readonly path: string;
  /** The file, line ends normalised. */
  readonly source: SourceText;
  /** Where the entity begins in it, after the text declaration [77]. */
  readonly start: number;
}

/** An external entity, or why it is not there: not to be read, or not as it should be. Sentences. */
export type ExternalEntity =
  | ExternalText
  | { readonly kind: 'unread' | 'fault'; readonly reason: string; readonly help: string };

const allow =
  'Allow it by "externalEntities" in imprimatur.config.json, or put the text into this document.';

/**
 * Reads an external entity (XML 1.0, section 4.2.2).
 *
 * @param system its system identifier
 * @param base absolute path of the file in which it is declared
 */
export function readExternalEntity(
  system: string,
  base: string,
  { access, folders, onRead }: ExternalEntities,
): ExternalEntity {
  if (folders.length === 0) {
    return {
      kind: 'unread',
      reason: `${system} is not read: external entities are not allowed.`,
      help: allow,
    };
  }
  const found = localFile(system.replace(/#.*$/s, ''), base, access);
  if (found.kind !== 'file') {
    const { reason, help } = found;
    return {
      kind: found.kind === 'network' || found.kind === 'outside' ? 'unread' : 'fault',
      reason,
      help,
    };
  }
  const { path, file } = found;
  const real = realpathSync(path);
  if (!folders.some((folder) => isWithin(real, realpathSync(folder)))) {
    return {
      kind: 'unread',
      reason: `${file} is not read: it lies in no folder that "externalEntities" allows.`,
      help: allow,
    };
  }
  let read: SourceText;
  try {
    read = readSource(path, file);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { kind: 'fault', reason: error.message, help: error.help ?? 'Check its permissions.' };
  }
  onRead?.(path);
  const [problem] = read.problems ?? [];
  if (problem !== undefined) {
    return {
      kind: 'fault',
      reason: `${file}: ${problem.message}`,
      help: problem.help ?? 'Save it as UTF-8.',
    };
  }
  const text = normalizeLineEnds(read.text);
  if (firstForbiddenCharacter(text) !== -1) {
    return {
      kind: 'fault',
      reason: `${file} has a character that no XML may contain.`,
      help: 'Delete it there.',
    };
  }
  const declaration = textDeclaration.exec(text)?.[0];
  if (declaration === undefined && /^<\?xml[ \t\n]/.test(text)) {
    return {
      kind: 'fault',
      reason: `The declaration at the beginning of ${file} is not as that of an entity should be.`,
      help: 'Write <?xml version="1.0" encoding="UTF-8"?>, or nothing.',
    };
  }
  return { kind: 'text', path, source: { file, text }, start: declaration?.length ?? 0 };
}

/** TextDecl [77]; an entity in XML 1.1 may hold what a document in 1.0 cannot. */
const textDeclaration =
  /^<\?xml(?:[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.(?!1["'])[0-9]+"|'1\.(?!1["'])[0-9]+'))?[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*')[ \t\n]*\?>/;
