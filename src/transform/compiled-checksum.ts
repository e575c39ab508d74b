interface Instruction {
  readonly N: string;
  readonly C?: readonly Instruction[];
  readonly [property: string]: unknown;
}

const exportNamespace = 'http://ns.saxonica.com/xslt/export';

/** The property of a compiled stylesheet that carries its checksum. */
const property = 'Σ';

/** A value with an address in it, and the number of the instruction that it belongs to. */
export type Addressed = readonly [number: number, value: string];

/** The checksum of a compiled stylesheet, and those of its values that are written anew where it is opened. */
export interface Checksum {
  readonly sum: number;
  readonly addressed: readonly Addressed[];
}

/**
 * The checksum that the engine demands of a compiled stylesheet: each name and value goes in with the number of its
 * instruction, in document order, by exclusive or. So a value can be taken out again, and another put in.
 *
 * @param isAddressed tells the values that are to be listed
 */
export function checksumOf(compiled: object, isAddressed: (value: string) => boolean): Checksum {
  let sum = 0;
  let number = 0;
  const addressed: Addressed[] = [];
  const visit = (instruction: Instruction): void => {
    sum ^= weigh(instruction.N, number) ^ weigh(exportNamespace, number);
    number++;
    for (const key of Object.keys(instruction)) {
      if (key === 'N' || key === 'C' || key === property) continue;
      const value = String(instruction[key]);
      sum ^= weigh(key, number) ^ weigh('', number) ^ weigh(value, number);
      if (isAddressed(value)) addressed.push([number, value]);
    }
    for (const child of instruction.C ?? []) visit(child);
    sum ^= 1;
  };
  visit(compiled as Instruction);
  return { sum, addressed };
}

/** Gives a compiled stylesheet, whose addresses have been written anew, the checksum that it has now. */
export function seal(
  compiled: { [key: string]: unknown },
  { sum, addressed }: Checksum,
  writeAnew: (value: string) => string,
): void {
  let sealed = sum;
  for (const [number, value] of addressed) {
    sealed ^= weigh(value, number) ^ weigh(writeAnew(value), number);
  }
  compiled[property] = (sealed >>> 0).toString(16);
}

function weigh(text: string, number: number): number {
  let weight = number << 8;
  for (let at = 0; at < text.length; at++) weight = (weight << 1) + text.charCodeAt(at);
  return weight;
}
