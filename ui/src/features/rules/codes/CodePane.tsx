import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BookmarkPlus, Pencil, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../../api/client';
import { couponQuery } from '../../../api/coupons';
import { refusalOf } from '../../../api/refusal';
import type { CouponDetailView, CouponView } from '../../../api/types';
import { Button } from '../../../kit/Button';
import { ConfirmDialog } from '../../../kit/ConfirmDialog';
import { ErrorNote } from '../../../kit/ErrorNote';
import { IconButton } from '../../../kit/IconButton';
import { KeyValue } from '../../../kit/KeyValue';
import { Loading } from '../../../kit/Loading';
import { Panel } from '../../../kit/Panel';
import { TimeText } from '../../../kit/TimeText';
import { showToast } from '../../../kit/Toasts';
import { EditCodeDialog } from './EditCodeDialog';
import { ReserveDialog } from './ReserveDialog';

export type CodePaneProps = { code: string; currency: string; onClose: () => void };

type Asked = 'edit' | 'reserve' | 'delete' | null;

/** One code: under which terms it can be used, by whom it was, and what can be done with it. */
export function CodePane({ code, currency, onClose }: CodePaneProps) {
  const [asked, ask] = useState<Asked>(null);
  const query = useQuery(couponQuery(code));
  const close = () => ask(null);
  const detail = query.data;
  return (
    <Panel
      title={code}
      className="w-80 shrink-0 border-line border-l"
      actions={<IconButton label="Close the code" icon={X} onPress={onClose} />}
      isPadded
    >
      {query.isPending ? <Loading label="Reading the code…" /> : null}
      {query.error ? <ErrorNote message={refusalOf(query.error).message} /> : null}
      {detail ? (
        <div className="flex flex-col gap-4">
          <div className="flex flex-wrap gap-1.5">
            <Button size="small" icon={Pencil} onPress={() => ask('edit')}>
              Change
            </Button>
            <Button
              size="small"
              icon={BookmarkPlus}
              disabledReason={detail.notReservable}
              onPress={() => ask('reserve')}
            >
              Reserve
            </Button>
            <Button size="small" icon={Trash2} tone="quiet" onPress={() => ask('delete')}>
              Delete
            </Button>
          </div>
          <KeyValue items={factsOf(detail.coupon)} />
          <Customers detail={detail} />
          {asked === 'edit' ? (
            <EditCodeDialog code={detail.coupon} currency={currency} onClose={close} />
          ) : null}
          {asked === 'reserve' ? <ReserveDialog code={code} onClose={close} /> : null}
          {asked === 'delete' ? (
            <DeleteDialog code={detail.coupon} onClose={close} onDeleted={onClose} />
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}

function factsOf(row: CouponView) {
  const noLimit = (limit: number) => (limit === 0 ? 'no limit' : String(limit));
  return [
    { key: 'Status', value: row.statusText },
    { key: 'Uses', value: `${row.used} of ${noLimit(row.usageLimit)}` },
    { key: 'Per customer', value: noLimit(row.profileLimit) },
    { key: 'Discount given', value: `${row.discounted} of ${row.discountLimit ?? 'no limit'}` },
    { key: 'Only for', value: row.recipient ?? 'everybody' },
    { key: 'Starts', value: row.starts === null ? 'at once' : <TimeText at={row.starts} /> },
    { key: 'Expires', value: row.expires === null ? 'never' : <TimeText at={row.expires} /> },
    { key: 'Reservation', value: reservationText(row) },
    { key: 'Created', value: <TimeText at={row.created} /> },
    ...row.attributes.map((attribute) => ({ key: attribute.title, value: attribute.text })),
  ];
}

function reservationText(row: CouponView): string {
  if (row.implicitlyReserved) return 'counts as reserved for everybody';
  if (row.recipient !== null) return 'not needed';
  const limit = row.reservationLimit === 0 ? '' : `, for at most ${row.reservationLimit} customers`;
  return (row.reservationMandatory ? 'needed before it can be used' : 'a note only') + limit;
}

function Customers({ detail }: { detail: CouponDetailView }) {
  const queries = useQueryClient();
  const releasing = useMutation({
    mutationFn: (profile: string) =>
      client.deleteCouponReservation(detail.coupon.value, { integrationIDs: [profile] }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['coupons'] }),
    onError: (reason) => showToast({ tone: 'bad', title: 'Not released', detail: refusalOf(reason).message }),
  });
  return (
    <section aria-label="Customers of the code" className="flex flex-col gap-1">
      <h3 className="eyebrow m-0">Customers</h3>
      {detail.customers.length === 0 ? (
        <p className="m-0 text-sm text-ink-3">Nobody used it, and it is reserved for nobody.</p>
      ) : null}
      <ul className="m-0 flex list-none flex-col p-0">
        {detail.customers.map((customer) => (
          <li key={customer.profile} className="flex min-h-7 items-center gap-2">
            <span className="min-w-0 flex-1 break-words">{customer.profile}</span>
            <span className="text-sm text-ink-3">
              {[customer.used > 0 ? `used ${customer.used}` : '', customer.reserved ? 'reserved' : '']
                .filter(Boolean)
                .join(', ')}
            </span>
            {customer.reserved ? (
              <IconButton
                label={`Take the reservation for ${customer.profile} back`}
                icon={X}
                onPress={() => releasing.mutate(customer.profile)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {detail.moreCustomers ? <p className="m-0 text-sm text-ink-3">and more customers</p> : null}
    </section>
  );
}

type DeleteDialogProps = { code: CouponView; onClose: () => void; onDeleted: () => void };

function DeleteDialog({ code, onClose, onDeleted }: DeleteDialogProps) {
  const queries = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => client.deleteCoupon(code.value),
    onSuccess: () => {
      onDeleted();
      void queries.invalidateQueries({ queryKey: ['coupons', 'list'] });
      showToast({ tone: 'good', title: `Deleted ${code.value}` });
    },
    onError: (reason) => {
      showToast({ tone: 'bad', title: 'Not deleted', detail: refusalOf(reason).message });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`Delete ${code.value}?`}
      isOpen
      onClose={onClose}
      onConfirm={() => deleting.mutate()}
      confirmLabel="Delete code"
      isDangerous
      isPending={deleting.isPending}
    >
      <p className="m-0">
        Nobody can use the code any more, and its reservations are gone. Discounts it gave stand, and the
        events go on telling of it.
      </p>
    </ConfirmDialog>
  );
}
