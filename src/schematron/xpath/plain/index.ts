// Plain expressions of XPath 3.1 as functions of JavaScript: paths, comparisons, conditions, variables and the usual
// functions, over views. What is not plain, and whatever would be an error, is left to fontoxpath: `undefined`.

export { type Item, type Items, NotPlain, textOfItem, truthOf } from './items.js';
export { type PlainExpression, plainExpression } from './plain-expression.js';
