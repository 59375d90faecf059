import { parseAbsolute, today, toZoned } from '@internationalized/date';
import { DateField, DateInput, DateSegment } from 'react-aria-components';
import { ariaFieldProps, FieldLabel, FieldNotes } from './FieldParts';
import { fieldBox, fieldColumn } from './fieldStyles';
import type { FieldProps } from './fieldTypes';
import { useZone } from './ZoneContext';

export type DateTimeFieldProps = FieldProps & {
  /** RFC 3339 instant, or empty while none is set. */
  value: string;
  /** RFC 3339 instant in UTC, or empty when cleared. */
  onChange: (instant: string) => void;
};

/** An instant, edited in the window's zone. */
export function DateTimeField(props: DateTimeFieldProps) {
  const zone = useZone();
  return (
    <DateField
      {...ariaFieldProps(props)}
      value={instantOf(props.value, zone)}
      // Without it an empty field would read what is typed as a time in UTC.
      placeholderValue={toZoned(today(zone), zone)}
      onChange={(value) => props.onChange(value ? value.toDate().toISOString() : '')}
      granularity="second"
      hourCycle={24}
      className={`${fieldColumn} ${props.className ?? ''}`}
    >
      <FieldLabel {...props} />
      <DateInput className={`${fieldBox} flex items-center overflow-hidden`}>
        {(segment) => (
          <DateSegment
            segment={segment}
            className="rounded-sm px-px outline-none data-[focused]:bg-accent data-[placeholder]:text-ink-3 data-[focused]:text-on-accent"
          />
        )}
      </DateInput>
      <FieldNotes {...props} />
    </DateField>
  );
}

function instantOf(value: string, zone: string) {
  if (value === '') return null;
  try {
    return parseAbsolute(value, zone);
  } catch {
    return null;
  }
}
