import { Workflow } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Explanation, type RulePlace, useExplain } from '../../api/explain';
import { DrawerContent, useDrawer } from '../../kit/Drawer';
import { EmptyState } from '../../kit/EmptyState';
import { NotEvaluated } from '../../kit/NotEvaluated';
import { Panes } from '../../kit/Panes';
import { RuleVerdict } from '../../kit/RuleVerdict';
import { RuleList } from './RuleList';
import { ruleAt } from './ruleGroups';

/** Why rules fired and why they did not, in the bottom drawer. Opens whenever something asks for it. */
export function ExplainDrawer() {
  const { explanation, asked } = useExplain();
  const { setOpen } = useDrawer();
  useEffect(() => {
    if (asked > 0) setOpen(true);
  }, [asked, setOpen]);
  if (!explanation) return null;
  return (
    <DrawerContent title={`Why · ${explanation.title}`}>
      <ExplanationPanes key={asked} explanation={explanation} />
    </DrawerContent>
  );
}

function ExplanationPanes({ explanation }: { explanation: Explanation }) {
  const [place, setPlace] = useState<RulePlace | undefined>(explanation.focus);
  const chosen = ruleAt(explanation, place);
  if (!chosen) {
    return (
      <div className="h-full overflow-auto">
        <EmptyState
          icon={Workflow}
          title="No rule was evaluated"
          sentence="No running campaign has a rule that could look at this event."
        />
        <NotEvaluated campaigns={explanation.notEvaluated} />
      </div>
    );
  }
  const list = (
    <RuleList
      campaigns={explanation.campaigns}
      notEvaluated={explanation.notEvaluated}
      chosen={chosen}
      onChoose={setPlace}
    />
  );
  const tree = (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`Why: ${chosen.rule.title}`}
      className="ring-inside min-h-0 flex-1 overflow-auto px-4 py-2"
    >
      <p className="m-0 text-sm text-ink-3">{chosen.campaignName}</p>
      <RuleVerdict rule={chosen.rule} />
    </section>
  );
  return (
    <div className="flex h-full min-h-0">
      <Panes
        id="explain"
        panes={[
          { id: 'rules', label: 'Rules by verdict', size: 300, min: 180, max: 560, content: list },
          { id: 'rule', label: 'Chosen rule', content: tree },
        ]}
      />
    </div>
  );
}
