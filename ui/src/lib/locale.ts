/**
 * The locale of every formatter in this window. It is fixed: the window speaks English, figures and times keep
 * one shape on every machine, and a host that reports a locale `Intl` refuses (such as `C`) cannot stop it.
 */
export const locale = 'en-GB';
