/** What an option of a rule may be, as it is written in the configuration. */
interface OptionTypes {
  readonly boolean: boolean;
  readonly number: number;
  readonly text: string;
  readonly texts: readonly string[];
}

/** An option of a rule. */
export type OptionDescription = {
  [Type in keyof OptionTypes]: {
    readonly type: Type;
    /** What holds where the configuration does not say. */
    readonly default: OptionTypes[Type];
    /** What it does, in a sentence. */
    readonly description: string;
    /** The values that a text may have; any, unless said. */
    readonly choices?: readonly string[];
  };
}[keyof OptionTypes];

export type OptionDescriptions = Readonly<Record<string, OptionDescription>>;

/** The options that a rule is given: as configured, or by default. */
export type OptionsOf<Descriptions extends OptionDescriptions> = {
  readonly [Name in keyof Descriptions]: OptionTypes[Descriptions[Name]['type']];
};

/** Whether a value from a configuration is one that an option may have. */
export function isOptionValue(value: unknown, option: OptionDescription): boolean {
  const isChoice = (text: unknown): boolean =>
    typeof text === 'string' && (option.choices?.includes(text) ?? true);
  switch (option.type) {
    case 'text':
      return isChoice(value);
    case 'texts':
      return Array.isArray(value) && value.every(isChoice);
    default:
      return typeof value === option.type;
  }
}
