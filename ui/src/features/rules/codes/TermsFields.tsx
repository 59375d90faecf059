import { useQuery } from '@tanstack/react-query';
import { dictionaryQuery } from '../../../api/queries';
import type { Refusal } from '../../../api/refusal';
import { AttributeFields } from '../../../kit/AttributeFields';
import { Checkbox } from '../../../kit/Checkbox';
import { DateTimeField } from '../../../kit/DateTimeField';
import { Disclosure } from '../../../kit/Disclosure';
import { MoneyField } from '../../../kit/MoneyField';
import { NumberField } from '../../../kit/NumberField';
import { TextField } from '../../../kit/TextField';
import type { CodeForm } from './codeForm';

export type TermsFieldsProps = {
  form: CodeForm;
  onChange: (fields: Partial<CodeForm>) => void;
  refusal: Refusal | null;
  currency: string;
};

/** How often, by whom, when and for how much the codes can be used. */
export function TermsFields({ form, onChange, refusal, currency }: TermsFieldsProps) {
  const said = (pointer: string) => refusal?.messageAt(pointer);
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label="How often each code can be used"
          description="0 means without limit."
          value={form.usageLimit}
          onChange={(usageLimit) => onChange({ usageLimit })}
          inputMode="numeric"
          error={said('/usageLimit')}
        />
        <NumberField
          label="How often by one customer"
          description="0 means without limit."
          value={form.profileLimit}
          onChange={(profileLimit) => onChange({ profileLimit })}
          inputMode="numeric"
          error={said('/profileLimit')}
        />
        <DateTimeField
          label="Starts"
          description="Empty: at once."
          value={form.starts}
          onChange={(starts) => onChange({ starts })}
          error={said('/startDate')}
        />
        <DateTimeField
          label="Expires"
          description="Empty: never."
          value={form.expires}
          onChange={(expires) => onChange({ expires })}
          error={said('/expiryDate')}
        />
      </div>
      <Disclosure title="For one customer, gift cards, reservations">
        <div className="grid grid-cols-2 gap-3 pt-1">
          <TextField
            label="Only for the customer"
            description="Empty: for everybody."
            value={form.recipient}
            onChange={(recipient) => onChange({ recipient })}
            error={said('/recipientIntegrationId')}
          />
          <MoneyField
            label="Discount over its whole life"
            description="As on a gift card. Empty: no limit."
            currency={currency}
            value={form.discountLimit}
            onChange={(discountLimit) => onChange({ discountLimit })}
            error={said('/discountLimit')}
          />
          <ReservationFields form={form} onChange={onChange} refusal={refusal} />
        </div>
      </Disclosure>
      <CodeAttributes form={form} onChange={onChange} refusal={refusal} />
    </>
  );
}

/** Whether a customer needs a reservation, and for how many there are. */
function ReservationFields({ form, onChange, refusal }: Omit<TermsFieldsProps, 'currency'>) {
  const said = (pointer: string) => refusal?.messageAt(pointer);
  return (
    <>
      <Checkbox
        className="col-span-2"
        label="Must be reserved first"
        description={said('/isReservationMandatory') ?? 'Only customers it was reserved for can use it.'}
        isSelected={form.mustReserve}
        onChange={(mustReserve) => onChange({ mustReserve })}
      />
      <NumberField
        label="For how many customers it can be reserved"
        description="0 means without limit."
        value={form.reservationLimit}
        onChange={(reservationLimit) => onChange({ reservationLimit })}
        inputMode="numeric"
        error={said('/reservationLimit')}
      />
      <Checkbox
        className="col-span-2"
        label="Counts as reserved for everybody"
        description={said('/implicitlyReserved') ?? 'Nobody needs a reservation of their own.'}
        isSelected={form.isForEverybody}
        onChange={(isForEverybody) => onChange({ isForEverybody })}
      />
    </>
  );
}

/** The attributes the dictionary gives codes; nothing while it gives none. */
function CodeAttributes({ form, onChange, refusal }: Omit<TermsFieldsProps, 'currency'>) {
  const dictionary = useQuery(dictionaryQuery).data;
  const entity = dictionary?.entities.find((known) => known.entity === 'Coupon');
  const attributes = (entity?.attributes ?? []).filter((attribute) => !attribute.locked && !attribute.hidden);
  if (attributes.length === 0) return null;
  return (
    <Disclosure title="Attributes">
      <AttributeFields
        attributes={attributes}
        texts={form.attributes}
        onChange={(texts) => onChange({ attributes: texts })}
        errorAt={(name) =>
          refusal?.problems.find(({ field }) => `${field}/`.startsWith(`/attributes/${name}/`))?.message
        }
      />
    </Disclosure>
  );
}
