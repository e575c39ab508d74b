import { isSpace } from './characters.js';
import type { Complaints } from './complaints.js';
import type { Cursor } from './cursor.js';

/**
 * Reads XMLDecl [23] where the document begins with one. The encoding has served when the bytes were decoded.
 *
 * @returns whether it says `standalone="yes"`
 */
export function readXmlDeclaration(cursor: Cursor, complaints: Complaints): boolean {
  if (!cursor.text.startsWith('<?xml') || !isSpace(cursor.text.charCodeAt(5))) return false;
  cursor.pos = 5;
  const version = pseudoAttribute(cursor, complaints, 'version');
  if (version === undefined) {
    complaints.stop({ start: 0, end: 5 }, 'The XML declaration does not begin with its version.', {
      help: 'Write <?xml version="1.0" encoding="UTF-8"?>.',
    });
  }
  if (!/^1\.[0-9]+$/.test(version)) {
    complaints.stop(
      { start: cursor.pos - version.length - 1, end: cursor.pos - 1 },
      `"${version}" is no version of XML.`,
      { help: 'Write version="1.0".' },
    );
  }
  const encoding = pseudoAttribute(cursor, complaints, 'encoding');
  if (encoding !== undefined && !/^[A-Za-z][A-Za-z0-9._-]*$/.test(encoding)) {
    complaints.stop(
      { start: cursor.pos - encoding.length - 1, end: cursor.pos - 1 },
      `"${encoding}" is no name of an encoding.`,
      { help: 'Write encoding="UTF-8".' },
    );
  }
  const standalone = pseudoAttribute(cursor, complaints, 'standalone');
  if (standalone !== undefined && standalone !== 'yes' && standalone !== 'no') {
    complaints.stop(
      { start: cursor.pos - standalone.length - 1, end: cursor.pos - 1 },
      `standalone is "yes" or "no", not "${standalone}".`,
    );
  }
  cursor.space();
  if (!cursor.accept('?>')) {
    complaints.stop(
      { start: cursor.pos, end: cursor.pos + 1 },
      'The XML declaration holds version, then encoding, then standalone, and closes with ?>.',
      { help: 'Write <?xml version="1.0" encoding="UTF-8"?>.' },
    );
  }
  return standalone === 'yes';
}

function pseudoAttribute(cursor: Cursor, complaints: Complaints, name: string): string | undefined {
  const start = cursor.pos;
  const spaced = cursor.space();
  if (!spaced || !cursor.accept(name)) {
    cursor.pos = start;
    return undefined;
  }
  cursor.space();
  if (cursor.accept('=')) {
    cursor.space();
    const value = cursor.quoted();
    if (value !== undefined) return value;
  }
  return complaints.stop(
    { start: cursor.pos, end: cursor.pos + 1 },
    `${name} in the XML declaration needs = and a value in quotation marks.`,
  );
}
