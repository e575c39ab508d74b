import { type PlacedSpan, placeAt, sourceOf } from '../../../xml/index.js';
import type { DocumentFacts } from '../../facts.js';
import { writtenPointer } from '../../pointers/suggestion.js';
import { entryIdentifier, forEntries, namesOfEntry } from '../../registers/entry.js';
import { nameText } from '../../registers/name-text.js';
import { forNamesInText, isLinked, linkOf } from '../../registers/names-in-text.js';
import { defineRule } from '../../rule.js';

/** A name that nothing links. */
interface Unlinked {
  readonly kind: 'unlinked';
  readonly element: string;
  readonly text: string;
  readonly place: PlacedSpan;
}

/** A name that an attribute links; once in a document, however often it is so. */
interface Linked {
  readonly kind: 'linked';
  readonly element: string;
  readonly text: string;
  readonly attribute: string;
  readonly value: string;
}

/** A name of an entry of a register. */
interface Entry {
  readonly kind: 'entry';
  readonly element: string;
  readonly text: string;
  readonly id: string;
}

type Fact = Unlinked | Linked | Entry;

/** What a name may be linked to. */
interface Known {
  /** What to write, in a document. */
  readonly written: (document: DocumentFacts) => string;
  readonly where: 'register' | 'text';
}

/**
 * Names in a text are linked to what they name, where the project links names of their kind (TEI Guidelines, section
 * 14.1): those that a register knows, or that are linked elsewhere, above all.
 */
export const unlinkedName = defineRule({
  code: 'integrity/unlinked-name',
  severity: 'warning',
  options: {
    unknown: {
      type: 'boolean',
      default: false,
      description: 'Whether names are told, too, that no register has and that are linked nowhere.',
    },
  },
  read: ({ keep }) => {
    const seen = new Set<string>();
    return {
      elements: {
        ...forEntries((entry) => {
          const id = entryIdentifier(entry);
          if (id === undefined) return;
          for (const name of namesOfEntry(entry)) {
            const text = nameText(name);
            const element = name.name.local;
            if (text !== undefined) keep({ kind: 'entry', element, text, id } satisfies Entry);
          }
        }),
        ...forNamesInText((name) => {
          const text = nameText(name);
          if (text === undefined) return;
          const element = name.name.local;
          const link = linkOf(name);
          if (link !== undefined) {
            const key = `${element} ${text} ${link.qname} ${link.value}`;
            if (seen.has(key)) return;
            seen.add(key);
            const { qname, value } = link;
            keep({ kind: 'linked', element, text, attribute: qname, value } satisfies Linked);
          } else if (!isLinked(name)) {
            const place = placeAt(sourceOf(name), name);
            keep({ kind: 'unlinked', element, text, place } satisfies Unlinked);
          }
        }),
      },
    };
  },
  judge: (project) => {
    const known = new Map<string, Known>();
    const kinds = new Set<string>();
    const learn = (fact: Fact, what: Known): void => {
      const key = `${fact.element} ${fact.text}`;
      if (!known.has(key)) known.set(key, what);
    };
    const facts = project.subjects.map((subject) => ({
      subject,
      kept: project.kept<Fact>(subject),
    }));
    const registers = new Set(
      project.subjects.flatMap(({ path, links }) => [path, ...links.map((link) => link.path)]),
    );
    for (const path of [...registers].sort()) {
      const register = project.document(path);
      for (const fact of register === undefined ? [] : project.kept<Fact>(register)) {
        if (fact.kind !== 'entry') continue;
        const written = (from: DocumentFacts): string =>
          `ref="${writtenPointer(path, fact.id, from)}"`;
        learn(fact, { where: 'register', written });
      }
    }
    for (const { subject, kept } of facts) {
      for (const fact of kept) {
        if (fact.kind !== 'linked') continue;
        const { element, attribute: name, value } = fact;
        kinds.add(element);
        // What stands in another document begins from there.
        const written = (from: DocumentFacts): string =>
          value.startsWith('#') && from !== subject
            ? `${name}="${writtenPointer(subject.path, value.slice(1), from)}"`
            : `${name}="${value}"`;
        learn(fact, { where: 'text', written });
      }
    }
    for (const { subject, kept } of facts) {
      for (const fact of kept) {
        if (fact.kind !== 'unlinked' || !kinds.has(fact.element)) continue;
        const { element, text, place } = fact;
        const what = known.get(`${element} ${text}`);
        if (what === undefined && !project.options.unknown) continue;
        const doubt = what === undefined ? '' : doubts[what.where];
        project.report(subject, place, {
          message: `Nothing says whom or what "${text}" names${doubt}.`,
          help:
            what === undefined
              ? 'Give it a @ref to an entry of a register.'
              : `If it is the same, write <${element} ${what.written(subject)}>.`,
        });
      }
    }
  },
});

const doubts = { register: ', which a register knows', text: ', which is linked elsewhere' };
