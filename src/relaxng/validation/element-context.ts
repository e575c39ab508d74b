import type { XmlElement } from '../../xml/index.js';
import type { ValueContext } from '../datatype-libraries/index.js';

/** What is declared where an element stands: namespaces, and in the DOCTYPE unparsed entities. */
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

  unparsedEntity(name: string): boolean {
    let at: XmlElement['parent'] | undefined = this.element;
    while (at?.kind === 'element') at = at.parent;
    return at?.doctype?.unparsedEntities.has(name) ?? false;
  }
}
