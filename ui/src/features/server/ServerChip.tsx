import { useNavigate } from '@tanstack/react-router';
import { Plug, TriangleAlert, Unplug } from 'lucide-react';
import { useState } from 'react';
import type { ServerView } from '../../api/types';
import { Button } from '../../kit/Button';
import { useCommands } from '../../kit/CommandRegistry';
import { Popover } from '../../kit/Popover';
import { ServerPanel } from './ServerPanel';
import { useServer } from './useServer';

/** Says in the title bar whether programs can call this workspace and where, and opens the switch. */
export function ServerChip() {
  const [isOpen, setOpen] = useState(false);
  const control = useServer();
  const navigate = useNavigate();
  const { server, refusal } = control;
  useCommands(
    server
      ? [
          {
            id: 'server.panel',
            title: 'Local server…',
            group: 'Window',
            run: () => setOpen(true),
          },
        ]
      : [],
  );
  if (!server && !refusal) return null;
  const { icon, look, text, label } = faceOf(server);
  return (
    <Popover
      label="Local server"
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button tone="quiet" label={label} icon={icon} className={look}>
          {text}
        </Button>
      }
    >
      <ServerPanel
        control={control}
        onRequests={() => {
          setOpen(false);
          void navigate({ to: '/requests' });
        }}
      />
    </Popover>
  );
}

/** How the chip looks; a client that meets faults on purpose must be seen at a glance. */
function faceOf(server: ServerView | undefined) {
  if (!server || server.address === null) {
    return {
      icon: Unplug,
      look: 'px-1.5 font-normal text-ink-3',
      text: 'Server off',
      label: 'Local server: off',
    };
  }
  const place = server.address.replace('http://', '');
  const faults = server.faults.filter((fault) => fault.on).length;
  if (faults > 0) {
    return {
      icon: TriangleAlert,
      look: 'bg-warn-soft px-2 text-warn tabular-nums',
      text: `${place} · faults`,
      label: `Local server: on at ${place}, with faults`,
    };
  }
  return {
    icon: Plug,
    look: 'bg-good-soft px-2 text-good tabular-nums',
    text: place,
    label: `Local server: on at ${place}`,
  };
}
