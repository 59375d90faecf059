import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionsQuery } from '../../api/queries';
import { Money } from '../../kit/Money';
import { StateBadge } from '../../kit/StateBadge';
import { useSettled } from '../../kit/useSettled';
import { FindPopover } from './FindPopover';
import type { OpenSession } from './openSession';

/** Finds a session by its id or its customer. */
export function SessionPicker({ id, onOpen }: { id: string; onOpen: OpenSession }) {
  const [text, setText] = useState('');
  const asked = useSettled(text.trim(), 150);
  const sessions = useInfiniteQuery(sessionsQuery(asked === '' ? {} : { text: asked }));
  const rows = sessions.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <FindPopover
      label={`Session ${id}: choose another`}
      placeholder="Find by session or customer…"
      text={text}
      onText={setText}
      onPick={onOpen}
      nothing="No stored session has this in its id or its customer's."
      found={rows.map((row) => ({
        id: row.id,
        label: row.profileId === null ? row.id : `${row.id} · ${row.profileId}`,
        detail: (
          <>
            <StateBadge state={row.state} />
            <Money amount={row.total} />
          </>
        ),
      }))}
    >
      <span className="max-w-44 truncate font-semibold">{id}</span>
    </FindPopover>
  );
}
