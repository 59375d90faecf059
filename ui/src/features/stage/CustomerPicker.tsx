import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleUser, UserPlus, UserX } from 'lucide-react';
import { useState } from 'react';
import { profilesQuery } from '../../api/queries';
import { useSettled } from '../../kit/useSettled';
import { countOf } from '../../lib/text';
import { FindPopover, type Found } from './FindPopover';

export type CustomerPickerProps = {
  /** Integration id; empty while anonymous. */
  value: string;
  onChange: (profileId: string) => void;
  disabledReason?: string | null;
};

const anonymous = '\nanonymous';

/** Finds a customer, names a new one, or lets the session be anonymous. */
export function CustomerPicker({ value, onChange, disabledReason }: CustomerPickerProps) {
  const [text, setText] = useState('');
  const wanted = text.trim();
  const asked = useSettled(wanted, 150);
  const profiles = useInfiniteQuery(profilesQuery(asked === '' ? {} : { text: asked }));
  const rows = profiles.data?.pages.flatMap((page) => page.rows) ?? [];
  const known: Found[] = rows.map((profile) => ({
    id: profile.id,
    label: profile.id,
    icon: CircleUser,
    detail: countOf(profile.closedSessions, 'closed session'),
  }));
  const isNew = wanted !== '' && !rows.some((profile) => profile.id === wanted);
  const fresh: Found[] = isNew ? [{ id: wanted, label: `New customer “${wanted}”`, icon: UserPlus }] : [];
  const nobody: Found = { id: anonymous, label: 'Anonymous: no customer', icon: UserX };
  return (
    <FindPopover
      label={value === '' ? 'Customer: anonymous' : `Customer: ${value}`}
      placeholder="Find a customer, or type a new id…"
      text={text}
      onText={setText}
      onPick={(id) => onChange(id === anonymous ? '' : id)}
      nothing="No customer has this in the id or an attribute."
      found={[...known, ...fresh, ...(wanted === '' ? [nobody] : [])]}
      disabledReason={disabledReason ?? null}
    >
      <CircleUser aria-hidden size={14} className="text-ink-3" />
      <span className="max-w-52 truncate">{value === '' ? 'Anonymous' : value}</span>
    </FindPopover>
  );
}
