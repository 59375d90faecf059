import { type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../api/client';
import { couponProgressQuery } from '../../../api/coupons';
import { type Refusal, refusalOf } from '../../../api/refusal';

/** Long work on codes: how far it is, and what the host said against it. */
export type CodeWork<Request, Answer> = {
  run: (request: Request) => void;
  isPending: boolean;
  done: number;
  total: number;
  stop: () => void;
  refusal: Refusal | null;
  /** The request of the last run. */
  asked: UseMutationResult<Answer, Error, Request>['variables'];
};

/** Runs work that takes long, watches its progress, and can stop it. Stopping is no failure. */
export function useCodeWork<Request, Answer>(
  work: (request: Request) => Promise<Answer>,
  onDone: (answer: Answer) => void,
): CodeWork<Request, Answer> {
  const queries = useQueryClient();
  const running = useMutation({
    mutationFn: work,
    onSuccess: (answer) => {
      void queries.invalidateQueries({ queryKey: ['coupons'] });
      onDone(answer);
    },
  });
  const progress = useQuery(couponProgressQuery(running.isPending)).data;
  const refusal = running.error ? refusalOf(running.error) : null;
  return {
    run: running.mutate,
    isPending: running.isPending,
    done: progress?.done ?? 0,
    total: progress?.total ?? 0,
    stop: () => void client.stopCoupons(),
    refusal: refusal?.code === 'cancelled' ? null : refusal,
    asked: running.variables,
  };
}
