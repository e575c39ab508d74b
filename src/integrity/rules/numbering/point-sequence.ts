import {
  attribute,
  descendants,
  relatedPlace,
  type Span,
  sourceOf,
  textContent,
  type XmlElement,
} from '../../../xml/index.js';
import type { Finding, Listeners, RuleDocument } from '../../rule.js';
import { isTei } from '../../tei-element.js';

/** What is wrong with the number of a point. */
interface PointFault extends Finding {
  readonly kind: 'unnumbered-point' | 'point-number' | 'point-label';
  readonly element: XmlElement;
  readonly span: Span;
}

/**
 * What is wrong with the numbers of the points that an element holds, `<div type="point" n="…">`: they count from 1
 * without gap or repetition, and the number that a reader sees, in `<label>`, is that of `@n` (TEI Guidelines, section
 * 4.1).
 */
function pointFaults(parent: XmlElement): readonly PointFault[] {
  const points = parent.children.filter(
    (child): child is XmlElement => child.kind === 'element' && isPoint(child),
  );
  return [...sequenceFaults(points)];
}

/** Listens for the points of a document, and reports what is wrong with them in one way. */
export function hearPointFaults(
  wanted: PointFault['kind'],
  report: RuleDocument<unknown>['report'],
): Listeners {
  const parents = new Set<XmlElement>();
  return {
    elements: {
      div: (point) => {
        const { parent } = point;
        if (!isPoint(point) || parent.kind !== 'element' || parents.has(parent)) return;
        parents.add(parent);
        for (const { kind, element, span, ...finding } of pointFaults(parent))
          if (kind === wanted) report(element, span, finding);
      },
    },
  };
}

function isPoint(element: XmlElement): boolean {
  return (
    element.name.local === 'div' &&
    isTei(element) &&
    attribute(element, 'type')?.value.trim() === 'point'
  );
}

function* sequenceFaults(points: readonly XmlElement[]): Iterable<PointFault> {
  const seen = new Map<number, XmlElement>();
  let before = 0;
  for (const [index, point] of points.entries()) {
    const n = attribute(point, 'n');
    if (n === undefined) {
      yield {
        element: point,
        span: point.nameSpan,
        kind: 'unnumbered-point',
        message: 'This point has no number.',
        help: `Write n="${before + 1}".`,
      };
      before++;
      continue;
    }
    const written = n.value.trim();
    if (!/^[1-9][0-9]*$/.test(written)) {
      yield {
        element: point,
        span: n.valueSpan,
        kind: 'point-number',
        message: `"${written}" is no number of a point.`,
        help: `Write n="${before + 1}".`,
      };
      before++;
      continue;
    }
    const number = Number(written);
    const first = seen.get(number);
    // A number that is right for the point's place is not blamed for a mistake before it.
    if (number !== before + 1 && (number !== index + 1 || first !== undefined)) {
      yield {
        element: point,
        span: n.valueSpan,
        kind: 'point-number',
        message: sequenceFault(number, before, first !== undefined),
        help: `Write n="${before + 1}"${number > before + 1 ? ', or encode what is missing' : ''}.`,
        related:
          first === undefined
            ? []
            : [relatedPlace(sourceOf(first), first.startTag, `The first point ${number}.`)],
      };
    }
    yield* labelFault(point, number);
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

function* labelFault(point: XmlElement, number: number): Iterable<PointFault> {
  for (const element of descendants(point)) {
    // A point within the point has a label of its own.
    if (isPoint(element)) return;
    if (element.name.local !== 'label') continue;
    const text = textContent(element).trim();
    const shown = /^[([]?\s*([0-9]+)\s*[.):\]]*$/.exec(text)?.[1];
    if (shown === undefined || Number(shown) === number) return;
    const n = attribute(point, 'n');
    yield {
      element,
      span: { start: element.startTag.end, end: element.endTag?.start ?? element.end },
      kind: 'point-label',
      message: `The text numbers this point ${shown}, its @n says ${number}.`,
      help: 'Check the source, and mend the one that is wrong.',
      related:
        n === undefined
          ? []
          : [relatedPlace(sourceOf(point), n.valueSpan, `n="${number}" stands here.`)],
    };
    return;
  }
}
