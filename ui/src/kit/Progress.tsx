import { Label, ProgressBar } from 'react-aria-components';
import { Button } from './Button';

export type ProgressProps = {
  label: string;
  /** Done so far and in all; without `total` the end is not known. */
  done?: number;
  total?: number;
  onCancel?: () => void;
};

/** Long work under way. */
export function Progress({ label, done = 0, total, onCancel }: ProgressProps) {
  const share = total ? Math.min(100, (done / total) * 100) : undefined;
  return (
    <div className="flex items-center gap-3">
      <ProgressBar
        value={share ?? 0}
        isIndeterminate={share === undefined}
        className="flex min-w-0 flex-1 flex-col gap-1"
      >
        {({ valueText }) => (
          <>
            <span className="flex justify-between text-sm text-ink-2">
              <Label>{label}</Label>
              <span>{share === undefined ? '' : valueText}</span>
            </span>
            <span className="block h-1 overflow-hidden rounded-full bg-sunken">
              <span
                className={`block h-full rounded-full bg-accent ${share === undefined ? 'w-1/3 animate-pulse' : ''}`}
                style={share === undefined ? undefined : { width: `${share}%` }}
              />
            </span>
          </>
        )}
      </ProgressBar>
      {onCancel ? (
        <Button size="small" onPress={onCancel}>
          Cancel
        </Button>
      ) : null}
    </div>
  );
}
