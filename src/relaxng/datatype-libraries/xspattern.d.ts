// The package has types, but its exports do not name them.
declare module 'xspattern' {
  /** A test of whole texts against an XML Schema regular expression; throws where it is none. */
  export function compile(pattern: string): (text: string) => boolean;
}
