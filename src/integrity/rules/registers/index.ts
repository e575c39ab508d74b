// Registers: entries that are used, once each.
import { similarEntries } from './similar-entries.js';
import { unusedEntry } from './unused-entry.js';

export const registerRules = [similarEntries, unusedEntry];
