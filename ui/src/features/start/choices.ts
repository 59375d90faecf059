import type { Choice } from '../../kit/fieldTypes';
import { locale } from '../../lib/locale';

/** Every currency the system knows, by code and name; `current` is among them in any case. */
export function currencyChoices(current: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'code' });
  return withCurrent(known('currency'), current).map((code) => {
    const name = nameOf(names, code);
    return { id: code, label: name === code ? code : `${code} ${name}` };
  });
}

/** Every time zone the system knows, UTC first; `current` is among them in any case. */
export function zoneChoices(current: string): Choice[] {
  const zones = ['UTC', ...known('timeZone').filter((zone) => zone !== 'UTC')];
  return withCurrent(zones, current).map((zone) => ({ id: zone, label: zone.replaceAll('_', ' ') }));
}

function known(key: 'currency' | 'timeZone'): string[] {
  try {
    return Intl.supportedValuesOf(key);
  } catch {
    return [];
  }
}

function withCurrent(all: string[], current: string): string[] {
  return all.includes(current) ? all : [current, ...all];
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
