import { ChevronDown, ChevronRight, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { CartLineView } from '../../api/types';
import { IconButton } from '../../kit/IconButton';
import { Money } from '../../kit/Money';
import { MoneyField } from '../../kit/MoneyField';
import { StepperField } from '../../kit/StepperField';
import { SuggestField } from '../../kit/SuggestField';
import { TextField } from '../../kit/TextField';
import { errorOf } from './CostsFields';
import type { FieldErrors } from './fieldErrors';
import { LineDetails } from './LineDetails';
import type { LineForm } from './sessionForm';
import type { Stage } from './useStage';

export type CartRowProps = {
  stage: Stage;
  line: LineForm;
  /** The line as the host counts it; absent while it is not known. */
  costed: CartLineView | undefined;
  isChanged: boolean;
  /** By pointers that begin inside the line. */
  errors: FieldErrors;
  onChange: (line: LineForm) => void;
  onRemove: () => void;
};

/** One line of the cart. `+` and `−` change its quantity wherever the focus is in it, except in text. */
export function CartRow(props: CartRowProps) {
  const { stage, line, errors, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const name = line.sku || 'new line';
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (step === 0 || stage.fixedReason !== null) return;
    event.preventDefault();
    event.stopPropagation();
    onChange({ ...line, quantity: Math.max(1, line.quantity + step) });
  };
  return (
    <>
      <tr onKeyDownCapture={onKeyDown} className={props.isChanged ? 'bg-accent-soft' : ''}>
        <td className={`${iconCell} ${props.isChanged ? 'border-l-2 border-l-accent' : ''}`}>
          {props.isChanged ? <span className="sr-only">Changed, not stored yet</span> : null}
          <IconButton
            label={`${isOpen ? 'Hide' : 'Show'} details of ${name}`}
            icon={isOpen ? ChevronDown : ChevronRight}
            size="smallIcon"
            onPress={() => setOpen(!isOpen)}
          />
        </td>
        <TextCells {...props} />
        <FigureCells {...props} />
        <td className={iconCell}>
          <IconButton
            label={`Remove ${name}`}
            icon={Trash2}
            size="smallIcon"
            disabledReason={stage.fixedReason}
            onPress={props.onRemove}
          />
        </td>
      </tr>
      <LineErrors errors={errors} />
      {isOpen ? (
        <LineDetails
          attributes={stage.attributes.item}
          line={line}
          errors={errors}
          onChange={onChange}
          isReadOnly={stage.fixedReason !== null}
        />
      ) : null}
    </>
  );
}

/** The sentence of an error needs more room than a cell; it stands in a row of its own under the line. */
const cell = 'border-line border-b px-1 py-1 align-top [&_[slot=errorMessage]]:hidden';
const iconCell = 'border-line border-b p-0 pt-1.5 text-center align-top';

const cellTitles: Readonly<Record<string, string>> = {
  '': 'Line',
  '/sku': 'SKU',
  '/name': 'Name',
  '/category': 'Category',
  '/quantity': 'Quantity',
  '/price': 'Price',
};

/** Everything wrong in a line, also what is in its details while they are hidden. */
function LineErrors({ errors }: { errors: FieldErrors }) {
  const all = errors.list('');
  if (all.length === 0) return null;
  return (
    <tr>
      <td colSpan={7} className="border-line border-b bg-bad-soft px-8 py-1 text-sm text-bad">
        {all.map(({ pointer, message }) => (
          <p key={`${pointer} ${message}`} className="m-0">
            <span className="font-semibold">{cellTitles[pointer] ?? pointer.split('/').at(-1)}:</span>{' '}
            {message}
          </p>
        ))}
      </td>
    </tr>
  );
}

function TextCells(props: CartRowProps) {
  const { stage, line } = props;
  if (stage.fixedReason === null) return <EditedTexts {...props} />;
  const more = [line.sku, line.category].filter((word) => word !== '').join(' · ');
  return (
    <td className={cell}>
      <FixedText text={line.name || line.sku} />
      <span title={more} className="block truncate px-1 text-sm text-ink-3">
        {more}
      </span>
      <LineSummary line={line} />
    </td>
  );
}

function EditedTexts({ stage, line, errors, onChange }: CartRowProps) {
  const pickSku = (sku: string) => {
    const good = stage.goods.find((one) => one.sku === sku);
    onChange(good && line.price === '' ? { ...line, ...known(good), sku } : { ...line, sku });
  };
  return (
    <td className={cell}>
      <TextField
        label="Name"
        hideLabel
        placeholder="Name"
        value={line.name}
        onChange={(name) => onChange({ ...line, name })}
        {...errorOf(errors.at('/name'))}
      />
      <div className="mt-1 grid grid-cols-[3fr_2fr] gap-1">
        <SuggestField
          label="SKU"
          hideLabel
          placeholder="SKU"
          value={line.sku}
          onChange={pickSku}
          suggestions={stage.goods.map((good) => good.sku)}
          {...errorOf(errors.at('/sku'))}
        />
        <TextField
          label="Category"
          hideLabel
          placeholder="Category"
          value={line.category}
          onChange={(category) => onChange({ ...line, category })}
          {...errorOf(errors.at('/category'))}
        />
      </div>
      <LineSummary line={line} />
    </td>
  );
}

/** The attributes of a line in one row of text; all of them are in its details. */
function LineSummary({ line }: { line: LineForm }) {
  const words = Object.entries(line.attributes)
    .filter(([, { text }]) => text.length > 0)
    .map(([name, { text }]) => `${name}: ${typeof text === 'string' ? text : text.join(', ')}`);
  const all = [line.product, ...words].filter((word) => word !== '').join(' · ');
  if (all === '') return null;
  return (
    <span title={all} className="block truncate px-1 pt-1 text-sm text-ink-3">
      {all}
    </span>
  );
}

function FigureCells({ stage, line, costed, errors, onChange }: CartRowProps) {
  const isReadOnly = stage.fixedReason !== null;
  return (
    <>
      <td className={cell}>
        {isReadOnly ? (
          <FixedQuantity quantity={line.quantity} returned={costed?.returnedQuantity ?? 0} />
        ) : (
          <StepperField
            label="Quantity"
            hideLabel
            min={1}
            value={line.quantity}
            onChange={(quantity) => onChange({ ...line, quantity })}
            {...errorOf(errors.at('/quantity'))}
          />
        )}
      </td>
      <td className={cell}>
        {isReadOnly ? (
          <Figure amount={line.price} />
        ) : (
          <MoneyField
            label="Unit price"
            hideLabel
            value={line.price}
            onChange={(price) => onChange({ ...line, price })}
            {...errorOf(errors.at('/price'))}
          />
        )}
      </td>
      <td className={cell}>
        <Figure amount={costed?.discount} />
      </td>
      <td className={cell}>
        <Figure amount={costed?.total} />
      </td>
    </>
  );
}

function FixedText({ text }: { text: string }) {
  return (
    <span title={text} className="block truncate px-1 leading-7">
      {text || '–'}
    </span>
  );
}

function Figure({ amount }: { amount: string | undefined }) {
  return (
    <span className="block pr-1 text-right leading-7">
      {amount === undefined || amount === '' ? (
        <span className="text-ink-3">–</span>
      ) : (
        <Money amount={amount} isQuietAtZero />
      )}
    </span>
  );
}

function FixedQuantity({ quantity, returned }: { quantity: number; returned: number }) {
  return (
    <>
      <FixedText text={String(quantity)} />
      {returned > 0 ? <span className="block px-1 text-sm text-warn">{returned} returned</span> : null}
    </>
  );
}

/** What is known of goods sold before. */
function known(good: CartLineView): Partial<LineForm> {
  return { name: good.name, category: good.category, product: good.product, price: good.price };
}

/** +1 or −1 for the keys that step, 0 for all others and while text is being written. */
function stepOf(event: KeyboardEvent): -1 | 0 | 1 {
  if (event.ctrlKey || event.metaKey || event.altKey) return 0;
  const { target } = event;
  const isText = target instanceof HTMLInputElement && !isStepper(target);
  if (isText) return 0;
  if (event.key === '+' || event.key === '=') return 1;
  return event.key === '-' || event.key === '−' ? -1 : 0;
}

function isStepper(input: HTMLInputElement): boolean {
  return input.getAttribute('aria-roledescription') !== null || input.closest('[data-stepper]') !== null;
}
