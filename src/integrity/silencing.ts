import { nearest, type Problem, type Severity } from '../problems/index.js';
import {
  type PlacedSpan,
  placeAt,
  problemAt,
  sourceOf,
  type XmlElement,
  type XmlProcessingInstruction,
} from '../xml/index.js';

/** A processing instruction that silences rules, `<?imprimatur ignore double-space: the manuscript has it so?>`. */
export interface Silence {
  /** The names of the rules. */
  readonly rules: readonly string[];
  /** Where it stands. */
  readonly place: PlacedSpan;
  /** Where the rules are silent; the whole document, and what it includes, where it is absent. */
  readonly range?: PlacedSpan | undefined;
}

/** The target of processing instructions that are for this program. */
export const instructionTarget = 'imprimatur';

const code = 'integrity/silencing';
const form = 'Write <?imprimatur ignore double-space: why it is right so?>.';

/**
 * Reads a processing instruction that silences rules. One before the root element counts for the document; one within
 * counts from where it stands to the end of the element that comes next, or, where none does, of the one it stands in.
 *
 * @param names the names of all rules
 * @param report hears what is wrong with it: then it silences nothing
 */
export function readSilence(
  instruction: XmlProcessingInstruction,
  names: readonly string[],
  severity: Severity,
  report: (problem: Problem) => void,
): Silence | undefined {
  const { parent } = instruction;
  const source = sourceOf(parent);
  const say = (message: string, help: string): undefined => {
    report(problemAt(source, instruction, { code, severity, message, help }));
  };
  const [, verb = '', list = '', reason = ''] =
    /^\s*([^\s:]*)\s*([^:]*):?([\s\S]*)$/.exec(instruction.value) ?? [];
  if (verb !== 'ignore') return say(`"${verb}" is nothing that imprimatur can be told.`, form);
  const rules = list
    .split(/[\s,]+/)
    .filter((name) => name !== '')
    .map((name) => name.replace(/^integrity\//, ''));
  if (rules.length === 0) return say('This does not say which rule it silences.', form);
  const unknown = rules.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, names);
    return say(
      `There is no rule "${unknown}" to silence.`,
      near === undefined
        ? 'The rule is the part in [brackets] that follows integrity/.'
        : `Did you mean ${near}?`,
    );
  }
  if (reason.trim() === '') {
    return say(
      `This gives no reason, and so silences nothing.`,
      `Write after a colon why it is right so: <?imprimatur ignore ${rules.join(' ')}: …?>.`,
    );
  }
  const place = placeAt(source, instruction);
  if (parent.kind === 'document') return { rules, place };
  const after = parent.children.slice(parent.children.indexOf(instruction) + 1);
  const next = after.find((child): child is XmlElement => child.kind === 'element');
  // What was brought in from another file has offsets of its own.
  const end =
    next === undefined || next.source !== undefined
      ? (parent.endTag?.start ?? parent.end)
      : next.end;
  return { rules, place, range: placeAt(source, { start: instruction.start, end }) };
}

/**
 * Leaves out what is silenced, and tells of instructions that silence nothing.
 *
 * @param problems what rules found in the document
 * @param applied whether a rule has been applied, so that it would have found what there is
 * @param severity how much it weighs that an instruction silences nothing; `undefined` to say nothing of it
 */
export function silenced(
  problems: readonly Problem[],
  silences: readonly Silence[],
  applied: (rule: string) => boolean,
  severity: Severity | undefined,
): readonly Problem[] {
  if (silences.length === 0) return problems;
  const used = new Set<string>();
  const kept = problems.filter((problem) => {
    let isSilent = false;
    for (const [index, silence] of silences.entries()) {
      const rule = silence.rules.find((name) => name === nameOf(problem.code));
      if (rule === undefined || !covers(silence, problem)) continue;
      used.add(`${index} ${rule}`);
      isSilent = true;
    }
    return !isSilent;
  });
  if (severity === undefined) return kept;
  for (const [index, { rules, place }] of silences.entries()) {
    for (const rule of rules) {
      if (used.has(`${index} ${rule}`) || !applied(rule)) continue;
      kept.push({
        ...place,
        severity,
        code,
        message: `There is nothing for ${rule} to find here, and so nothing to silence.`,
        help: 'Take the instruction out.',
      });
    }
  }
  return kept;
}

/** The name of the rule that finds problems of a code. */
function nameOf(code: string): string {
  return code.slice(code.indexOf('/') + 1);
}

function covers({ range }: Silence, { file, line, column }: Problem): boolean {
  if (range === undefined) return true;
  if (file !== range.file) return false;
  const begins = line > range.line || (line === range.line && column >= range.column);
  return begins && (line < range.endLine || (line === range.endLine && column <= range.endColumn));
}
