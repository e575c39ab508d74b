import type { XmlElement } from '../../xml/index.js';
import type { ValueContext } from '../datatype-libraries/index.js';

/** The namespaces that are declared where an element stands. */
export class ElementContext implements ValueContext {
  element: XmlElement | undefined;

  namespace(prefix: string): string | undefined {
    if (prefix === 'xml') return 'http://www.w3.org/XML/1998/namespace';
    for (
      let at: XmlElement['parent'] | undefined = this.element;
      at?.kind === 'element';
      at = at.parent
    ) {
      const found = at.namespaces?.get(prefix);
      if (found !== undefined) return prefix !== '' && found === '' ? undefined : found;
    }
    return prefix === '' ? '' : undefined;
  }

  unparsedEntity(): boolean {
    return false;
  }
}
