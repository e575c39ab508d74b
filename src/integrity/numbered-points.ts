import type { Problem } from '../problems/index.js';
import {
  attribute,
  descendants,
  problemAt,
  relatedPlace,
  sourceOf,
  textContent,
  type XmlElement,
} from '../xml/index.js';
import type { IntegrityRule } from './rule.js';
import { isTei } from './tei-element.js';

/**
 * The numbered points of a text, `<div type="point" n="…">`, count from 1 among their siblings without gap or
 * repetition, and the number that a reader sees, in `<label>`, is that of `@n` (TEI Guidelines, section 4.1).
 */
export const numberedPoints: IntegrityRule = {
  codes: ['integrity/unnumbered-point', 'integrity/point-number', 'integrity/point-label'],
  *check({ subject: { document } }): Iterable<Problem> {
    const parents = new Set<XmlElement>();
    for (const element of descendants(document)) {
      if (isPoint(element) && element.parent.kind === 'element') parents.add(element.parent);
    }
    for (const parent of parents) {
      yield* checkSequence(
        parent.children.filter(
          (child): child is XmlElement => child.kind === 'element' && isPoint(child),
        ),
      );
    }
  },
};

function isPoint(element: XmlElement): boolean {
  return (
    element.name.local === 'div' &&
    isTei(element) &&
    attribute(element, 'type')?.value.trim() === 'point'
  );
}

function* checkSequence(points: readonly XmlElement[]): Iterable<Problem> {
  const seen = new Map<number, XmlElement>();
  let before = 0;
  for (const [index, point] of points.entries()) {
    const n = attribute(point, 'n');
    if (n === undefined) {
      yield problemAt(sourceOf(point), point.nameSpan, {
        code: 'integrity/unnumbered-point',
        message: 'This point has no number.',
        help: `Write n="${before + 1}".`,
      });
      before++;
      continue;
    }
    const written = n.value.trim();
    if (!/^[1-9][0-9]*$/.test(written)) {
      yield problemAt(sourceOf(point), n.valueSpan, {
        code: 'integrity/point-number',
        message: `"${written}" is no number of a point.`,
        help: `Write n="${before + 1}".`,
      });
      before++;
      continue;
    }
    const number = Number(written);
    const first = seen.get(number);
    // A number that is right for the point's place is not blamed for a mistake before it.
    if (number !== before + 1 && (number !== index + 1 || first !== undefined)) {
      yield problemAt(sourceOf(point), n.valueSpan, {
        code: 'integrity/point-number',
        message: sequenceFault(number, before, first !== undefined),
        help: `Write n="${before + 1}"${number > before + 1 ? ', or encode what is missing' : ''}.`,
        related:
          first === undefined
            ? []
            : [relatedPlace(sourceOf(first), first.startTag, `The first point ${number}.`)],
      });
    }
    yield* checkLabel(point, number);
    if (first === undefined) seen.set(number, point);
    before = number;
  }
}

function sequenceFault(number: number, before: number, repeated: boolean): string {
  if (repeated) return `Two points have the number ${number}.`;
  if (before === 0) return `The first point has the number ${number}; points are numbered from 1.`;
  if (number < before) return `Point ${number} comes after point ${before}.`;
  const missing = number - before - 1;
  return missing === 1
    ? `Point ${number} comes after point ${before}: point ${before + 1} is missing.`
    : `Point ${number} comes after point ${before}: points ${before + 1} to ${number - 1} are missing.`;
}

function* checkLabel(point: XmlElement, number: number): Iterable<Problem> {
  for (const element of descendants(point)) {
    // A point within the point has a label of its own.
    if (isPoint(element)) return;
    if (element.name.local !== 'label') continue;
    const text = textContent(element).trim();
    const shown = /^[([]?\s*([0-9]+)\s*[.):\]]*$/.exec(text)?.[1];
    if (shown === undefined || Number(shown) === number) return;
    const n = attribute(point, 'n');
    yield problemAt(
      sourceOf(element),
      { start: element.startTag.end, end: element.endTag?.start ?? element.end },
      {
        code: 'integrity/point-label',
        message: `The text numbers this point ${shown}, its @n says ${number}.`,
        help: 'Check the source, and mend the one that is wrong.',
        related:
          n === undefined
            ? []
            : [relatedPlace(sourceOf(point), n.valueSpan, `n="${number}" stands here.`)],
      },
    );
    return;
  }
}
