// Problems as one page for a browser: a summary, then a section for each code, filters, the documents.
export { html } from './html-report.js';
