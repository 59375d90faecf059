import type { AttributeView, PathView } from '../../api/types';
import { Select } from '../../kit/Select';
import type { Json } from '../../lib/json';
import { AttributePicker } from './AttributePicker';
import type { UpdateAttributeBlock } from './document';
import { useRuleEditor } from './EditorContext';
import { OperandField, readScalar } from './OperandField';
import { TargetFields } from './TargetFields';
import { useBlock } from './useBlock';
import { operandType, pathsFor } from './words';

/** A custom attribute that is changed: which, how, to what, and on what. */
export function AttributeEffect({ block, pointer }: { block: UpdateAttributeBlock; pointer: string }) {
  const { attributes, paths } = useRuleEditor();
  const row = useBlock(pointer);
  const { attribute } = block;
  const chosen = attributes.find(
    (known) => known.entity === attribute.entity && known.name === attribute.name,
  );
  const type = chosen?.type ?? attribute.type ?? '';
  const isItem = attribute.entity === 'CartItem';
  const isShift = block.operator === 'laterBy' || block.operator === 'earlierBy';
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      <Select
        hideLabel
        label="How it changes"
        value={block.operator}
        onChange={(operator) =>
          row.patch({ operator, ...(operator === 'toggle' ? { value: undefined } : {}) })
        }
        choices={changesOf(type, block.operator)}
        className="w-36"
      />
      <AttributePicker
        label="Attribute to change"
        value={chosen?.path ?? attribute.name}
        paths={attributes.map(asPath)}
        onChange={(path) => {
          const picked = attributes.find((known) => known.path === path.path);
          if (picked) row.patch(withAttribute(block, picked));
        }}
        className="!w-52"
      />
      {block.operator === 'toggle' || attribute.name === '' ? null : (
        <OperandField
          label="Value"
          type={isShift ? 'string' : operandType(type)}
          isList={!isShift && type.startsWith('(list')}
          value={block.value}
          onChange={(value) => row.patch({ value: isShift ? asNumber(value) : value })}
          suggestions={isShift ? ['1 day', '3 hours'] : (chosen?.suggestions ?? [])}
          paths={pathsFor(paths, { isItem })}
        />
      )}
      {isItem ? (
        <>
          <span className="text-ink-2">of</span>
          <TargetFields
            target={block.target}
            choices={itemTargets}
            onChange={(target) => row.patch({ target })}
          />
        </>
      ) : null}
    </div>
  );
}

const itemTargets = [
  { id: 'allItems', label: 'every item' },
  { id: 'selector', label: 'an item list' },
];

const changes: { id: string; label: string; types: RegExp }[] = [
  { id: 'setTo', label: 'set', types: /./ },
  { id: 'increaseBy', label: 'increase by', types: /^number$/ },
  { id: 'decreaseBy', label: 'decrease by', types: /^number$/ },
  { id: 'multiplyBy', label: 'multiply by', types: /^number$/ },
  { id: 'divideBy', label: 'divide by', types: /^number$/ },
  { id: 'toggle', label: 'toggle', types: /^boolean$/ },
  { id: 'laterBy', label: 'later by', types: /^time$/ },
  { id: 'earlierBy', label: 'earlier by', types: /^time$/ },
];

/** The changes that make sense for a type, and the one that is there in any case. */
function changesOf(type: string, current: string) {
  return changes.filter((change) => change.id === current || change.types.test(type));
}

function asNumber(value: Json): Json {
  return typeof value === 'string' ? readScalar(value, 'number') : value;
}

function asPath(attribute: AttributeView): PathView {
  const { path, title, type, eventType, suggestions, description } = attribute;
  return {
    path,
    title,
    group: owners[attribute.entity] ?? '',
    type,
    builtIn: false,
    eventType,
    suggestions,
    meaning: description,
  };
}

const owners: Record<string, string> = {
  CustomerSession: 'Session',
  CustomerProfile: 'Customer',
  CartItem: 'Item',
};

const targets: Record<string, string> = {
  CustomerSession: 'session',
  CustomerProfile: 'profile',
  CartItem: 'allItems',
};

function withAttribute(block: UpdateAttributeBlock, picked: AttributeView): Record<string, Json | undefined> {
  const { id, entity, name, title, type } = picked;
  const isSameType = block.attribute.type === type;
  const value = isSameType ? (block.value as Json | undefined) : (picked.suggestions[0] ?? emptyOf(type));
  return {
    attribute: { id: id ?? 0, entity, name, title, type },
    target:
      block.attribute.entity === entity ? (block.target as Json) : { type: targets[entity] ?? 'session' },
    operator: isSameType ? block.operator : 'setTo',
    value,
  };
}

function emptyOf(type: string): Json {
  if (type.startsWith('(list')) return [];
  if (type === 'number') return 0;
  return type === 'boolean' ? true : '';
}
