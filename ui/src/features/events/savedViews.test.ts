import { beforeEach, expect, test } from 'vitest';
import { isSameFilter, useSavedViews } from './savedViews';

const shop = '/shops/one.sqlite';

beforeEach(() => useSavedViews.setState({ views: {} }));

test('views are kept by workspace, replaced by name, and removed', () => {
  const { save, remove } = useSavedViews.getState();
  save(shop, { name: 'Lost', filter: { states: ['cancelled'] } });
  save(shop, { name: 'Big', filter: { text: 'total:>100' } });
  save(shop, { name: 'Lost', filter: { states: ['cancelled'], text: 'ana' } });
  save('/shops/two.sqlite', { name: 'Other', filter: {} });
  expect(useSavedViews.getState().views[shop]).toEqual([
    { name: 'Lost', filter: { states: ['cancelled'], text: 'ana' } },
    { name: 'Big', filter: { text: 'total:>100' } },
  ]);
  remove(shop, 'Lost');
  expect(useSavedViews.getState().views[shop]?.map(({ name }) => name)).toEqual(['Big']);
  expect(useSavedViews.getState().views['/shops/two.sqlite']).toHaveLength(1);
});

test('filters are the same whatever the order of their parts', () => {
  expect(isSameFilter({ text: 'a', session: 's' }, { session: 's', text: 'a' })).toBe(true);
  expect(isSameFilter({ text: 'a' }, { text: 'b' })).toBe(false);
});
