import type { SourceText } from '../../../xml/index.js';

const known = new WeakMap<SourceText, string>();
const isPresent = new Uint8Array(1 << 16);

/** The UTF-16 units that a source is made of, each once. They are collected when somebody first asks. */
export function unitsOf(source: SourceText): string {
  let units = known.get(source);
  if (units === undefined) {
    const found: number[] = [];
    const { text } = source;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (isPresent[unit] === 1) continue;
      isPresent[unit] = 1;
      found.push(unit);
    }
    for (const unit of found) isPresent[unit] = 0;
    units = found.map((unit) => String.fromCharCode(unit)).join('');
    known.set(source, units);
  }
  return units;
}

const classOrUnit = String.raw`(?:\[(?:[^\]\\]|\\.)+\]|\\u[0-9a-f]{4}|[^\\[\](){}.*+?|^$])`;
const ofOneUnitOnly = new RegExp(`^${classOrUnit}(?:\\|${classOrUnit})*$`);
const ofOneUnit = new Map<RegExp, boolean>();

/**
 * Whether a regular expression matches one unit and looks at no other, so that the units of a text, in whatever order,
 * tell whether it matches there.
 */
export function matchesOneUnit(expression: RegExp): boolean {
  let matches = ofOneUnit.get(expression);
  if (matches === undefined) {
    matches = expression.flags === '' && ofOneUnitOnly.test(expression.source);
    ofOneUnit.set(expression, matches);
  }
  return matches;
}
