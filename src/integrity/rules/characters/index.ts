// Characters: what a reader does not see and a program does.
import type { AnyRule } from '../../rule.js';
import { controlCharacter } from './control-character.js';
import { decomposedCharacter } from './decomposed-character.js';
import { doubleSpace } from './double-space.js';
import { invisibleCharacter } from './invisible-character.js';
import { lookalikeCharacter } from './lookalike-character.js';
import { lookalikeDigit } from './lookalike-digit.js';
import { mixedApostrophes } from './mixed-apostrophes.js';
import { mixedEllipses } from './mixed-ellipses.js';
import { mixedQuotationMarks } from './mixed-quotation-marks.js';
import { mixedScripts } from './mixed-scripts.js';
import { mojibake } from './mojibake.js';
import { privateUseCharacter } from './private-use-character.js';
import { replacementCharacter } from './replacement-character.js';
import { spaceBeforePunctuation } from './space-before-punctuation.js';
import { unpairedBracket } from './unpaired-bracket.js';
import { unpairedQuotationMark } from './unpaired-quotation-mark.js';

export const characterRules: readonly AnyRule[] = [
  controlCharacter,
  replacementCharacter,
  mojibake,
  invisibleCharacter,
  privateUseCharacter,
  mixedScripts,
  decomposedCharacter,
  lookalikeCharacter,
  lookalikeDigit,
  doubleSpace,
  mixedApostrophes,
  mixedEllipses,
  mixedQuotationMarks,
  spaceBeforePunctuation,
  unpairedBracket,
  unpairedQuotationMark,
];
