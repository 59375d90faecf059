import { Disclosure } from '../../kit/Disclosure';
import { TextField } from '../../kit/TextField';
import { TokensField } from '../../kit/TokensField';
import { CostsFields, errorOf } from './CostsFields';
import { errorsUnder } from './fieldErrors';
import { SectionTitle } from './SectionTitle';
import type { Part } from './sessionRequest';
import type { Stage } from './useStage';

const parts: readonly Part[] = ['costs', 'identifiers', 'referralCode', 'loyaltyCards', 'store'];
const pointers = [
  '/additionalCosts',
  '/identifiers',
  '/referralCode',
  '/loyaltyCards',
  '/storeIntegrationId',
];

/** What most sessions do without: costs, referral code, identifiers, loyalty card, store. */
export function MoreFields({ stage }: { stage: Stage }) {
  const { draft, errors } = stage;
  const { form, edit } = draft;
  const isReadOnly = stage.fixedReason !== null;
  const texts = [form.referralCode, form.store].filter((text) => text !== '');
  const count = form.costs.length + form.identifiers.length + form.loyaltyCards.length + texts.length;
  const isChanged = draft.changes.some((part) => parts.includes(part));
  const isWrong = pointers.some((pointer) => errors.within(pointer) !== undefined);
  return (
    <Disclosure
      defaultOpen={count > 0}
      title={
        <SectionTitle
          title="More: costs, referral, identifiers, card, store"
          count={count}
          isChanged={isChanged}
          isWrong={isWrong}
        />
      }
    >
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 py-1">
        <CostsFields
          costs={form.costs}
          onChange={(costs) => edit({ ...form, costs })}
          errors={errorsUnder(errors, '/additionalCosts')}
          isReadOnly={isReadOnly}
        />
        <div className="flex flex-col gap-2">
          <TextField
            label="Referral code"
            isCode
            value={form.referralCode}
            onChange={(referralCode) => edit({ ...form, referralCode })}
            isReadOnly={isReadOnly}
            {...errorOf(errors.within('/referralCode'))}
          />
          <TokensField
            label="Identifiers"
            values={form.identifiers}
            onChange={(identifiers) => edit({ ...form, identifiers })}
            placeholder="Such as a device, then Enter"
            error={errors.within('/identifiers')}
            isReadOnly={isReadOnly}
          />
          <TokensField
            label="Loyalty card"
            values={form.loyaltyCards}
            onChange={(loyaltyCards) => edit({ ...form, loyaltyCards })}
            placeholder="Its number, then Enter"
            error={errors.within('/loyaltyCards')}
            isReadOnly={isReadOnly}
          />
          <TextField
            label="Store"
            isCode
            value={form.store}
            onChange={(store) => edit({ ...form, store })}
            isReadOnly={isReadOnly}
            {...errorOf(errors.within('/storeIntegrationId'))}
          />
        </div>
      </div>
    </Disclosure>
  );
}
