import { NumberField } from './NumberField';
import type { TextFieldProps } from './TextField';

/** An amount as decimal text; `currency` is an ISO 4217 code shown after the label. */
export function MoneyField({ currency, ...props }: TextFieldProps & { currency?: string }) {
  const label = currency && !props.hideLabel ? `${props.label} (${currency})` : props.label;
  return <NumberField {...props} label={label} />;
}
