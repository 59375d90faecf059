import { useQuery } from '@tanstack/react-query';
import { ListFilter } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { campaignsQuery, dictionaryQuery, eventFacetsQuery } from '../../api/queries';
import { Button } from '../../kit/Button';
import { DateTimeField } from '../../kit/DateTimeField';
import type { Choice } from '../../kit/fieldTypes';
import { Popover } from '../../kit/Popover';
import { Select } from '../../kit/Select';
import { SuggestField } from '../../kit/SuggestField';
import { TextField } from '../../kit/TextField';
import { type EventsSearch, isState, trimmed } from './filter';
import { stateWord } from './words';

export type AddFilterProps = { filter: EventsSearch; onFilter: (filter: EventsSearch) => void };

type Kind =
  | 'types'
  | 'session'
  | 'profile'
  | 'campaign'
  | 'effectType'
  | 'states'
  | 'from'
  | 'until'
  | 'attribute';

const kinds: readonly { id: Kind; label: string }[] = [
  { id: 'types', label: 'Event' },
  { id: 'session', label: 'Session' },
  { id: 'profile', label: 'Customer' },
  { id: 'campaign', label: 'Campaign' },
  { id: 'effectType', label: 'Effect' },
  { id: 'states', label: 'State' },
  { id: 'from', label: 'Time, from' },
  { id: 'until', label: 'Time, before' },
  { id: 'attribute', label: 'Attribute' },
];

/** A small form that adds one part to the filter. */
export function AddFilter({ filter, onFilter }: AddFilterProps) {
  return (
    <Popover
      label="Add a filter"
      trigger={
        <Button icon={ListFilter} tone="quiet">
          Filter
        </Button>
      }
    >
      {(close) => (
        <FilterForm
          onAdd={(part) => {
            onFilter(trimmed(part(filter)));
            close();
          }}
        />
      )}
    </Popover>
  );
}

function FilterForm({ onAdd }: { onAdd: (part: (filter: EventsSearch) => EventsSearch) => void }) {
  const [kind, setKind] = useState<Kind>('types');
  const [value, setValue] = useState('');
  const [name, setName] = useState('');
  const isReady = value.trim() !== '' && (kind !== 'attribute' || name.trim() !== '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isReady) onAdd((filter) => withPart(filter, kind, value.trim(), name.trim()));
  };
  return (
    <form onSubmit={submit} className="flex w-72 flex-col gap-3">
      <Select
        label="Filter by"
        value={kind}
        choices={kinds}
        onChange={(id) => {
          setKind(kinds.find((candidate) => candidate.id === id)?.id ?? 'types');
          setValue('');
        }}
      />
      {kind === 'attribute' ? <AttributeName value={name} onChange={setName} /> : null}
      <ValueField kind={kind} value={value} onChange={setValue} />
      <div className="flex justify-end">
        <Button type="submit" tone="primary" disabledReason={isReady ? null : 'Say what to filter by first.'}>
          Add filter
        </Button>
      </div>
    </form>
  );
}

function withPart(filter: EventsSearch, kind: Kind, value: string, name: string): EventsSearch {
  switch (kind) {
    case 'types':
      return { ...filter, types: [...new Set([...(filter.types ?? []), value])] };
    case 'states':
      return isState(value) ? { ...filter, states: [...new Set([...(filter.states ?? []), value])] } : filter;
    case 'campaign':
      return { ...filter, campaign: Number(value) };
    case 'attribute':
      return { ...filter, attributes: [...(filter.attributes ?? []), { name, value }] };
    case 'session':
    case 'profile':
    case 'effectType':
    case 'from':
    case 'until':
      return { ...filter, [kind]: value };
  }
}

function AttributeName({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const dictionary = useQuery(dictionaryQuery).data;
  const names =
    dictionary?.eventTypes.filter((type) => !type.builtIn).flatMap((type) => type.attributes) ?? [];
  return (
    <SuggestField
      label="Attribute of a custom event"
      value={value}
      onChange={onChange}
      suggestions={[...new Set(names.map((attribute) => attribute.name))]}
      placeholder="url"
    />
  );
}

type ValueFieldProps = { kind: Kind; value: string; onChange: (value: string) => void };

function ValueField({ kind, value, onChange }: ValueFieldProps) {
  const choices = useChoices(kind);
  if (kind === 'from' || kind === 'until') {
    const label = kind === 'from' ? 'Not before' : 'Before';
    return <DateTimeField label={label} value={value} onChange={onChange} />;
  }
  if (choices) {
    const label = kinds.find((candidate) => candidate.id === kind)?.label ?? '';
    return <Select label={label} value={value === '' ? null : value} onChange={onChange} choices={choices} />;
  }
  const placeholders: Partial<Record<Kind, string>> = {
    session: 'cart-7',
    profile: 'ana',
    attribute: 'shoes',
  };
  const label =
    kind === 'attribute'
      ? 'Contains'
      : `Integration id of the ${kind === 'session' ? 'session' : 'customer'}`;
  return <TextField label={label} value={value} onChange={onChange} placeholder={placeholders[kind]} />;
}

/** The closed list a kind of filter chooses from; `null` where anything may be typed. */
function useChoices(kind: Kind): Choice[] | null {
  const facets = useQuery(eventFacetsQuery({})).data;
  const campaigns = useQuery(campaignsQuery).data;
  switch (kind) {
    case 'types':
      return facets?.types.map(({ value, label }) => ({ id: value, label })) ?? [];
    case 'effectType':
      return facets?.effectTypes.map(({ value, label }) => ({ id: value, label })) ?? [];
    case 'states':
      return (['open', 'closed', 'partially_returned', 'cancelled'] as const).map((state) => ({
        id: state,
        label: stateWord(state),
      }));
    case 'campaign':
      return campaigns?.map(({ id, name }) => ({ id: String(id), label: name })) ?? [];
    case 'session':
    case 'profile':
    case 'from':
    case 'until':
    case 'attribute':
      return null;
  }
}
