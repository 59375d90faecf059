import { useState } from 'react';
import type { ClockView } from '../../api/types';
import { Button } from '../../kit/Button';
import { DateTimeField } from '../../kit/DateTimeField';
import { ErrorNote } from '../../kit/ErrorNote';
import { Loading } from '../../kit/Loading';
import { Segmented } from '../../kit/Segmented';
import { LandmarkList } from './LandmarkList';
import { steps } from './steps';
import type { ClockControl } from './useClock';

/** Everything that can be done with the clock: which one, what it shows, and where it is moved. */
export function ClockPanel({ control }: { control: ClockControl }) {
  const { clock, set, refusal } = control;
  if (!clock)
    return refusal ? <ErrorNote message={refusal.message} /> : <Loading label="Reading the clock…" />;
  const elsewhere = refusal && refusal.messageAt('/at') === undefined ? refusal : null;
  return (
    <div className="flex w-[420px] flex-col gap-3">
      <div className="flex items-center gap-3">
        <h2 className="m-0 flex-1 text-base font-semibold">Workspace clock</h2>
        <Segmented
          label="Which clock"
          value={clock.mode}
          onChange={(mode) => set({ mode: mode === 'held' ? 'held' : 'wall' })}
          choices={[
            { id: 'wall', label: 'Wall time' },
            { id: 'held', label: 'Held' },
          ]}
        />
      </div>
      <p className="m-0 text-sm text-ink-2">
        {clock.mode === 'held'
          ? 'The clock stands still. Rules, campaigns and everything recorded go by it until you move it or let it go.'
          : 'The clock goes with the computer’s. Move it, and it is held at that time.'}
      </p>
      <TimeForm key={clock.now} clock={clock} control={control} />
      <StepRow title="Move on" sign="" control={control} />
      <StepRow title="Move back" sign="-" control={control} />
      {elsewhere ? (
        <ErrorNote
          message={elsewhere.problems[0]?.message ?? elsewhere.message}
          next="The clock was not set."
        />
      ) : null}
      <LandmarkList clock={clock} set={set} />
    </div>
  );
}

/** The time itself, to be written over. */
function TimeForm({ clock, control }: { clock: ClockView; control: ClockControl }) {
  const [at, setAt] = useState(clock.now);
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (at !== '') control.set({ mode: 'held', at });
      }}
    >
      <DateTimeField
        label="Time"
        value={at}
        onChange={setAt}
        error={control.refusal?.messageAt('/at')}
        className="flex-1"
      />
      <Button
        type="submit"
        tone="primary"
        isPending={control.isPending}
        disabledReason={reasonNotToSet(at, clock)}
      >
        Hold at this time
      </Button>
    </form>
  );
}

function reasonNotToSet(at: string, clock: ClockView): string | null {
  if (at === '') return 'Write a date and a time.';
  return clock.mode === 'held' && at === clock.now ? 'The clock is held at this time.' : null;
}

function StepRow({ title, sign, control }: { title: string; sign: '' | '-'; control: ClockControl }) {
  return (
    <fieldset className="m-0 flex items-center gap-1.5 border-0 p-0">
      <legend className="sr-only">{title}</legend>
      <span aria-hidden className="w-20 shrink-0 text-sm text-ink-2">
        {title}
      </span>
      {steps.map(({ id, word, length }) => (
        <Button
          key={id}
          size="small"
          label={`${title} 1 ${word}`}
          className="flex-1"
          onPress={() => control.set({ mode: 'held', advance: `${sign}${length}` })}
        >
          1 {word}
        </Button>
      ))}
    </fieldset>
  );
}
