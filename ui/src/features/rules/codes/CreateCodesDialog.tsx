import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '../../../api/client';
import { codeExamplesQuery } from '../../../api/coupons';
import { type Refusal, refusalOf } from '../../../api/refusal';
import type { CouponsRequest } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { Dialog } from '../../../kit/Dialog';
import { ErrorNote } from '../../../kit/ErrorNote';
import { NumberField } from '../../../kit/NumberField';
import { Progress } from '../../../kit/Progress';
import { Segmented } from '../../../kit/Segmented';
import { TextField } from '../../../kit/TextField';
import { showToast } from '../../../kit/Toasts';
import { countOf } from '../../../lib/text';
import { type CodeForm, emptyCodeForm, examplesOf, requestOf } from './codeForm';
import { TermsFields } from './TermsFields';
import { useCodeWork } from './useCodeWork';

export type CreateCodesDialogProps = {
  campaignId: number;
  kind: CodeForm['kind'];
  currency: string;
  onClose: () => void;
};

const kinds = [
  { id: 'one', label: 'One code' },
  { id: 'many', label: 'Many by a pattern' },
];

/** Makes one code, or many that look alike. */
export function CreateCodesDialog({ campaignId, kind, currency, onClose }: CreateCodesDialogProps) {
  const [form, setForm] = useState<CodeForm>({ ...emptyCodeForm, kind });
  const change = (fields: Partial<CodeForm>) => setForm((before) => ({ ...before, ...fields }));
  const work = useCodeWork(
    (body: CouponsRequest) => client.createCoupons(campaignId, body, false),
    (made) => {
      showToast({
        tone: 'good',
        title: `Created ${countOf(made.created, 'code')}`,
        detail: made.first[0] ?? '',
      });
      onClose();
    },
  );
  const send = () => work.run(requestOf(form));
  const leftover = work.refusal?.problems.length === 0 ? work.refusal.message : null;
  return (
    <Dialog
      title="Create codes"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" isPending={work.isPending} onPress={send}>
            {form.kind === 'one' ? 'Create code' : 'Create codes'}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Segmented
          label="How many"
          value={form.kind}
          onChange={(id) => change({ kind: id === 'many' ? 'many' : 'one' })}
          choices={kinds}
          className="self-start"
        />
        {form.kind === 'one' ? (
          <TextField
            isCode
            isRequired
            autoFocus
            label="Code"
            description="As the customer will type it. Capital and small letters differ."
            value={form.value}
            onChange={(value) => change({ value })}
            placeholder="SUMMER20"
            error={work.refusal?.messageAt('/value')}
          />
        ) : (
          <PatternFields campaignId={campaignId} form={form} onChange={change} refusal={work.refusal} />
        )}
        <TermsFields form={form} onChange={change} refusal={work.refusal} currency={currency} />
        {work.isPending ? (
          <Progress label="Creating the codes…" done={work.done} total={work.total} onCancel={work.stop} />
        ) : null}
        {leftover ? <ErrorNote message={leftover} next="No code was created." /> : null}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Dialog>
  );
}

type PatternFieldsProps = {
  campaignId: number;
  form: CodeForm;
  onChange: (fields: Partial<CodeForm>) => void;
  refusal: Refusal | null;
};

/** The pattern with what it makes, as it is typed. */
function PatternFields({ campaignId, form, onChange, refusal }: PatternFieldsProps) {
  const examples = useExamples(campaignId, form);
  const said = (pointer: string) => refusal?.messageAt(pointer) ?? examples.refusal?.messageAt(pointer);
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_140px] gap-3">
        <TextField
          isCode
          isRequired
          label="Pattern"
          description="Each # becomes one of the valid characters."
          value={form.pattern}
          onChange={(pattern) => onChange({ pattern })}
          error={said('/couponPattern')}
        />
        <NumberField
          isRequired
          label="How many"
          value={form.number}
          onChange={(number) => onChange({ number })}
          inputMode="numeric"
          error={refusal?.messageAt('/numberOfCoupons')}
        />
      </div>
      <TextField
        isCode
        label="Valid characters"
        description="Empty: letters and digits without those that are mistaken for each other (0 and O, 1 and I)."
        value={form.letters}
        onChange={(letters) => onChange({ letters })}
        error={said('/validCharacters')}
      />
      <p aria-live="polite" className="m-0 min-h-5 text-sm text-ink-2">
        {examples.codes.length > 0 ? (
          <>
            For example{' '}
            {examples.codes.map((code) => (
              <code key={code} className="mr-2">
                {code}
              </code>
            ))}
          </>
        ) : null}
      </p>
    </>
  );
}

/** How long typing rests before the host is asked, in milliseconds. */
const rest = 250;
const exampleCount = 3;

function useExamples(campaignId: number, form: CodeForm): { codes: string[]; refusal: Refusal | null } {
  const asked = JSON.stringify(examplesOf(form, exampleCount));
  const [rested, setRested] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setRested(asked), rest);
    return () => clearTimeout(timer);
  }, [asked]);
  const query = useQuery(codeExamplesQuery(campaignId, JSON.parse(rested) as CouponsRequest));
  return { codes: query.data?.first ?? [], refusal: query.error ? refusalOf(query.error) : null };
}
