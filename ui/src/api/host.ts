import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

/** Asks the host for one command; arguments by their camel-case names. Rejects with what the host refused. */
export function callHost<T>(command: string, args: Record<string, unknown> = {}): Promise<T> {
  return invoke<T>(command, args);
}

/** Hears what the host says unasked; resolves with the function that stops listening. */
export function hearHost<T>(event: string, onHeard: (payload: T) => void): Promise<() => void> {
  return listen<T>(event, (heard) => onHeard(heard.payload));
}
