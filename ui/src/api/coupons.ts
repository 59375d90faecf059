import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client } from './client';
import type { CouponFilterView, CouponsRequest } from './types';

const pageLength = 200;

/** The codes that match, the latest created first. */
export const couponsQuery = (filter: CouponFilterView) =>
  infiniteQueryOptions({
    queryKey: ['coupons', 'list', filter],
    queryFn: ({ pageParam }) => client.coupons(filter, pageParam, pageLength),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    meta: { stale: ['campaigns', 'workspace'] },
  });

/** One code, with the customers who have to do with it. */
export const couponQuery = (code: string) =>
  queryOptions({
    queryKey: ['coupons', 'one', code],
    queryFn: () => client.coupon(code),
    meta: { stale: ['campaigns', 'dictionary', 'workspace'] },
    retry: false,
  });

/** Some codes of running campaigns that can be tried now. */
export const couponSuggestionsQuery = queryOptions({
  queryKey: ['coupons', 'suggestions'],
  queryFn: client.couponSuggestions,
  meta: { stale: ['campaigns', 'workspace'] },
});

/** What making these codes would give: the first of them, by name. Rehearsed, so nothing is stored. */
export const codeExamplesQuery = (campaignId: number, body: CouponsRequest) =>
  queryOptions({
    queryKey: ['coupons', 'examples', campaignId, body],
    queryFn: () => client.createCoupons(campaignId, body, true),
    gcTime: 10_000,
    retry: false,
  });

/** How often the progress of long work is looked at, in milliseconds. */
const glance = 200;

/** How far the making or importing of codes is, while `isWatched`. */
export const couponProgressQuery = (isWatched: boolean) =>
  queryOptions({
    queryKey: ['coupons', 'progress'],
    queryFn: client.couponProgress,
    enabled: isWatched,
    refetchInterval: isWatched ? glance : false,
    staleTime: 0,
    gcTime: 0,
  });
