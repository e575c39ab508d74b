// libxml2, as the WebAssembly build of its `xmllint`: what it says of documents by RELAX NG and by XSD 1.0, with each
// complaint at the element that it is about.

export { relaxNgJudge } from './judge-by-relaxng.js';
export { xsdJudge, xsdNamespace } from './judge-by-xsd.js';
export type { DocumentVerdict, ElementComplaint, LibxmlJudge } from './libxml-judge.js';
