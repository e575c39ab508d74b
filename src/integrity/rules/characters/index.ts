// Characters: what a reader does not see and a program does.
import type { AnyRule } from '../../rule.js';
import { controlCharacter } from './control-character.js';
import { invisibleCharacter } from './invisible-character.js';
import { privateUseCharacter } from './private-use-character.js';
import { replacementCharacter } from './replacement-character.js';

export const characterRules: readonly AnyRule[] = [
  controlCharacter,
  replacementCharacter,
  invisibleCharacter,
  privateUseCharacter,
];
