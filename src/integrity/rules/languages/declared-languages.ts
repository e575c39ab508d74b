import { attribute, type XmlElement } from '../../../xml/index.js';
import type { Listeners } from '../../rule.js';
import { languageTagFault } from './well-formed-tag.js';

/** A language that the header declares. */
export interface DeclaredLanguage {
  /** In lower case. */
  readonly tag: string;
  readonly written: string;
  readonly element: XmlElement;
}

/** A language that the text of a document is said to be in. */
export interface UsedLanguage {
  readonly written: string;
  /** The first element that is. */
  readonly element: XmlElement;
  times: number;
}

/** The languages that a document declares and those that it uses. */
export interface LanguagesOfDocument {
  readonly declared: DeclaredLanguage[];
  /** By tags in lower case: `@xml:lang` within the text, and in force on it. */
  readonly used: Map<string, UsedLanguage>;
  /** Whether a text begins in a language that nothing states. */
  hasUnstated: boolean;
}

/** What encodes a source, or transcribes it, besides the header (TEI Guidelines, section 4). */
const texts = ['text', 'sourceDoc', 'standOff'];

/**
 * Listens for the languages of a document: `langUsage/language/@ident` in its header, and `@xml:lang` in its text; the
 * header itself may be in any (TEI Guidelines, section 2.4.2). Where one of the tags is none, which is told of itself,
 * nobody can say what is declared and used.
 */
export function hearLanguages(judge: (languages: LanguagesOfDocument) => void): Listeners {
  const languages: LanguagesOfDocument = { declared: [], used: new Map(), hasUnstated: false };
  let inText = 0;
  const use = (written: string, element: XmlElement): void => {
    const tag = written.toLowerCase();
    const known = languages.used.get(tag);
    if (known !== undefined) known.times++;
    else if (tag !== '') languages.used.set(tag, { written, element, times: 1 });
  };
  const enter = (element: XmlElement): void => {
    if (inText++ > 0) return;
    // A language that is stated further out holds for the text.
    let node = element.parent;
    while (node.kind === 'element') {
      const given = attribute(node, 'xml:lang')?.value.trim();
      if (given !== undefined) {
        use(given, node);
        return;
      }
      node = node.parent;
    }
    if (attribute(element, 'xml:lang') === undefined && element.name.local === 'text')
      languages.hasUnstated = true;
  };
  const leave = (): void => {
    inText--;
  };
  return {
    elements: {
      ...Object.fromEntries(texts.map((name) => [name, enter])),
      language: (element) => {
        const ident = attribute(element, 'ident')?.value.trim();
        const isUsage =
          element.parent.kind === 'element' && element.parent.name.local === 'langUsage';
        if (ident !== undefined && ident !== '' && isUsage)
          languages.declared.push({ tag: ident.toLowerCase(), written: ident, element });
      },
    },
    ends: Object.fromEntries(texts.map((name) => [name, leave])),
    attributes: {
      'xml:lang': (given, element) => {
        if (inText > 0) use(given.value.trim(), element);
      },
    },
    end: () => {
      const tags = languages.declared.map(({ written }) => written);
      for (const { written } of languages.used.values()) tags.push(written);
      if (tags.every((tag) => languageTagFault(tag) === undefined)) judge(languages);
    },
  };
}

/** Whether a tag is another or a narrower one of it: de-AT of de (RFC 4647, section 3.3.1). */
export function isOf(tag: string, range: string): boolean {
  return tag === range || tag.startsWith(`${range}-`);
}
