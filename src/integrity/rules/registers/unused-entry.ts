import { type PlacedSpan, placeAt, sourceOf } from '../../../xml/index.js';
import { entryAround, entryIdentifier, forEntries } from '../../registers/entry.js';
import { defineRule, type RuleProject } from '../../rule.js';

/** An entry of a register, and those around it. */
interface Entry {
  readonly element: string;
  readonly id: string;
  /** The identifier of the entry that holds it, where one does: a country its towns. */
  readonly within?: string;
  readonly place: PlacedSpan;
}

/**
 * Every entry of a register is pointed at from somewhere (TEI Guidelines, chapter 14). An entry that holds others that
 * are used is used too.
 */
export const unusedEntry = defineRule({
  code: 'integrity/unused-entry',
  severity: 'info',
  needsWhole: true,
  read: ({ keep }) => ({
    elements: forEntries((element) => {
      const id = entryIdentifier(element);
      if (id === undefined) return;
      const { parent } = element;
      const around = parent.kind === 'element' ? entryAround(parent) : undefined;
      const within = around && entryIdentifier(around);
      const entry: Entry = {
        element: element.qname,
        id,
        ...(within === undefined ? {} : { within }),
        place: placeAt(sourceOf(element), element.startTag),
      };
      keep(entry);
    }),
  }),
  judge: (project) => {
    const used = new Set<string>();
    for (const { path, links, pointedHere } of project.subjects) {
      for (const id of pointedHere) used.add(`${path}#${id}`);
      for (const link of links) used.add(`${link.path}#${link.fragment}`);
    }
    // Several documents may hold copies of an entry: whoever points to one of them uses them all.
    const usedAnywhere = new Set<string>();
    for (const { path, kept } of entriesOf(project)) {
      // What is within comes after what it is in: from the end, use is handed on outwards.
      for (const { element, id, within } of [...kept].reverse()) {
        if (!used.has(`${path}#${id}`)) continue;
        usedAnywhere.add(`${element} ${id}`);
        if (within !== undefined) used.add(`${path}#${within}`);
      }
    }
    for (const { subject, kept } of entriesOf(project)) {
      for (const { element, id, place } of kept) {
        if (usedAnywhere.has(`${element} ${id}`)) continue;
        project.report(subject, place, {
          message: `Nothing points to this <${element}>, "${id}".`,
          help: 'Link the places that name it, or leave it for what is still to be encoded.',
        });
      }
    }
  },
});

function entriesOf(project: RuleProject<unknown>) {
  return project.subjects.map((subject) => ({
    subject,
    path: subject.path,
    kept: project.kept<Entry>(subject),
  }));
}
