import { Temporal } from 'temporal-polyfill';

/** When somebody is reminded of training who has not said when they train. */
export const usualTime = Temporal.PlainTime.from('18:00');
