import {
  relatedPlace,
  type Span,
  textContent,
  type XmlElement,
  type XmlText,
} from '../xml/index.js';
import type { ExpandedName } from './derivatives.js';
import type { Task } from './explain.js';
import { glossOf, meantName, reportMisplaced, reportUnknown } from './explain-misplaced.js';
import { explainData } from './explain-value.js';
import type { Explanation } from './explanation.js';
import { contains, type ElementPattern, type Pattern } from './patterns.js';
import { shortGloss } from './wording.js';

/** How far the search for missing elements looks. */
const searchLimits = { elements: 3, steps: 3000 } as const;

/**
 * Reports what is wrong among the children of an element: children that do not belong, text where there may be none,
 * elements missing before others or at the end.
 *
 * @returns the child elements, with the content that each should have
 */
export function explainContent(explanation: Explanation, task: Task): Task[] {
  const { derivatives } = explanation.schema;
  const { element, content } = task;
  const hasChildren = element.children.some((child) => child.kind === 'element');
  if (!hasChildren && derivatives.hasData(content)) {
    if (derivatives.matchesString(content, textContent(element))) return [];
    if (derivatives.nullable(derivatives.afterText(content))) {
      const texts = element.children.filter((child): child is XmlText => child.kind === 'text');
      explainData(explanation, task, texts.find(({ value }) => value.trim() !== '') ?? texts[0]);
      return [];
    }
  }
  const walk = new ContentWalk(explanation, task);
  for (const child of element.children) {
    if (child.kind === 'text') walk.text(child);
    else if (child.kind === 'element') walk.child(child);
  }
  walk.end();
  return walk.tasks;
}

/** The first line of a text without the white space around it. */
function trimmed(text: XmlText): Span {
  if (text.end - text.start !== text.value.length) return { start: text.start, end: text.end };
  const start = text.start + (text.value.length - text.value.trimStart().length);
  const firstLine = text.value.trim().split('\n', 1)[0]?.trimEnd() ?? '';
  return { start, end: start + firstLine.length };
}

/** One pass over the children of one element. */
class ContentWalk {
  readonly tasks: Task[] = [];
  #left: Pattern;
  #before: XmlElement | undefined;
  #textReported = false;
  /** Children that come too late, which has been said where they were missed. */
  readonly #excused = new Set<XmlElement>();

  readonly parent: XmlElement;
  readonly content: Pattern;
  /** Whether a child has been refused, which may be where what is missing was meant to be. */
  #refused = false;

  constructor(
    readonly explanation: Explanation,
    readonly task: Task,
  ) {
    this.parent = task.element;
    this.content = task.content;
    this.#left = task.content;
  }

