// Dates: that they exist, and come one after another.
import { dateOrder } from './date-order.js';
import { noSuchDate } from './no-such-date.js';

export const dateRules = [dateOrder, noSuchDate];
