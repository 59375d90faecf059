import type { Command } from '../kit/CommandRegistry';

export type CommandGroup = { title: string; commands: Command[] };

/** The commands by group; the groups of the screen come before the window's own. */
export function commandGroups(commands: readonly Command[]): CommandGroup[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    const group = groups.get(command.group);
    if (group) group.push(command);
    else groups.set(command.group, [command]);
  }
  const all = [...groups].map(([title, members]) => ({ title, commands: members }));
  return [
    ...all.filter((group) => group.title !== 'Window'),
    ...all.filter((group) => group.title === 'Window'),
  ];
}

/** How the keys of a command read. */
export function keysTextOf(command: Command): string {
  if (command.keysText) return command.keysText;
  const keys = command.keys ?? '';
  return keys.length === 1 ? keys.toUpperCase() : keys;
}
