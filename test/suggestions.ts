import type { Problem } from '../src/problems/index.js';
import {
  descendants,
  parseXml,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
} from '../src/xml/index.js';

/** A suggestion that a message makes, and the source with it taken. */
export interface Taken {
  readonly suggestion: string;
  readonly text: string;
}

/** A piece of the source to be replaced. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

function edited(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, by } of [...edits].sort((a, b) => b.start - a.start || b.end - a.end))
    result = result.slice(0, start) + by + result.slice(end);
  return result;
}

/** What a problem is about. */
interface Subject {
  readonly text: string;
  readonly problem: Problem;
  /** Offsets of the place. */
  readonly start: number;
  readonly end: number;
  readonly element: XmlElement;
  readonly attribute: XmlAttribute | undefined;
}

/** Stands before the element that a problem is about, so that it is found again when a suggestion has been taken. */
const mark = '<?it?>';

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

/** Whether a problem is about a text among elements: then that is marked. */
function isOfText({ code }: Problem): boolean {
  return code === 'relaxng/text-not-allowed';
}

/** The element that a problem is about. */
function elementOf(document: XmlDocument, problem: Problem): XmlElement | undefined {
  const start = offsetOf(document.source.text, problem.line, problem.column);
  let innermost: XmlElement | undefined;
  for (const element of descendants(document)) {
    const named = [element.start, element.nameSpan.start, element.endTag?.start].includes(start);
    if (named && !isOfText(problem)) return element;
    if (element.start < start && start < element.end) innermost = element;
  }
  return innermost;
}

function subjectOf(document: XmlDocument, problem: Problem): Subject | undefined {
  const { text } = document.source;
  const start = offsetOf(text, problem.line, problem.column);
  const end = offsetOf(text, problem.endLine, problem.endColumn);
  const element = elementOf(document, problem);
  const attribute = element?.attributes.find((one) => one.start <= start && start <= one.end);
  return element && { text, problem, start, end, element, attribute };
}

/** Where an element begins, with its mark. */
function startOf({ text, element }: Subject): number {
  return text.endsWith(mark, element.start) ? element.start - mark.length : element.start;
}

const within = (element: XmlElement) =>
  element.endTag === undefined
    ? { start: element.startTag.end, end: element.startTag.end }
    : { start: element.startTag.end, end: element.endTag.start };

/** The element itself, without the end tag of an empty one. */
function rename({ element }: Subject, written: string): Edit[] {
  const [name = ''] = written.split(' ');
  const { nameSpan, endTag } = element;
  const edits = [{ ...nameSpan, by: written }];
  return endTag === undefined
    ? edits
    : [
        ...edits,
        { start: endTag.start + 2, end: endTag.start + 2 + element.qname.length, by: name },
      ];
}

function wrap(start: number, end: number, tags: readonly string[]): Edit[] {
  const open = tags.map((name) => `<${name}>`).join('');
  const close = [...tags]
    .reverse()
    .map((name) => `</${name}>`)
    .join('');
  return [
    { start, end: start, by: open },
    { start: end, end, by: close },
  ];
}

/** The element goes elsewhere, with tags around it. */
function move(subject: Subject, to: number, tags: readonly string[] = []): Edit[] {
  const open = tags.map((name) => `<${name}>`).join('');
  const close = [...tags]
    .reverse()
    .map((name) => `</${name}>`)
    .join('');
  const { text, element } = subject;
  const start = startOf(subject);
  return [
    { start, end: element.end, by: '' },
    { start: to, end: to, by: open + text.slice(start, element.end) + close },
  ];
}

function insert({ text, element }: Subject, at: number, tags: readonly string[]): Edit[] {
  const by = tags.map((name) => `<${name}/>`).join('');
  if (element.endTag === undefined && at === element.startTag.end) {
    const start = text.lastIndexOf('/', element.startTag.end);
    return [{ start, end: element.startTag.end, by: `>${by}</${element.qname}>` }];
  }
  return [{ start: at, end: at, by }];
}

const elementsIn = (words: string) =>
  [...words.matchAll(/<([^<>]+)>/g)].map(([, name = '']) => name);
const quotedIn = (words: string) =>
  [...words.matchAll(/"([^"]*)"/g)].map(([, value = '']) => value);

function siblings(element: XmlElement, qname: string): XmlElement[] {
  return element.parent.children.filter(
    (one) => one.kind === 'element' && one.qname === qname,
  ) as XmlElement[];
}

type Reading = readonly [
  form: RegExp,
  take: (subject: Subject, words: RegExpExecArray) => Edit[][],
];

