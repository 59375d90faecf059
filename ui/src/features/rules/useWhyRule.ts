import { useExplain } from '../../api/explain';
import type { RulesetCheckView } from '../../api/types';
import { useCommands } from '../../kit/CommandRegistry';

/** `W` explains why the rules on the screen fire or not in the session they are tried on. */
export function useWhyRule({ verdict }: RulesetCheckView, sessionId: string | null): void {
  const show = useExplain((state) => state.show);
  useCommands([
    {
      id: 'rules.why',
      title: 'Explain why they fire or not',
      group: 'Rules',
      keys: 'w',
      disabledReason:
        verdict === null ? 'The rules are tried as soon as there is a session and nothing to mend.' : null,
      run: () =>
        verdict && show({ title: `tried on ${sessionId ?? ''}`, campaigns: [verdict], notEvaluated: [] }),
    },
  ]);
}
