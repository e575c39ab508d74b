/**
 * Makes things in order, beginning a few before they are asked for.
 *
 * @param ahead how many are being made at a time
 * @returns the thing with a number; numbers are to be asked for in order, each once
 */
export function makeAhead<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
  ahead: number,
): (number: number) => Promise<Made> {
  const begun = new Map<number, Promise<Made>>();
  let next = 0;
  const begin = (last: number): void => {
    for (; next <= last && next < items.length; next++) {
      const made = make(items[next] as Item);
      // Whoever asks for it hears of its failure; it may be that nobody does.
      made.catch(() => {});
      begun.set(next, made);
    }
  };
  begin(ahead - 1);
  return (number) => {
    begin(number + ahead - 1);
    const made = begun.get(number);
    begun.delete(number);
    return made ?? Promise.reject(new RangeError(`${number} was not to be made.`));
  };
}
