import type { XmlDocument } from '../xml/index.js';
import type { RuleSettings } from './active-rules.js';
import type { EarlierVersion } from './earlier-version.js';
import type { FileAccess } from './files/file-glance.js';
import type { WebAnswers } from './web-answer.js';

/** A document of the project, with the address that relative pointers are resolved against. */
export interface IntegrityDocument {
  /** Path of the file, with `/` between its parts; all documents' paths are absolute, or relative to one folder. */
  readonly path: string;
  readonly document: XmlDocument;
}

/** What an integrity check may ask about. */
export interface IntegrityOptions {
  /** The paths to report on; the other documents serve to resolve pointers. All, where it is left out. */
  readonly report?: ReadonlySet<string>;
  /** Whether there is a file that is not among the documents (an image, a schema). Without it none is taken to be. */
  readonly fileExists?: (path: string) => boolean;
  /** Looks at such files; by default at those on disk. */
  readonly files?: FileAccess | undefined;
  /** What the project was before, where that is known. */
  readonly earlier?: EarlierVersion | undefined;
  /** What the web answered, where it was asked. */
  readonly web?: WebAnswers | undefined;
  /** What the configuration says of rules; their defaults, where it is left out. */
  readonly rules?: RuleSettings | undefined;
}
