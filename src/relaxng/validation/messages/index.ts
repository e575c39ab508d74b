import type { Problem } from '../../../problems/index.js';
import type { Mistake } from '../mistake.js';
import { attributeConflict, missingAttributes, unknownAttribute } from './attributes.js';
import { misplacedElement, misplacedText, tooEarly } from './misplaced-elements.js';
import { incompleteElement, missingElement } from './missing-elements.js';
import type { Telling } from './telling.js';
import { unknownElement, wrongNamespace } from './unknown-elements.js';
import { wrongAttributeValue, wrongElementValue } from './values.js';

// What a person is told of a mistake: the thing itself, why, and what to do.
export { repairHelp } from './repairs.js';
export { Telling } from './telling.js';
export { list, quoted } from './wording.js';
export { type Fault, fault } from './wrong-values.js';

/** The problem that a mistake is. */
export function problemOf(telling: Telling, mistake: Mistake): Problem {
  telling.wording.scope = 'element' in mistake ? mistake.element : mistake.parent.element;
  switch (mistake.kind) {
    case 'unknown-element':
      return unknownElement(telling, mistake);
    case 'wrong-namespace':
      return wrongNamespace(telling, mistake);
    case 'misplaced-element':
      return misplacedElement(telling, mistake);
    case 'missing-before':
      return missingElement(telling, mistake);
    case 'too-early':
      return tooEarly(telling, mistake);
    case 'incomplete':
      return incompleteElement(telling, mistake);
    case 'unknown-attribute':
      return unknownAttribute(telling, mistake);
    case 'attribute-conflict':
      return attributeConflict(telling, mistake);
    case 'attribute-value':
      return wrongAttributeValue(telling, mistake);
    case 'missing-attributes':
      return missingAttributes(telling, mistake);
    case 'text':
      return misplacedText(telling, mistake);
    case 'element-value':
      return wrongElementValue(telling, mistake);
  }
}
