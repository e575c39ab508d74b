/** How problems can be printed. */
export const formatNames = [
  'pretty',
  'json',
  'sarif',
  'junit',
  'github',
  'gitlab',
  'checkstyle',
  'svrl',
  'html',
] as const;

export type FormatName = (typeof formatNames)[number];
