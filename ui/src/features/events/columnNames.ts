import type { EventColumn } from '../../api/types';

/** The columns in order: the vendor's five under the vendor's names, then ours. */
export const columnNames: readonly { id: EventColumn; title: string }[] = [
  { id: 'time', title: 'Time' },
  { id: 'event', title: 'Event' },
  { id: 'customer', title: 'Customer' },
  { id: 'session', title: 'Session' },
  { id: 'effects', title: 'Effects' },
  { id: 'state', title: 'State' },
  { id: 'total', title: 'Total' },
  { id: 'discount', title: 'Discount' },
  { id: 'rejections', title: 'Rejections' },
  { id: 'source', title: 'Source' },
];
