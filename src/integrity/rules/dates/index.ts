// Dates: that they exist, come one after another, and agree with their words.
import { dateOrder } from './date-order.js';
import { dateWords } from './date-words.js';
import { noSuchDate } from './no-such-date.js';
import { weekday } from './weekday.js';

export const dateRules = [dateOrder, noSuchDate, dateWords, weekday];
