/** A name class (RELAX NG, 4.9–4.10 and 6.2.1), its names expanded. */
export type NameClass =
  | { readonly kind: 'name'; readonly ns: string; readonly local: string }
  | { readonly kind: 'nsName'; readonly ns: string; readonly except: NameClass | undefined }
  | { readonly kind: 'anyName'; readonly except: NameClass | undefined }
  | { readonly kind: 'choice'; readonly choices: readonly NameClass[] };

/** Whether a name belongs to a name class. */
export function contains(nameClass: NameClass, ns: string, local: string): boolean {
  switch (nameClass.kind) {
    case 'name':
      return nameClass.local === local && nameClass.ns === ns;
    case 'nsName':
      return (
        nameClass.ns === ns &&
        (nameClass.except === undefined || !contains(nameClass.except, ns, local))
      );
    case 'anyName':
      return nameClass.except === undefined || !contains(nameClass.except, ns, local);
    case 'choice':
      return nameClass.choices.some((choice) => contains(choice, ns, local));
  }
}

/** Whether a name class has infinitely many names: `anyName` or `nsName` is in it. */
export function isOpen(nameClass: NameClass): boolean {
  return nameClass.kind === 'choice' ? nameClass.choices.some(isOpen) : nameClass.kind !== 'name';
}

/** The names that a name class lists one by one; those it excepts are not among them. */
export function* listedNames(
  nameClass: NameClass,
): IterableIterator<{ readonly ns: string; readonly local: string }> {
  if (nameClass.kind === 'name') yield nameClass;
  else if (nameClass.kind === 'choice')
    for (const choice of nameClass.choices) yield* listedNames(choice);
}

/** No name can be this one, nor a namespace: it stands for every name that a class does not mention. */
const unmentioned = '\u0000';

/**
 * Whether two name classes have a name in common (7.3, 7.4). One name is tried for each way in which the two classes
 * can tell names apart: each name they mention, an unmentioned name in each namespace, a name in no mentioned one.
 */
export function overlap(a: NameClass, b: NameClass): boolean {
  const common = (ns: string, local: string) => contains(a, ns, local) && contains(b, ns, local);
  const tries = (nameClass: NameClass | undefined): boolean => {
    switch (nameClass?.kind) {
      case undefined:
        return false;
      case 'name':
        return common(nameClass.ns, nameClass.local);
      case 'nsName':
        return common(nameClass.ns, unmentioned) || tries(nameClass.except);
      case 'anyName':
        return common(unmentioned, unmentioned) || tries(nameClass.except);
      case 'choice':
        return nameClass.choices.some(tries);
    }
  };
  return tries(a) || tries(b);
}
