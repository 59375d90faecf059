import { Plus, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../src/kit/Button';
import { Checkbox } from '../../src/kit/Checkbox';
import { ComboBox } from '../../src/kit/ComboBox';
import { DateTimeField } from '../../src/kit/DateTimeField';
import { Dialog } from '../../src/kit/Dialog';
import type { Choice } from '../../src/kit/fieldTypes';
import { IconButton } from '../../src/kit/IconButton';
import { Menu } from '../../src/kit/Menu';
import { MoneyField } from '../../src/kit/MoneyField';
import { NumberField } from '../../src/kit/NumberField';
import { Popover } from '../../src/kit/Popover';
import { RadioGroup } from '../../src/kit/RadioGroup';
import { Segmented } from '../../src/kit/Segmented';
import { Select } from '../../src/kit/Select';
import { StepperField } from '../../src/kit/StepperField';
import { SuggestField } from '../../src/kit/SuggestField';
import { Switch } from '../../src/kit/Switch';
import { TextArea } from '../../src/kit/TextArea';
import { TextField } from '../../src/kit/TextField';
import { showToast } from '../../src/kit/Toasts';

const types: Choice[] = [
  { id: 'string', label: 'string', description: 'Any text' },
  { id: 'number', label: 'number' },
  { id: 'time', label: 'time', isDisabled: true },
];

export function FieldGallery() {
  const [text, setText] = useState('pageview');
  const [number, setNumber] = useState('12.5');
  const [units, setUnits] = useState(2);
  const [kind, setKind] = useState<string | null>('string');
  const [free, setFree] = useState('/summer');
  const [isOn, setOn] = useState(true);
  const [at, setAt] = useState('2026-03-04T11:12:00Z');
  const [choice, setChoice] = useState('string');
  return (
    <div className="flex flex-col gap-3 overflow-auto bg-surface p-4">
      <Buttons />
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label="API name"
          isRequired
          isCode
          value={text}
          onChange={setText}
          description="As rules write it."
        />
        <TextField
          label="Title"
          value="9lives"
          onChange={() => {}}
          error="An API name starts with a letter."
        />
        <NumberField label="Weight" value={number} onChange={setNumber} />
        <MoneyField label="Price" currency="EUR" value={number} onChange={setNumber} />
        <StepperField label="Quantity" value={units} onChange={setUnits} min={0} max={9} />
        <DateTimeField label="Not before" value={at} onChange={setAt} />
        <Select label="Attribute type" value={kind} onChange={setKind} choices={types} />
        <ComboBox label="Attribute" value={kind} onChange={setKind} choices={types} />
        <SuggestField label="Page" value={free} onChange={setFree} suggestions={['/summer', '/winter']} />
        <TextField label="Locked" isDisabled value="talon_session_closed" onChange={() => {}} />
      </div>
      <TextArea label="Description" value="What it means." onChange={() => {}} />
      <div className="flex items-center gap-6">
        <Switch label="Enabled" isSelected={isOn} onChange={setOn} />
        <Switch label="Off" isSelected={!isOn} onChange={(off) => setOn(!off)} />
        <Checkbox label="Restricted" isSelected={isOn} onChange={setOn} />
        <Checkbox label="Hidden" isSelected={!isOn} onChange={(off) => setOn(!off)} />
        <Segmented label="Shape" value={choice} onChange={setChoice} choices={types.slice(0, 2)} />
      </div>
      <RadioGroup label="Kind" value={choice} onChange={setChoice} choices={types} />
    </div>
  );
}

function Buttons() {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        tone="primary"
        icon={Plus}
        onPress={() => showToast({ title: 'Attribute created', detail: 'url' })}
      >
        Create
      </Button>
      <Button onPress={() => setOpen(true)}>Dialog</Button>
      <Button tone="quiet">Quiet</Button>
      <Button tone="danger">Cancel session</Button>
      <Button disabledReason="A closed session cannot be updated; reopen it first.">Update</Button>
      <IconButton label="Remove line" icon={Trash2} />
      <IconButton label="Reopen" icon={RotateCcw} disabledReason="the session is open" />
      <Menu
        label="More"
        trigger={<Button>Menu</Button>}
        entries={[
          { kind: 'action', id: 'copy', label: 'Copy as JSON', keys: 'C', onPress: () => {} },
          { kind: 'separator', id: 'line' },
          { kind: 'action', id: 'drop', label: 'Remove', isDangerous: true, onPress: () => {} },
        ]}
      />
      <Popover trigger={<Button>Popover</Button>} label="Columns">
        Columns
      </Popover>
      <Dialog
        title="Create attribute"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={<Button tone="primary">Create</Button>}
      >
        <TextField label="API name in dialog" value="" onChange={() => {}} autoFocus />
      </Dialog>
    </div>
  );
}
