/** What came of asking the web for an address. */
export type WebAnswer =
  /** There is something: there, or, where it has moved for good, at another address. */
  | { readonly kind: 'there'; readonly movedTo?: string }
  /** There is nothing, and nobody will say otherwise tomorrow: no page, or no such server. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** It could not be told: the server is busy, or lets in only whom it knows. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** What the web answered, by address without its fragment. */
export type WebAnswers = ReadonlyMap<string, WebAnswer>;

/** An address as it is asked for: without what a browser keeps to itself (RFC 9110, section 7.1). */
export function askedAddress(address: string): string {
  return address.replace(/#.*$/s, '');
}
