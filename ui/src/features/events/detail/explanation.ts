import { type Explanation, evaluationOf } from '../../../api/explain';
import type { EffectView, EventDetailView } from '../../../api/types';

/** What is explained when someone asks why of an event, or of one of its effects. */
export function explanationOf(detail: EventDetailView, effect?: EffectView): Explanation {
  const { title, sessionId, profileId } = detail.row;
  const whose = sessionId ?? profileId;
  return {
    title: whose === null ? title : `${title} · ${whose}`,
    campaigns: detail.campaigns,
    notEvaluated: detail.notEvaluated,
    ...(effect && { focus: evaluationOf(effect) }),
  };
}
