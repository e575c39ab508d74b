import { dayNumber, floorDivide } from './dates.js';
import { withoutTrailingZeros } from './numbers.js';
import type { Order, ValueSpace } from './value-space.js';

// 3.2.6 duration: months and seconds, which have no common measure.

interface Duration {
  readonly months: bigint;
  readonly seconds: bigint;
  readonly fraction: string;
  readonly negative: boolean;
}

const literalForm =
  /^(-?)P(?=.)(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?(?:T(?=.)(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.([0-9]+))?S)?)?$/;

function parse(literal: string): Duration | undefined {
  const match = literalForm.exec(literal);
  if (match === null) return undefined;
  const part = (index: number) => BigInt(match[index] ?? 0);
  const months = part(2) * 12n + part(3);
  const seconds = part(4) * 86400n + part(5) * 3600n + part(6) * 60n + part(7);
  const fraction = withoutTrailingZeros(match[8] ?? '');
  const zero = months === 0n && seconds === 0n && fraction === '';
  return { months, seconds, fraction, negative: match[1] === '-' && !zero };
}

/** The moments that tell durations apart (3.2.6.2): the first of September 1696, February 1697, March 1903, July 1903. */
const yardsticks = [1696 * 12 + 8, 1697 * 12 + 1, 1903 * 12 + 2, 1903 * 12 + 6].map(BigInt);

/** Seconds to the end of a duration that begins at a yardstick; of the fraction, its part of a thousandth apart. */
function endFrom(yardstick: bigint, duration: Duration): bigint {
  const sign = duration.negative ? -1n : 1n;
  const months = yardstick + sign * duration.months;
  const year = floorDivide(months, 12n);
  const days = dayNumber(year, Number(months - year * 12n) + 1, 1);
  return days * 86400n + sign * duration.seconds;
}

function compare(a: Duration, b: Duration): Order {
  const digits = Math.max(a.fraction.length, b.fraction.length);
  const scale = 10n ** BigInt(digits);
  const fraction = (value: Duration) =>
    (value.negative ? -1n : 1n) * BigInt(value.fraction.padEnd(digits, '0') || '0');
  let result: Order;
  for (const [index, yardstick] of yardsticks.entries()) {
    const difference =
      endFrom(yardstick, a) * scale + fraction(a) - (endFrom(yardstick, b) * scale + fraction(b));
    const here = difference < 0n ? -1 : difference > 0n ? 1 : 0;
    if (index > 0 && here !== result) return undefined;
    result = here;
  }
  return result;
}

export const durationSpace: ValueSpace<Duration> = {
  name: 'duration',
  whiteSpace: 'collapse',
  parse,
  key: ({ months, seconds, fraction, negative }) =>
    `${negative ? '-' : ''}${months}/${seconds}.${fraction}`,
  complaint: (literal) =>
    literal === ''
      ? 'it is empty'
      : 'a duration is written such as P2Y3M (two years, three months), P10D (ten days) or PT12H30M (twelve and a half hours)',
  compare,
};
