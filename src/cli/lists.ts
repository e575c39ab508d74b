/** Gathers the values of an option that takes a list, with commas between them or by being repeated. */
export function gatherList(value: string, before: readonly string[] | undefined): string[] {
  const values = value.split(',').map((each) => each.trim());
  return [...(before ?? []), ...values.filter((each) => each !== '')];
}

/** Gathers the values of an option that is repeated. */
export function gather(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}
