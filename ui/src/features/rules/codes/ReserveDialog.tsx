import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../../api/client';
import { refusalOf } from '../../../api/refusal';
import { Button } from '../../../kit/Button';
import { Dialog } from '../../../kit/Dialog';
import { showToast } from '../../../kit/Toasts';
import { TokensField } from '../../../kit/TokensField';
import { countOf } from '../../../lib/text';

/** Sets a code aside for customers. */
export function ReserveDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const [customers, setCustomers] = useState<readonly string[]>([]);
  const queries = useQueryClient();
  const reserving = useMutation({
    mutationFn: () => client.createCouponReservation(code, { integrationIDs: [...customers] }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['coupons'] });
      showToast({ tone: 'good', title: `Reserved ${code} for ${countOf(customers.length, 'customer')}` });
      onClose();
    },
  });
  const refusal = reserving.error ? refusalOf(reserving.error) : null;
  return (
    <Dialog
      title={`Reserve ${code}`}
      width="narrow"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            tone="primary"
            isPending={reserving.isPending}
            disabledReason={customers.length === 0 ? 'Name a customer first, then press Enter.' : null}
            onPress={() => reserving.mutate()}
          >
            Reserve
          </Button>
        </>
      }
    >
      <TokensField
        label="Customers"
        description="Their identities. Enter adds one; the customers need not be known yet."
        placeholder="Such as ana, then Enter"
        values={customers}
        onChange={setCustomers}
        error={refusal ? (refusal.problems[0]?.message ?? refusal.message) : undefined}
      />
    </Dialog>
  );
}
