import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../../api/client';
import { refusalOf } from '../../../api/refusal';
import type { CouponView } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { Dialog } from '../../../kit/Dialog';
import { ErrorNote } from '../../../kit/ErrorNote';
import { showToast } from '../../../kit/Toasts';
import { changesOf, formOf } from './codeForm';
import { TermsFields } from './TermsFields';

export type EditCodeDialogProps = { code: CouponView; currency: string; onClose: () => void };

/** Changes under which terms a code can be used; what it was used for stays. */
export function EditCodeDialog({ code, currency, onClose }: EditCodeDialogProps) {
  const [form, setForm] = useState(() => formOf(code));
  const queries = useQueryClient();
  const before = changesOf(formOf(code));
  const saving = useMutation({
    mutationFn: () => client.updateCoupon(code.value, changesOf(form)),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['coupons'] });
      const undo = () =>
        void client
          .updateCoupon(code.value, before)
          .then(() => queries.invalidateQueries({ queryKey: ['coupons'] }));
      showToast({
        tone: 'good',
        title: `Changed ${code.value}`,
        action: { label: 'Undo', onPress: undo },
      });
      onClose();
    },
  });
  const refusal = saving.error ? refusalOf(saving.error) : null;
  return (
    <Dialog
      title={`Change ${code.value}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" isPending={saving.isPending} onPress={() => saving.mutate()}>
            Save
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <TermsFields
          form={form}
          onChange={(fields) => setForm((now) => ({ ...now, ...fields }))}
          refusal={refusal}
          currency={currency}
        />
        {refusal ? <ErrorNote message={refusal.message} next="Nothing was changed." /> : null}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Dialog>
  );
}
