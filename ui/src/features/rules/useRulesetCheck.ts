import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { rulesetCheckQuery } from '../../api/queries';
import type { RulesetCheckView } from '../../api/types';
import type { Json } from '../../lib/json';
import type { RulesetDocument } from './document';

/** How long typing rests before the host is asked, in milliseconds. */
const rest = 250;

const nothing: RulesetCheckView = { problems: [], verdict: null, effects: [] };

/** What the host says of the document: its problems, and its verdict over a session when one is chosen. */
export function useRulesetCheck(
  document: RulesetDocument | null,
  campaignId: number | null,
  sessionId: string | null,
  eventType: string | null,
) {
  const rested = useRested(document);
  const check = useQuery({
    ...rulesetCheckQuery((rested ?? {}) as Json, campaignId, sessionId, eventType),
    enabled: rested !== null,
    placeholderData: keepPreviousData,
  });
  return { check: rested === null ? nothing : (check.data ?? nothing), error: check.error };
}

/** The value once it has not changed for a moment. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rest);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
