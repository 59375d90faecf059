import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { useCommandList } from '../kit/CommandRegistry';

/**
 * Binds the keys of every offered command. Keys without Ctrl, Cmd or Alt rest while text is being typed, and
 * all rest while the focus is in a dialog or a menu. Where two commands share keys, the one offered last has them.
 */
export function useCommandKeys(): void {
  const commands = useCommandList();
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    for (const command of commands) {
      if (!command.keys) continue;
      const isPlain = !/\$mod|Control|Alt|Meta|F\d/.test(command.keys);
      const onKeys = (event: KeyboardEvent) => {
        // An editor with an undo of its own comes first.
        if (event.defaultPrevented) return;
        if (isInside(event, floating) || (isPlain && isInside(event, typing))) return;
        event.preventDefault();
        if (!command.disabledReason) command.run();
      };
      for (const form of tinykeysForms(command.keys)) bindings[form] = onKeys;
    }
    return tinykeys(window, bindings);
  }, [commands]);
}

/** `?` is typed with Shift on most keyboards and without on some; both must do. */
function tinykeysForms(keys: string): string[] {
  return keys === '?' ? ['?', 'Shift+?'] : [keys];
}

const floating = '[role="dialog"],[role="alertdialog"],[role="menu"],[role="listbox"]';
const typing = 'input,textarea,select,[contenteditable="true"],[role="combobox"],[role="spinbutton"]';

function isInside(event: KeyboardEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}