  text(text: XmlText): void {
    if (text.value.trim() === '') return;
    const { derivatives } = this.explanation.schema;
    const after = derivatives.afterText(this.#left);
    if (after.kind !== 'notAllowed') {
      this.#left = after;
      return;
    }
    if (this.#textReported) return;
    this.#textReported = true;
    const { wording } = this.explanation;
    const holdText = (one: ElementPattern): boolean =>
      derivatives.afterText(derivatives.withoutAttributes(one.content, true)).kind !== 'notAllowed';
    const next = derivatives.first(this.#left).filter(holdText);
    const holders = next.length > 0 ? next : derivatives.elements(this.content).filter(holdText);
    const names = wording.namesOf(holders);
    this.explanation.report(
      this.parent,
      trimmed(text),
      'relaxng/text-not-allowed',
      `Text cannot stand directly inside <${this.parent.qname}>.`,
      {
        help:
          names.length > 0
            ? `Put it into ${wording.elements(names, 'or', 4)}.`
            : derivatives.elements(this.content).length === 0
              ? `<${this.parent.qname}> is always empty.`
              : 'Put it into an element that holds text.',
        related: [this.explanation.startOf(this.parent)],
      },
    );
  }

  child(child: XmlElement): void {
    const { explanation } = this;
    const { derivatives } = explanation.schema;
    const after = derivatives.afterChild(this.#left, child.name);
    if (after.kind !== 'notAllowed') {
      this.#take(child, child.name, after);
      return;
    }
    const all = derivatives.elements(this.content);
    if (all.some(({ name }) => contains(name, child.name.namespace, child.name.local))) {
      this.#outOfOrder(child);
    } else if (explanation.elementsNamed(child.name).length > 0) {
      reportMisplaced(explanation, child, this.parent, this.content);
      this.#refused = true;
      this.#judgeAnyway(child);
    } else {
      this.#unknown(child);
    }
    this.#before = child;
  }

  /** A child that may stand here: its content is what the patterns of that name say at this point. */
  #take(child: XmlElement, name: ExpandedName, after: Pattern): void {
    const { derivatives } = this.explanation.schema;
    const patterns = derivatives
      .elements(this.#left)
      .filter((one) => contains(one.name, name.namespace, name.local));
    this.#push(this.explanation.task(child, patterns));
    this.#left = after;
    this.#before = child;
  }

  /** A child that cannot stand here is still judged by what its name asks for elsewhere. */
  #judgeAnyway(child: XmlElement): void {
    this.#push(this.explanation.task(child, this.explanation.elementsNamed(child.name)));
  }

  #push(task: Task | undefined): void {
    if (task !== undefined) this.tasks.push(task);
  }

  #unknown(child: XmlElement): void {
    const { explanation } = this;
    const { derivatives } = explanation.schema;
    const { wording } = explanation;
    const next = wording.namesOf(derivatives.first(this.#left));
    const likely = [...next];
    for (const name of wording.namesOf(derivatives.elements(this.content))) {
      if (!next.some((one) => one.local === name.local && one.namespace === name.namespace)) {
        likely.push(name);
      }
    }
    const meant = meantName(explanation, child, likely);
    this.#push(reportUnknown(explanation, child, next, likely));
    this.#refused = true;
    const after = meant === undefined ? undefined : derivatives.afterChild(this.#left, meant);
    if (after !== undefined && after.kind !== 'notAllowed') this.#left = after;
  }

  /** The parent takes such a child, but not at this point. */
  #outOfOrder(child: XmlElement): void {
    const { explanation, parent } = this;
    this.#judgeAnyway(child);
    if (this.#excused.has(child)) return;
    const missing = this.#missingBefore(child);
    if (missing !== undefined) {
      this.#reportMissingBefore(child, missing);
      return;
    }
    const { derivatives } = explanation.schema;
    const { wording } = explanation;
    const earlier = parent.children.find(
      (one): one is XmlElement =>
        one.kind === 'element' &&
        one.name.local === child.name.local &&
        one.name.namespace === child.name.namespace,
    );
    const next = wording.namesOf(derivatives.first(this.#left));
    const again = earlier !== undefined && earlier !== child;
    const help = again
      ? undefined
      : next.length > 0
        ? `Here may come ${wording.elements(next, 'or')}.`
        : `<${parent.qname}> is complete before it.`;
    explanation.report(
      child,
      child.nameSpan,
      'relaxng/misplaced-element',
      again
        ? `<${child.qname}> cannot stand in <${parent.qname}> a second time${this.#before === earlier ? '' : ' at this place'}.`
        : this.#before === undefined
          ? `<${child.qname}> cannot come first in <${parent.qname}>.`
          : `<${child.qname}> cannot come after <${this.#before.qname}> in <${parent.qname}>.`,
      {
        help: again ? 'Join the two, or delete one.' : help,
        related: [
          again && earlier !== undefined
            ? relatedPlace(
                explanation.document.source,
                earlier.startTag,
                `The first <${earlier.qname}>.`,
              )
            : explanation.startOf(parent),
        ],
      },
    );
  }

  /** The fewest elements after which a child could stand here, by breadth-first search over the content model. */
  #missingBefore(child: XmlElement): { names: ExpandedName[]; after: Pattern } | undefined {
    const { derivatives } = this.explanation.schema;
    const { wording } = this.explanation;
    let frontier: { names: ExpandedName[]; left: Pattern }[] = [{ names: [], left: this.#left }];
    const seen = new Set<Pattern>([this.#left]);
    let steps = 0;
    for (let depth = 1; depth <= searchLimits.elements; depth++) {
      const next: typeof frontier = [];
      for (const { names, left } of frontier) {
        for (const name of wording.namesOf(derivatives.first(left))) {
          if (++steps > searchLimits.steps) return undefined;
          const then = derivatives.afterChild(left, name);
          if (then.kind === 'notAllowed' || seen.has(then)) continue;
          seen.add(then);
          const after = derivatives.afterChild(then, child.name);
          if (after.kind !== 'notAllowed') return { names: [...names, name], after };
          next.push({ names: [...names, name], left: then });
        }
      }
      frontier = next;
    }
    return undefined;
  }

  #reportMissingBefore(
    child: XmlElement,
    { names, after }: { names: ExpandedName[]; after: Pattern },
  ): void {
    const { explanation, parent } = this;
    const { wording } = explanation;
    this.#left = after;
    const siblings = parent.children.filter((one): one is XmlElement => one.kind === 'element');
    const behind = siblings.slice(siblings.indexOf(child) + 1);
    const late = names.flatMap((name) => {
      const found = behind.find(
        (one) => one.name.local === name.local && one.name.namespace === name.namespace,
      );
      return found === undefined ? [] : [found];
    });
    if (late.length === names.length) {
      for (const one of late) this.#excused.add(one);
      explanation.report(
        child,
        child.nameSpan,
        'relaxng/misplaced-element',
        `<${child.qname}> stands before ${wording.elements(names)}, after which it should come.`,
        {
          help: `Move it behind ${wording.elements(names.slice(-1))}.`,
          related: late
            .slice(0, 1)
            .map((one) =>
              relatedPlace(
                explanation.document.source,
                one.startTag,
                `<${one.qname}> stands here.`,
              ),
            ),
        },
      );
      return;
    }
    const several = names.length > 1;
    explanation.report(
      child,
      child.nameSpan,
      'relaxng/missing-element',
      `${wording.elements(names)} ${several ? 'are' : 'is'} missing: <${parent.qname}> must have ${several ? 'them' : 'it'} before <${child.qname}>.`,
      {
        help: glossOf(explanation, names, explanation.schema.derivatives.elements(this.content)),
        related: [explanation.startOf(parent)],
      },
    );
  }

  /** After the last child: is anything wanting? */
  end(): void {
    const { explanation, parent } = this;
    const { derivatives } = explanation.schema;
    if (derivatives.nullable(this.#left) || this.task.guessed === true) return;
    if (this.tasks.some(({ element }) => this.#excused.has(element))) return;
    const span = parent.endTag ?? parent.startTag;
    const related = [explanation.startOf(parent)];
    const required = this.#required();
    if (required.length === 0) {
      if (this.#refused) return;
      const gloss = shortGloss(this.task.gloss);
      explanation.report(
        parent,
        span,
        'relaxng/missing-text',
        `<${parent.qname}> must hold text.`,
        {
          help: gloss === undefined ? undefined : `<${parent.qname}>: ${gloss}.`,
          related: parent.endTag === undefined ? [] : related,
        },
      );
      return;
    }
    const { wording } = explanation;
    const alternatives = required[0] ?? [];
    const others = required.slice(1).flatMap((names) => names.slice(0, 1));
    const missing =
      others.length === 0
        ? `${wording.elements(alternatives, 'or', 4)} is missing`
        : `${wording.elements([...alternatives.slice(0, 1), ...others])} are missing`;
    const empty = parent.children.every((child) => child.kind !== 'element');
    explanation.report(
      parent,
      span,
      'relaxng/missing-element',
      `<${parent.qname}> is ${empty ? 'empty' : 'not complete'}: ${missing}.`,
      {
        help: glossOf(
          explanation,
          [...alternatives.slice(0, 1), ...others],
          derivatives.elements(this.content),
        ),
        related: parent.endTag === undefined ? [] : related,
      },
    );
  }

  /** The elements still wanting, in order; for each the names that would do. */
  #required(): ExpandedName[][] {
    const { derivatives } = this.explanation.schema;
    const { wording } = this.explanation;
    const required: ExpandedName[][] = [];
    let left = this.#left;
    for (let distance = derivatives.distance(left); distance > 0 && Number.isFinite(distance); ) {
      const steps = wording
        .namesOf(derivatives.first(left))
        .map((name) => ({ name, after: derivatives.afterChild(left, name) }))
        .filter(({ after }) => derivatives.distance(after) < distance);
      const first = steps[0];
      if (first === undefined) break;
      required.push(steps.map(({ name }) => name));
      left = first.after;
      distance = derivatives.distance(left);
    }
    return required;
  }
}
