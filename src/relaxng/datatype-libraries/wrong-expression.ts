/** A regular expression that is not one. */
export class WrongExpression extends Error {}
