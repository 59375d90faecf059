import { Clock, Hourglass } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { Popover } from '../../kit/Popover';
import { useZone } from '../../kit/ZoneContext';
import { formatInstant } from '../../lib/time';
import { ClockPanel } from './ClockPanel';
import { useClock } from './useClock';
import { useClockCommands } from './useClockCommands';

/** Says in the title bar which clock the workspace goes by, and opens the clock. */
export function ClockBadge() {
  const [isOpen, setOpen] = useState(false);
  const zone = useZone();
  const control = useClock();
  const { clock, refusal, refresh } = control;
  const change = (opening: boolean) => {
    if (opening) refresh();
    setOpen(opening);
  };
  useClockCommands(control, () => change(true));
  if (!clock && !refusal) return null;
  const held = clock?.mode === 'held' ? formatInstant(clock.now, zone) : null;
  const label = held ? `Clock held at ${held}` : 'Clock: wall time';
  return (
    <Popover
      label="Workspace clock"
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={change}
      trigger={
        <Button
          tone="quiet"
          label={label}
          icon={held ? Hourglass : Clock}
          className={held ? 'bg-warn-soft px-2 text-warn tabular-nums' : 'px-1.5 font-normal text-ink-3'}
        >
          {held ? `Held · ${held}` : 'Wall time'}
        </Button>
      }
    >
      <ClockPanel control={control} />
    </Popover>
  );
}
