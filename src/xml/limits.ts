/** What one document may cost, beside what its entities may (`entityLimits`). */
export const xmlLimits = {
  /** UTF-16 units of one tag, comment or processing instruction, or of the DOCTYPE. */
  markup: 10_000_000,
  /** Elements within elements. */
  depth: 200_000,
  /** Problems that are told before the rest is left. */
  problems: 10_000,
} as const;
