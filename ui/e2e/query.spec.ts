import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const search = (page: Page) => page.getByRole('combobox', { name: 'Search events' });
const option = (page: Page, name: string) => page.getByRole('option', { name });

async function openEvents(page: Page): Promise<void> {
  await page.goto('/#/events');
  await expect(page.getByText('240 events', { exact: true })).toBeVisible();
}

test('a query is put together from what is offered, with the keyboard alone', async ({ page }) => {
  await openEvents(page);
  await page.keyboard.press('/');
  await page.keyboard.type('ty');
  await expect(option(page, 'type:')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(search(page)).toHaveValue('type:');
  await page.keyboard.type('page');
  await expect(option(page, 'pageview')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(search(page)).toHaveValue('type:pageview ');
  await expect(page.getByText('40 events', { exact: true })).toBeVisible();
  await page.keyboard.type('cart-12');
  await expect(page.getByText('1 event', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveValue('');
  await expect(page.getByText('240 events', { exact: true })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('what cannot be searched by is pointed at, and the list stays', async ({ page }) => {
      await openEvents(page);
      await search(page).fill('type:pageview foo:1');
      const mistake = page.getByRole('alert');
      await expect(mistake).toContainText('"foo" is nothing to search by');
      await expect(mistake.locator('mark')).toHaveText('foo');
      await expect(page.getByText('240 events', { exact: true })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('[aria-label="Search events"]').analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await page.screenshot({ path: `test-results/query-mistake-${colorScheme}.png` });
      await search(page).fill('type:pageview');
      await expect(mistake).not.toBeVisible();
      await expect(page.getByText('40 events', { exact: true })).toBeVisible();
      await search(page).click();
      await expect(option(page, 'pageview')).toBeVisible();
      await page.screenshot({ path: `test-results/query-offer-${colorScheme}.png` });
    });
  });
}

test('sources and reasons of rejection are facets', async ({ page }) => {
  await openEvents(page);
  const count = page.getByRole('button', { name: /^till, / });
  await count.click();
  await expect(page.getByText('60 events', { exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Source till');
  await count.click({ modifiers: ['Alt'] });
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Not source till');
  await page.getByRole('button', { name: /^CouponExpired, / }).click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Rejected CouponExpired');
});

test('what is shown is saved under a name, shown again, and removed', async ({ page }) => {
  await openEvents(page);
  await page.getByRole('button', { name: 'Views' }).click();
  await expect(page.getByRole('dialog', { name: 'Saved views' })).toContainText('No view is saved yet');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Session closed, 40' }).click();
  await expect(page.getByText('40 events', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Save what is shown as' }).fill('Paid');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Paid', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page.getByText('240 events', { exact: true })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Views' }).click();
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Paid', exact: true }).click();
  await expect(page.getByText('40 events', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Paid', exact: true }).click();
  await page.screenshot({ path: 'test-results/views.png' });
  await page.getByRole('button', { name: 'Remove the view Paid' }).click();
  await expect(page.getByRole('dialog', { name: 'Saved views' })).toContainText('No view is saved yet');
});
