import type { Problem } from '../../problems/index.js';
import { problemAt, type Span, sourceOf, type XmlElement } from '../../xml/index.js';
import type { SchemaPlace } from './schema.js';

/** What is wrong with a schema, gathered so that all of it is told at once. */
export class SchemaComplaints {
  readonly problems: Problem[] = [];

  report(element: XmlElement, span: Span, message: string, help?: string): void {
    this.at({ source: sourceOf(element), span }, message, help);
  }

  at({ source, span }: SchemaPlace, message: string, help?: string): void {
    this.problems.push(problemAt(source, span, { code: 'schematron/schema', message, help }));
  }
}
