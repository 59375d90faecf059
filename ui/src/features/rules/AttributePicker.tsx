import { Check, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Button,
  Collection,
  Dialog,
  DialogTrigger,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import type { PathView } from '../../api/types';
import { fieldBox, listItem, listPopover } from '../../kit/fieldStyles';
import { Segmented } from '../../kit/Segmented';
import { Tag } from '../../kit/Tag';

export type AttributePickerProps = {
  /** Accessible name. */
  label: string;
  /** The chosen path; empty while none is. */
  value: string;
  paths: readonly PathView[];
  onChange: (path: PathView) => void;
  placeholder?: string;
  className?: string;
};

type Origin = 'all' | 'builtIn' | 'custom';

const origins = [
  { id: 'all', label: 'All' },
  { id: 'builtIn', label: 'Built-in' },
  { id: 'custom', label: 'Custom' },
];

/** One attribute of a long list: found by typing, grouped by what it belongs to. */
export function AttributePicker(props: AttributePickerProps) {
  const [isOpen, setOpen] = useState(false);
  const chosen = props.paths.find((known) => known.path === props.value);
  const face = chosen?.title ?? props.value;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        aria-label={`${props.label}: ${face || 'not chosen'}`}
        className={`${fieldBox} flex items-center gap-1.5 text-left ${props.className ?? ''}`}
      >
        <span className={`min-w-0 flex-1 truncate ${face ? 'font-medium' : 'text-ink-3'}`}>
          {face || (props.placeholder ?? 'Choose an attribute…')}
        </span>
        {chosen && !chosen.eventType ? (
          <span className="shrink-0 text-xs text-ink-3">{chosen.group}</span>
        ) : null}
      </Button>
      <Popover className={`${listPopover} w-[340px] !overflow-hidden !p-0`} placement="bottom start">
        <Dialog aria-label={props.label} className="flex max-h-[360px] flex-col outline-none">
          <PathList
            {...props}
            onChange={(path) => {
              setOpen(false);
              props.onChange(path);
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The searchable list inside the popover. */
export function PathList({ label, value, paths, onChange }: AttributePickerProps) {
  const [origin, setOrigin] = useState<Origin>('all');
  const { contains } = useFilter({ sensitivity: 'base' });
  const groups = useMemo(() => groupsOf(paths, origin), [paths, origin]);
  return (
    <Autocomplete filter={contains}>
      <div className="flex flex-col gap-2 border-line border-b p-2">
        <SearchField aria-label={`Search: ${label}`} autoFocus className="relative">
          <Search
            aria-hidden
            size={14}
            className="pointer-events-none absolute top-[7px] left-2 text-ink-3"
          />
          <Input
            placeholder="Search attributes"
            className={`${fieldBox} pl-7 [&::-webkit-search-cancel-button]:hidden`}
          />
        </SearchField>
        <Segmented
          label="Built-in or custom"
          value={origin}
          onChange={(id) => setOrigin(id as Origin)}
          choices={origins}
        />
      </div>
      <ListBox
        aria-label={label}
        items={groups}
        onAction={(key) => {
          const path = paths.find((known) => known.path === key);
          if (path) onChange(path);
        }}
        renderEmptyState={() => <p className="m-0 p-2 text-ink-3">No attribute has this name.</p>}
        className="min-h-0 flex-1 overflow-auto p-1 outline-none"
      >
        {(group) => (
          <ListBoxSection id={group.name}>
            <Header className="eyebrow px-2 pt-2 pb-1">{group.name}</Header>
            <Collection items={group.paths}>
              {(path) => <PathItem path={path} isChosen={path.path === value} />}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  );
}

function PathItem({ path, isChosen }: { path: PathView; isChosen: boolean }) {
  return (
    <ListBoxItem id={path.path} textValue={`${path.title} ${path.path}`} className={listItem}>
      <span className="flex min-w-0 flex-1 flex-col">
        <Text slot="label" className="truncate">
          {path.title}
        </Text>
        <Text slot="description" className="truncate font-mono text-xs text-ink-3">
          {path.path}
        </Text>
      </span>
      {path.builtIn ? null : <Tag tone="accent">custom</Tag>}
      <span className="shrink-0 text-xs text-ink-3">{path.type}</span>
      {isChosen ? <Check aria-label="chosen" size={14} className="shrink-0 text-accent" /> : null}
    </ListBoxItem>
  );
}

type Group = { id: string; name: string; paths: (PathView & { id: string })[] };

function groupsOf(paths: readonly PathView[], origin: Origin): Group[] {
  const groups = new Map<string, Group>();
  for (const path of paths) {
    if (origin !== 'all' && path.builtIn !== (origin === 'builtIn')) continue;
    const group = groups.get(path.group) ?? { id: path.group, name: path.group, paths: [] };
    group.paths.push({ ...path, id: path.path });
    groups.set(path.group, group);
  }
  return [...groups.values()];
}
