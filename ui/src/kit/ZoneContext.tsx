import { createContext, type ReactNode, useContext } from 'react';
import { systemZone } from '../lib/time';

const Zone = createContext<string | null>(null);

/** States the one time zone (IANA name) of everything inside. */
export function ZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <Zone value={zone}>{children}</Zone>;
}

/** The window's time zone (IANA name); the system's where none was stated. */
export function useZone(): string {
  return useContext(Zone) ?? systemZone();
}
