// Plain expressions of XPath 3.1 as functions of JavaScript: paths, comparisons, conditions, variables and the usual
// functions, over views. What is not plain, and whatever would be an error, is left to fontoxpath: `undefined`.

export { type Items, isNode, NotPlain, textOfItem } from './items.js';
export { type PlainExpression, type PlainOutside, plainExpression } from './plain-expression.js';
