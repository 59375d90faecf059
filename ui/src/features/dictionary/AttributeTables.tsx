import { EyeOff, Lock, Pencil } from 'lucide-react';
import type { AttributeView } from '../../api/types';
import { IconButton } from '../../kit/IconButton';
import { Table, type TableColumn } from '../../kit/Table';
import { Tag } from '../../kit/Tag';
import { TimeText } from '../../kit/TimeText';
import type { Actions } from './DictionaryPanes';
import { attributeId, type Owner } from './places';
import { SuggestionList } from './SuggestionList';
import { typeWord } from './typeWords';
import { UsedBy } from './UsedBy';

type Column = TableColumn<AttributeView>;

export type AttributeTableProps = {
  owner: Owner;
  attributes: readonly AttributeView[];
  actions: Actions;
};

/** The attributes someone defined, with what can be known of each. */
export function CustomTable(props: AttributeTableProps & { label: string }) {
  const { owner, attributes, actions, label } = props;
  const columns: Column[] = [
    nameColumn(props),
    { id: 'title', header: 'Title', width: '16%', render: ({ title }) => title },
    { id: 'type', header: 'Type', width: '88px', render: ({ type }) => typeWord(type) },
    {
      id: 'suggestions',
      header: 'Suggestions',
      render: ({ suggestions }) => <SuggestionList suggestions={suggestions} />,
    },
    {
      id: 'restricted',
      header: 'Restricted',
      width: '78px',
      render: ({ restrictedBySuggestions }) => (restrictedBySuggestions ? 'Yes' : <None />),
    },
    ...(owner.kind === 'eventType' ? [lastSeenColumn] : []),
    { id: 'usedBy', header: 'Used by', width: '16%', render: ({ usedBy }) => <UsedBy campaigns={usedBy} /> },
    {
      id: 'edit',
      header: 'Edit',
      hideHeader: true,
      width: '40px',
      isFigure: true,
      render: (attribute) => (
        <IconButton
          label={`Edit ${attribute.name}`}
          icon={Pencil}
          size="smallIcon"
          onPress={() => actions.edit(attribute)}
        />
      ),
    },
  ];
  return (
    <Table
      label={label}
      columns={columns}
      rows={attributes}
      rowId={(attribute) => attribute.path}
      empty="None yet. Create attribute adds one."
    />
  );
}

/** The attributes that are always there, with their meaning. */
export function BuiltInTable(props: AttributeTableProps) {
  const columns: Column[] = [
    nameColumn(props),
    { id: 'title', header: 'Title', width: '17%', render: ({ title }) => title },
    { id: 'type', header: 'Type', width: '88px', render: ({ type }) => typeWord(type) },
    { id: 'meaning', header: 'Meaning', render: ({ description }) => description },
    { id: 'usedBy', header: 'Used by', width: '16%', render: ({ usedBy }) => <UsedBy campaigns={usedBy} /> },
  ];
  return (
    <Table
      label="Built-in attributes"
      columns={columns}
      rows={props.attributes}
      rowId={(attribute) => attribute.path}
      empty="None."
    />
  );
}

function nameColumn({ owner, actions }: AttributeTableProps): Column {
  return {
    id: 'name',
    header: 'API name',
    width: '16%',
    render: (attribute) => (
      <span className="flex min-w-0 items-center gap-1.5">
        <button
          type="button"
          title={`In rules: ${attribute.path}`}
          onClick={() => actions.choose(attributeId(owner.id, attribute))}
          className="max-w-60 break-words rounded-sm text-left font-mono text-sm text-accent hover:underline"
        >
          {attribute.name}
        </button>
        {attribute.locked ? (
          <Lock role="img" aria-label="built in" size={11} className="shrink-0 text-ink-3" />
        ) : null}
        {attribute.hidden ? <Tag icon={EyeOff}>hidden</Tag> : null}
      </span>
    ),
  };
}

const lastSeenColumn: Column = {
  id: 'lastSeen',
  header: 'Last seen',
  width: '140px',
  render: ({ lastSeen }) =>
    lastSeen ? <TimeText at={lastSeen} /> : <span className="text-ink-3">never</span>,
};

/** Nothing, said quietly. */
function None() {
  return <span className="text-ink-3">—</span>;
}
