// Places: coordinates that can be, and where they are said to be.
import type { AnyRule } from '../../rule.js';
import { coordinates } from './coordinates.js';
import { farFromCountry } from './far-from-country.js';

export const placeRules: readonly AnyRule[] = [coordinates, farFromCountry];
