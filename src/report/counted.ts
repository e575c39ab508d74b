/** A count with its noun, as English has it: `1 file`, `4,102 files`. */
export function counted(count: number, noun: string): string {
  return `${thousands(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A whole number with a comma before each three digits, whatever the locale. */
export function thousands(count: number): string {
  return `${count}`.replace(/\B(?=(?:\d{3})+$)/g, ',');
}
