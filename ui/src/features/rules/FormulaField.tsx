import { Braces } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { PathView } from '../../api/types';
import { listPopover } from '../../kit/fieldStyles';
import { IconButton } from '../../kit/IconButton';
import { TextArea } from '../../kit/TextArea';
import { TextField } from '../../kit/TextField';
import { PathList } from './AttributePicker';
import { formulaIn, formulaValue } from './formula';

export type FormulaFieldProps = {
  label: string;
  hideLabel?: boolean;
  /** The text of the document, with its `{{ … }}`. */
  value: string;
  onChange: (value: string) => void;
  paths: readonly PathView[];
  placeholder?: string;
  className?: string;
};

/** One formula, typed without its braces. */
export function FormulaField(props: FormulaFieldProps) {
  const inside = formulaIn(props.value) ?? props.value;
  const [typed, setTyped] = useState(inside);
  const shown = formulaValue(typed) === props.value ? typed : inside;
  const change = (text: string) => {
    setTyped(text);
    props.onChange(formulaValue(text));
  };
  return (
    <WithInsert {...props} onInsert={(path) => change(`${shown}${shown === '' ? '' : ' '}${path}`)}>
      <TextField
        isCode
        label={props.label}
        hideLabel={props.hideLabel ?? false}
        value={shown}
        onChange={change}
        placeholder={props.placeholder ?? '$Session.Total * 10%'}
        className="flex-1"
      />
    </WithInsert>
  );
}

/** Text that may hold formulas between its words. */
export function MixedTextField(props: FormulaFieldProps & { isLong?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const insert = (path: string) => {
    const input = box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input,textarea');
    const at = input?.selectionStart ?? props.value.length;
    props.onChange(`${props.value.slice(0, at)}{{ ${path} }}${props.value.slice(at)}`);
  };
  const Field = props.isLong ? TextArea : TextField;
  return (
    <WithInsert {...props} onInsert={insert}>
      <div ref={box} className="min-w-0 flex-1">
        <Field
          label={props.label}
          hideLabel={props.hideLabel ?? false}
          value={props.value}
          onChange={props.onChange}
          placeholder={props.placeholder}
          {...(props.isLong ? { rows: 2 } : {})}
        />
      </div>
    </WithInsert>
  );
}

function WithInsert(props: FormulaFieldProps & { onInsert: (path: string) => void; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={`flex min-w-0 items-end gap-1 ${props.className ?? ''}`}>
      {props.children}
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <IconButton label={`Insert an attribute into ${props.label}`} icon={Braces} />
        <Popover className={`${listPopover} w-[340px] !overflow-hidden !p-0`} placement="bottom end">
          <Dialog aria-label="Insert an attribute" className="flex max-h-[360px] flex-col outline-none">
            <PathList
              label="Attributes"
              value=""
              paths={props.paths}
              onChange={(path) => {
                setOpen(false);
                props.onInsert(path.path);
              }}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
