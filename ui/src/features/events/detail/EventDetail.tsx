import { useQuery } from '@tanstack/react-query';
import { useExplain } from '../../../api/explain';
import { eventQuery } from '../../../api/queries';
import type { EventDetailView } from '../../../api/types';
import { useCommands } from '../../../kit/CommandRegistry';
import { ErrorNote } from '../../../kit/ErrorNote';
import { Loading } from '../../../kit/Loading';
import { Tabs } from '../../../kit/Tabs';
import { type DetailTab, useEventsView } from '../view';
import { ChangesTab } from './ChangesTab';
import { DetailHeader } from './DetailHeader';
import { EffectsTab } from './EffectsTab';
import { explanationOf } from './explanation';
import { PayloadTab } from './PayloadTab';
import { RulesTab } from './RulesTab';
import { StoryTab } from './StoryTab';

export type EventDetailProps = {
  seq: string;
  /** Another event was asked for. */
  onGo: (seq: string) => void;
  /** Gives it the whole screen; absent when it has it. */
  onMaximise?: () => void;
  onClose?: () => void;
};

/** One event in full: what happened, what it gave, why, what was sent, what is different. */
export function EventDetail({ seq, onGo, onMaximise, onClose }: EventDetailProps) {
  const query = useQuery(eventQuery(seq));
  const detail = query.data;
  useDetailCommands(detail, onGo, onClose);
  if (query.error) {
    return (
      <div className="p-4">
        <ErrorNote message={query.error.message} next="Choose another event." />
      </div>
    );
  }
  if (!detail) return <Loading label="Reading the event…" />;
  return (
    <>
      <DetailHeader detail={detail} onGo={onGo} onMaximise={onMaximise} onClose={onClose} />
      <DetailTabs key={seq} detail={detail} onGo={onGo} />
    </>
  );
}

function DetailTabs({ detail, onGo }: { detail: EventDetailView; onGo: (seq: string) => void }) {
  const { tab, showTab } = useEventsView();
  const { effects, campaigns, changes } = detail;
  const rules = campaigns.reduce((count, campaign) => count + campaign.rules.length, 0);
  return (
    <Tabs
      label="Parts of the event"
      value={tab}
      onChange={(id) => showTab(tabs.find((name) => name === id) ?? 'story')}
      items={[
        { id: 'story', label: 'Story', content: <StoryTab detail={detail} /> },
        { id: 'effects', label: 'Effects', count: effects.length, content: <EffectsTab detail={detail} /> },
        { id: 'rules', label: 'Rules', count: rules, content: <RulesTab detail={detail} /> },
        { id: 'payload', label: 'Payload', content: <PayloadTab detail={detail} onGo={onGo} /> },
        { id: 'changes', label: 'Changes', count: changes.length, content: <ChangesTab changes={changes} /> },
      ]}
    />
  );
}

const tabs: readonly DetailTab[] = ['story', 'effects', 'rules', 'payload', 'changes'];

function useDetailCommands(
  detail: EventDetailView | undefined,
  onGo: (seq: string) => void,
  onClose: (() => void) | undefined,
) {
  const show = useExplain((explain) => explain.show);
  const previous = detail?.previousInSession ?? null;
  const next = detail?.nextInSession ?? null;
  useCommands([
    {
      id: 'event.previous',
      title: 'Previous event of this session',
      group: 'Events',
      keys: '[',
      disabledReason: previous === null ? 'There is none before it.' : null,
      run: () => previous !== null && onGo(previous),
    },
    {
      id: 'event.next',
      title: 'Next event of this session',
      group: 'Events',
      keys: ']',
      disabledReason: next === null ? 'There is none after it.' : null,
      run: () => next !== null && onGo(next),
    },
    {
      id: 'event.why',
      title: 'Why did rules apply or not',
      group: 'Events',
      keys: 'w',
      run: () => detail && show(explanationOf(detail)),
    },
    ...(onClose
      ? [
          {
            id: 'event.close',
            title: 'Close the event',
            group: 'Events',
            keys: 'Escape',
            keysText: 'Esc',
            run: onClose,
          },
        ]
      : []),
  ]);
}
