import { Check } from 'lucide-react';
import { ListBoxItem, Text } from 'react-aria-components';
import { listItem } from './fieldStyles';
import type { Choice } from './fieldTypes';

/** One row of a list of choices, with its optional second line. */
export function ChoiceItem({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem
      id={choice.id}
      textValue={choice.label}
      isDisabled={choice.isDisabled ?? false}
      className={listItem}
    >
      {({ isSelected }) => (
        <>
          <span className="flex min-w-0 flex-1 flex-col">
            <Text slot="label" className="truncate">
              {choice.label}
            </Text>
            {choice.description ? (
              <Text slot="description" className="text-xs text-ink-3">
                {choice.description}
              </Text>
            ) : null}
          </span>
          {isSelected ? <Check aria-hidden size={14} className="shrink-0 text-accent" /> : null}
        </>
      )}
    </ListBoxItem>
  );
}
