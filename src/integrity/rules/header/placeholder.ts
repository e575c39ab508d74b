import { textContent, type XmlElement } from '../../../xml/index.js';
import { onOneLine } from '../../dates/dated-words.js';
import { defineRule } from '../../rule.js';

/** What stands for words that are still to be written, wherever it stands; and what editors' templates begin with. */
const anywhere = wordSet(
  'todo|to do|tbd|t.b.d|tba|fixme|xxx|xxxx|???|to be done|to be determined|to be added|placeholder|' +
    'publication information|information about publication or distribution|information about the source|' +
    'information about the source document|some text here|title of the document|title of document|' +
    'insert title here|your name|your name here|firstname lastname|first name last name|vorname nachname|' +
    'name of the editor|name of the author|name of the publisher',
);

/** Names of elements and things that stand in their place, and are no title or name of anything. */
const inPlace: Readonly<Record<string, ReadonlySet<string>>> = {
  title: wordSet('title|titel|titre|titolo|título|main title|document title|a title|the title'),
  author: wordSet('author|autor|auteur|autore|name|author name'),
  editor: wordSet('editor|herausgeber|éditeur|name|editor name'),
  publisher: wordSet('publisher|verlag|éditeur|name'),
  pubPlace: wordSet('place|publication place|ort|lieu|city'),
  date: wordSet('date|datum|yyyy|yyyy-mm-dd|year|publication date'),
  name: wordSet('name|person|editor'),
  persName: wordSet('name|person|persname'),
  resp: wordSet('resp|responsibility|role'),
  licence: wordSet('licence|license|lizenz'),
  idno: wordSet('idno|identifier|id|number'),
};

const elements = [
  ...Object.keys(inPlace),
  'p',
  'ab',
  'change',
  'edition',
  'distributor',
  'authority',
  'availability',
  'bibl',
  'head',
];

/** Of these, the ones that are looked at in the text too. */
const inText: ReadonlySet<string> = new Set(['p', 'ab', 'head', 'title']);

const allWords: readonly string[] = [anywhere, ...Object.values(inPlace), ['lorem']].flatMap(
  (words) => [...words],
);
const beginning = beginningOf(allWords);

/** Nothing in the header, and no paragraph, still reads as in the template that it was begun with. */
export const placeholder = defineRule({
  code: 'integrity/placeholder',
  severity: 'warning',
  options: {
    words: {
      type: 'texts',
      default: [],
      description:
        'Further words that stand for what is still to be written; capitals do not count.',
    },
  },
  read: ({ options, report }) => {
    const own = wordSet(options.words.join('|'));
    const begins = own.size === 0 ? beginning : beginningOf([...allWords, ...own]);
    let header: XmlElement | undefined;
    const check = (element: XmlElement): void => {
      // Names and numbers of registers are many, and no templates are begun with them.
      if (header === undefined && !inText.has(element.name.local)) return;
      const [child, other] = element.children;
      if (child?.kind !== 'text' || other !== undefined || child.value.length > 80) return;
      // Most words do not even begin as one of these.
      if (!begins.test(child.value)) return;
      const text = normalized(child.value);
      const name = element.name.local;
      const isNone = own.has(text) || anywhere.has(text) || text.startsWith('lorem ipsum');
      // In the text itself, "Title" and "Name" may well be what the source has.
      if (!isNone && (header === undefined || inPlace[name]?.has(text) !== true)) return;
      report(element, child, {
        message: `"${onOneLine(textContent(element))}" in <${element.qname}> stands for what is still to be written.`,
        help: 'Write it, or leave the element out.',
      });
    };
    return {
      elements: {
        ...Object.fromEntries(elements.map((name) => [name, check])),
        teiHeader: (element) => {
          header = element;
        },
      },
      ends: {
        teiHeader: () => {
          header = undefined;
        },
      },
    };
  },
});

function wordSet(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split('|')
      .map(normalized)
      .filter((word) => word !== ''),
  );
}

/** What finds texts that begin as one of some words does. */
function beginningOf(words: readonly string[]): RegExp {
  const letters = new Set(words.map((word) => word.slice(0, 2)));
  const either = [...letters].map((each) => each.replace(/[^\p{L}\d ]/gu, '\\$&')).join('|');
  return new RegExp(`^[\\s[\\]{}<>()]*(?:${either})`, 'iu');
}

function normalized(text: string): string {
  return text
    .toLowerCase()
    .replace(/[[\]{}<>()]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.:!…]+$/, '');
}
