// Places: coordinates that can be.
import { coordinates } from './coordinates.js';

export const placeRules = [coordinates];
