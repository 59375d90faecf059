import { Disclosure } from '../../kit/Disclosure';
import { TextField } from '../../kit/TextField';
import { SectionTitle } from './CartPane';
import { CostsFields, errorOf } from './CostsFields';
import { errorsUnder } from './fieldErrors';
import { TokensField } from './TokensField';
import type { Stage } from './useStage';

/** What most sessions do without: costs, referral code, identifiers. */
export function MoreFields({ stage }: { stage: Stage }) {
  const { draft, errors } = stage;
  const { form, edit } = draft;
  const isReadOnly = stage.fixedReason !== null;
  const count = form.costs.length + form.identifiers.length + (form.referralCode === '' ? 0 : 1);
  const isChanged = draft.changes.some(
    (part) => part === 'costs' || part === 'identifiers' || part === 'referralCode',
  );
  return (
    <Disclosure
      defaultOpen={count > 0}
      title={<SectionTitle title="More: costs, referral, identifiers" count={count} isChanged={isChanged} />}
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
        </div>
      </div>
    </Disclosure>
  );
}
