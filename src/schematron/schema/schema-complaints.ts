import type { Problem } from '../../problems/index.js';
import { placeAt, problemAt, type Span, sourceOf, type XmlElement } from '../../xml/index.js';
import type { SchemaPlace } from './schema.js';

const code = 'schematron/schema';

/** What is wrong with a schema, gathered so that all of it is told at once. */
export class SchemaComplaints {
  readonly problems: Problem[] = [];
  readonly doubts: Problem[] = [];

  report(element: XmlElement, span: Span, message: string, help?: string): void {
    this.problems.push(problemAt(sourceOf(element), span, { code, message, help }));
  }

  /** Tells of what keeps nothing from being checked. */
  doubt(element: XmlElement, span: Span, message: string, help: string): void {
    this.doubtAt(placeAt(sourceOf(element), span), message, help);
  }

  doubtAt(place: SchemaPlace, message: string, help: string): void {
    const code = 'schematron/dangling-reference';
    this.doubts.push({ ...place, severity: 'warning', code, message, help });
  }

  at(place: SchemaPlace, message: string, help: string): void {
    this.problems.push({ ...place, severity: 'error', code, message, help });
  }
}
