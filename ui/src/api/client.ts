import { commands } from './bindings';
import { refusalOf } from './refusal';

type Commands = typeof commands;
type Command = (...args: never[]) => Promise<unknown>;

/**
 * Every command of the host, as it was generated from the host itself. A refusal is thrown as `Refusal`. `dry`
 * rehearses: the same answer, nothing stored. Commands that open a file dialog answer `null` when it is cancelled.
 */
export const client: Commands = refusing(commands);

function refusing<All extends Record<string, Command>>(all: All): All {
  const entries = Object.entries(all).map(([name, command]) => [name, refused(command)]);
  return Object.fromEntries(entries) as All;
}

function refused(command: Command): Command {
  return (...args) =>
    command(...args).catch((reason: unknown) => {
      throw refusalOf(reason);
    });
}
