import { mockIPC } from '@tauri-apps/api/mocks';
import { campaignAnswers } from './fake/campaigns';
import { clockAnswers } from './fake/clock';
import { couponAnswers } from './fake/coupons';
import { dictionaryAnswers } from './fake/dictionary';
import { eventAnswers } from './fake/events';
import { reportAnswers } from './fake/reports';
import { serverAnswers } from './fake/server';
import { stageAnswers } from './fake/stage';
import { workspaceAnswers } from './fake/workspace';

/** One command's canned answer; a refusal is thrown as a `RefusalView`. */
export type Answer = (args: Record<string, unknown>) => unknown;

/**
 * Which world the fake host plays, chosen by the address (`?world=empty`): `shop` has everything, `empty` is a
 * workspace with nothing in it, `none` has no workspace open, `broken` refuses every read.
 */
export type World = 'shop' | 'empty' | 'none' | 'broken';

export function chosenWorld(): World {
  const asked = new URLSearchParams(window.location.search).get('world');
  return asked === 'empty' || asked === 'none' || asked === 'broken' ? asked : 'shop';
}

/** Puts canned answers where the host would be. Commands nobody canned are refused by name. */
export function installFakeHost(world: World = chosenWorld()): void {
  const answers: Record<string, Answer> = {
    ...workspaceAnswers(world),
    ...clockAnswers(world),
    ...dictionaryAnswers(world),
    ...campaignAnswers(world),
    ...couponAnswers(world),
    ...stageAnswers(world),
    ...eventAnswers(world),
    ...reportAnswers(world),
    ...serverAnswers(world),
  };
  mockIPC(
    (command, payload) => {
      const answer = answers[command];
      if (world === 'broken' && command !== 'current_workspace') {
        throw { code: 'file', message: 'The file could not be read: disk error.', problems: [] };
      }
      if (!answer)
        throw { code: 'notFound', message: `The fake host has no answer for "${command}".`, problems: [] };
      return answer((payload ?? {}) as Record<string, unknown>);
    },
    { shouldMockEvents: true },
  );
}
