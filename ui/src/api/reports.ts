import { queryOptions } from '@tanstack/react-query';
import { client } from './client';
import type { Preset } from './types';

/** What a row can be, and the columns each can have here. */
export const reportCatalogueQuery = queryOptions({
  queryKey: ['dictionary', 'reports'],
  queryFn: client.reportCatalogue,
});

/** The reports that come with the program; they never change while it runs. */
export const reportPresetsQuery = queryOptions({
  queryKey: ['reports', 'presets'],
  queryFn: client.reportPresets,
  staleTime: Number.POSITIVE_INFINITY,
});

/** The first rows of a report, as they will be written. */
export const reportPreviewQuery = (preset: Preset) =>
  queryOptions({
    queryKey: ['events', 'report', preset],
    queryFn: () => client.reportPreview(preset),
    meta: { stale: ['campaigns', 'dictionary'] },
    gcTime: 30_000,
  });

/** How often the progress of long work is looked at, in milliseconds. */
const glance = 200;

/** How far the writing of a report is, while `isWatched`. */
export const reportProgressQuery = (isWatched: boolean) =>
  queryOptions({
    queryKey: ['reports', 'progress'],
    queryFn: client.reportProgress,
    enabled: isWatched,
    refetchInterval: isWatched ? glance : false,
    staleTime: 0,
    gcTime: 0,
  });

/** How much of a crowd's time has passed, while `isWatched`. */
export const crowdProgressQuery = (isWatched: boolean) =>
  queryOptions({
    queryKey: ['reports', 'crowd'],
    queryFn: client.crowdProgress,
    enabled: isWatched,
    refetchInterval: isWatched ? glance : false,
    staleTime: 0,
    gcTime: 0,
  });