/** What the advice of messages may say, and what somebody does who follows it. */
const advice: readonly Reading[] = [
  [
    /Did you mean <([^<>]+)>\?(?! That cannot)/,
    (subject, [, name = '']) => [rename(subject, name)],
  ],
  [
    /Did you mean @(\S+)\?/,
    ({ attribute }, [, name = '']) => (attribute ? [[{ ...attribute.nameSpan, by: name }]] : []),
  ],
  [/Did you mean "(.+)"\?/, ({ start, end }, [, by = '']) => [[{ start, end, by }]]],
  [
    /^Here may (?:stand|come) (.*)\./,
    (subject, [, names = '']) => elementsIn(names).map((name) => rename(subject, name)),
  ],
  [
    /Its (?:attributes are|one attribute is) (.*)\./,
    ({ attribute, element }, [, names = '']) =>
      [...names.matchAll(/@([\w:.-]+)/g)].flatMap(([, by = '']) =>
        attribute === undefined || element.attributes.some(({ qname }) => qname === by)
          ? []
          : [[{ ...attribute.nameSpan, by }]],
      ),
  ],
  [
    /(?:@\S+|xsi:\S+) .*Take it away/,
    ({ attribute }) =>
      attribute ? [[{ start: attribute.start, end: attribute.end, by: '' }]] : [],
  ],
  [
    /^Put it into (?:an element .* such as )?(<.*>)(?:, which|\.)/,
    (subject, [, names = '']) =>
      names.split(/, (?=<)| or /).map((one) => {
        const tags = elementsIn(one).reverse();
        const { text, problem, start, element } = subject;
        if (!isOfText(problem)) return wrap(startOf(subject), element.end, tags);
        const behind = /[<]/.exec(text.slice(start));
        return wrap(start, start + (behind?.index ?? 0), tags);
      }),
  ],
  [
    /^Put it behind <([^<>/]+)\/>/,
    ({ start, element, text }) => {
      const { end } = within(element);
      return [
        [
          { start, end, by: '' },
          { start: element.end, end: element.end, by: text.slice(start, end) },
        ],
      ];
    },
  ],
  [
    /^Move it out of <[^<>]+>: /,
    (subject) => [move(subject, (subject.element.parent as XmlElement).end)],
  ],
  [
    /^Move it out of <[^<>]+>, into (.*) after it/,
    (subject, [, names = '']) =>
      elementsIn(names).map((name) =>
        move(subject, (subject.element.parent as XmlElement).end, [name]),
      ),
  ],
  [
    /move it before the (?:first )?<([^<>]+)>/i,
    (subject, [, name = '']) => {
      const [first] = siblings(subject.element, name);
      return first ? [move(subject, first.start)] : [];
    },
  ],
  [
    /^Move it behind <([^<>]+)>/,
    (subject, [, name = '']) => {
      const last = siblings(subject.element, name).find(({ start }) => start > subject.start);
      return last ? [move(subject, last.end)] : [];
    },
  ],
  [
    /^Join the two, or delete one/,
    (subject) => [[{ start: startOf(subject), end: subject.element.end, by: '' }]],
  ],
  [
    /^Allowed: (.*?)\.(?: |$)/,
    ({ start, end }, [, values = '']) =>
      values
        .replace(/, or .*$/, '')
        .split(/, | and \d+ more| and /)
        .filter((value) => value !== '')
        .map((by) => [{ start, end, by }]),
  ],
  [
    /For a span of time write (.*)\./,
    ({ attribute }, [, by = '']) =>
      attribute ? [[{ start: attribute.start, end: attribute.end, by }]] : [],
  ],
  [
    /(?:Write|It is written such as|Write the date that is meant, or) (".*")(?:\.|, whichever| alone|, for)/,
    ({ start, end }, [, values = '']) => quotedIn(values).map((by) => [{ start, end, by }]),
  ],
  [/^Write <([^<>]+)>\./, (subject, [, name = '']) => [rename(subject, name)]],
  [
    /^Add (.*)\.$/,
    ({ element }, [, by = '']) => [
      [{ start: element.nameSpan.end, end: element.nameSpan.end, by: ` ${by}` }],
    ],
  ],
];

/** What messages themselves say should be there. */
const messages: readonly Reading[] = [
  [
    /^(.*) (?:is|are) missing: <[^<>]+> must (?:begin with|have) /,
    (subject, [, names = '']) => [insert(subject, startOf(subject), elementsIn(names))],
  ],
  [
    /cannot come (?:first|yet) in <[^<>]+>: (.*) must stand before it/,
    (subject, [, names = '']) =>
      elementsIn(names).map((name) => insert(subject, startOf(subject), [name])),
  ],
  [
    /^<[^<>]+> is (?:empty|not complete): (?:it must (?:hold|go on with) )?(<.*>)(?: or \d+ more)?( are missing| is missing)?\.$/,
    (subject, [, names = '', verb]) => {
      const at = within(subject.element).end;
      const all = elementsIn(names);
      return verb === ' are missing'
        ? [insert(subject, at, all)]
        : all.map((name) => insert(subject, at, [name]));
    },
  ],
];

/** The source of a document with the element marked that a problem is about. */
export function marked(text: string, problem: Problem): string {
  const { document } = parseXml({ file: problem.file, text });
  const element = document && elementOf(document, problem);
  if (element === undefined) return text;
  const at = isOfText(problem) ? offsetOf(text, problem.line, problem.column) : element.start;
  return text.slice(0, at) + mark + text.slice(at);
}

/** Whether a problem is about the element that is marked. */
export function isAboutMarked(text: string, problem: Problem): boolean {
  const { document } = parseXml({ file: problem.file, text });
  const at = text.indexOf(mark);
  if (isOfText(problem))
    return at !== -1 && offsetOf(text, problem.line, problem.column) === at + mark.length;
  return (
    at !== -1 && document !== undefined && elementOf(document, problem)?.start === at + mark.length
  );
}

/** The source of a document with each suggestion of a problem taken, one by one. */
export function suggestionsTaken(text: string, problem: Problem): Taken[] {
  const { document } = parseXml({ file: problem.file, text });
  const subject = document && subjectOf(document, problem);
  if (subject === undefined) return [];
  const read = (readings: readonly Reading[], words: string): Taken[] =>
    readings.flatMap(([form, take]) => {
      const found = form.exec(words);
      return found === null
        ? []
        : take(subject, found).map((edits) => ({
            suggestion: `${problem.message} ${problem.help ?? ''} [${edits.map(({ by }) => by).join('|')}]`,
            text: edited(text, edits),
          }));
    });
  return [...read(messages, problem.message), ...read(advice, problem.help ?? '')];
}
