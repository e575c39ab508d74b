// Dates: that they exist, come one after another, and agree with their words.
import { anachronism } from './anachronism.js';
import { dateOrder } from './date-order.js';
import { dateWords } from './date-words.js';
import { lifeDates } from './life-dates.js';
import { noSuchDate } from './no-such-date.js';
import { revisionOrder } from './revision-order.js';
import { sentAfterReceived } from './sent-after-received.js';
import { weekday } from './weekday.js';

export const dateRules = [
  dateOrder,
  noSuchDate,
  dateWords,
  weekday,
  lifeDates,
  sentAfterReceived,
  revisionOrder,
  anachronism,
];
