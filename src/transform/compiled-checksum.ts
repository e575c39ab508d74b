import type { CompiledStylesheet } from './engine.js';

interface Instruction {
  readonly N: string;
  readonly C?: readonly Instruction[];
  readonly [property: string]: unknown;
}

const exportNamespace = 'http://ns.saxonica.com/xslt/export';

/** The property that carries the checksum. */
const property = 'Σ';

/**
 * Gives a compiled stylesheet the checksum that the engine demands of it. The engine refuses one whose text has
 * changed since `xslt3` wrote it, and the addresses of its modules are ours. Each name and value goes in with the
 * number of its instruction, in document order.
 */
export function sealCompiled(compiled: CompiledStylesheet): void {
  let sum = 0;
  let number = 0;
  const visit = (instruction: Instruction): void => {
    sum ^= weigh(instruction.N, number) ^ weigh(exportNamespace, number);
    number++;
    for (const key of Object.keys(instruction)) {
      if (key === 'N' || key === 'C' || key === property) continue;
      sum ^= weigh(key, number) ^ weigh('', number) ^ weigh(String(instruction[key]), number);
    }
    for (const child of instruction.C ?? []) visit(child);
    sum ^= 1;
  };
  visit(compiled as unknown as Instruction);
  compiled[property] = (sum >>> 0).toString(16);
}

function weigh(text: string, number: number): number {
  let weight = number << 8;
  for (let at = 0; at < text.length; at++) weight = (weight << 1) + text.charCodeAt(at);
  return weight;
}
