import type { Problem } from '../../../problems/index.js';
import type { Mistake } from '../mistake.js';
import { attributeConflict, missingAttributes, unknownAttribute } from './attributes.js';
import {
  incompleteElement,
  misplacedElement,
  misplacedText,
  missingElement,
  tooEarly,
  unknownElement,
  wrongNamespace,
} from './elements.js';
import type { Telling } from './telling.js';
import { wrongAttributeValue, wrongElementValue } from './values.js';

// What a person is told of a mistake: the thing itself, why, and what to do.
export { Telling } from './telling.js';
export { type Fault, fault } from './values.js';
export { list, quoted } from './wording.js';

/** The problem that a mistake is. */
export function problemOf(telling: Telling, mistake: Mistake): Problem {
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
