import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const rowOf = (page: Page, text: string) => page.getByRole('row', { name: text });
const chosen = (page: Page) => page.locator('[role="row"][aria-selected="true"]');

async function openEvents(page: Page, search = ''): Promise<void> {
  await page.goto(`/#/events${search}`);
  await expect(page.getByRole('grid', { name: 'Events' })).toBeVisible();
}

/** What is wrong within one part of the page, for those who cannot see or point. */
async function violations(page: Page, part: string): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).include(part).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    for (const tab of ['Story', 'Effects', 'Rules', 'Payload', 'Changes']) {
      test(`the ${tab} of an event is accessible`, async ({ page }) => {
        await openEvents(page);
        await page.getByRole('row').nth(8).click();
        await page.getByRole('tab', { name: tab }).click();
        await expect(page.getByRole('tabpanel')).not.toContainText('Trying it');
        expect(await violations(page, '[aria-label="Chosen event"]')).toEqual([]);
      });
    }

    test('the facets and the Explain drawer are accessible', async ({ page }) => {
      await openEvents(page);
      await page.getByRole('row').nth(8).click();
      await page.getByRole('button', { name: 'Why?' }).first().click();
      await expect(page.getByRole('heading', { name: /^Why · / })).toBeVisible();
      expect(await violations(page, '[aria-label="Facets"]')).toEqual([]);
      expect(await violations(page, '[aria-label="Drawer"]')).toEqual([]);
    });

    test('the filter form and the export dialog are accessible', async ({ page }) => {
      await openEvents(page, '?session=cart-3');
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await expect(page.getByRole('dialog', { name: 'Add a filter' })).toBeVisible();
      expect(await violations(page, '[role="dialog"]'), 'filter').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Export' }).click();
      await expect(page.getByRole('dialog', { name: 'Export events' })).toBeVisible();
      expect(await violations(page, '[role="dialog"]'), 'export').toEqual([]);
    });
  });
}

test('the keyboard alone reads the events of a session', async ({ page }) => {
  await openEvents(page);
  await page.getByRole('grid', { name: 'Events' }).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(chosen(page)).toContainText('Items returned');
  await page.keyboard.press('k');
  await expect(chosen(page)).toContainText('Session revoked');
  await expect(page.getByRole('heading', { name: 'Session revoked' })).toBeVisible();
  await page.keyboard.press('[');
  await expect(page.getByRole('heading', { name: 'Items returned' })).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.getByRole('heading', { name: 'Why · Items returned · cart-40' })).toBeVisible();
  await expect(page.getByText('short by 56.50')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/events\/239/);
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/#\/events\/240/);
});

test('a facet includes, excludes and is taken away, and going back undoes it', async ({ page }) => {
  await openEvents(page);
  await expect(page.getByText('240 events', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Session closed, 40' }).click();
  await expect(page.getByText('40 events', { exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Event Session closed');
  await page.getByRole('button', { name: 'pageview, 40' }).click({ modifiers: ['Alt'] });
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Not event pageview');
  await page.goBack();
  await expect(page.getByRole('list', { name: 'Filters' })).not.toContainText('pageview');
  await page.getByRole('button', { name: /^Ten percent from 100, / }).click({ modifiers: ['Alt'] });
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Not campaign');
  await page.goBack();
  await page.goBack();
  await expect(page.getByText('240 events', { exact: true })).toBeVisible();
});

test('typing searches after a pause and keeps every letter; a view is a link', async ({ page }) => {
  await openEvents(page);
  await page.keyboard.press('/');
  await page.keyboard.type('cart-12', { delay: 40 });
  await expect(page.getByText('6 events', { exact: true })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Search events' })).toHaveValue('cart-12');
  await expect(page).toHaveURL(/text=cart-12/);
  await page.reload();
  await expect(page.getByText('6 events', { exact: true })).toBeVisible();
});

test('a bar of the histogram shows its span of time only', async ({ page }) => {
  await openEvents(page);
  await page
    .getByRole('group', { name: /240 events over time/ })
    .getByRole('button')
    .nth(3)
    .click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('From 2026-03-04');
  await expect(page.getByText('240 events', { exact: true })).not.toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page.getByText('240 events', { exact: true })).toBeVisible();
});

test('an attribute filter is added by the form', async ({ page }) => {
  await openEvents(page);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: /Filter by/ }).click();
  await page.getByRole('option', { name: 'Attribute' }).click();
  await page.getByRole('combobox', { name: 'Attribute of a custom event' }).fill('url');
  await page.keyboard.press('Escape');
  await page.getByLabel('Contains').fill('summer');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Attribute url = summer');
});

test('triggering again lists the new event at once and leaves the selection', async ({ page }) => {
  await openEvents(page);
  await rowOf(page, 'cart-40').filter({ hasText: 'Session updated' }).click();
  await page.getByRole('tab', { name: 'Payload' }).click();
  await expect(page.getByText('It would make talon_session_updated and give:')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy as curl' })).toBeVisible();
  await page.getByRole('button', { name: 'Trigger again' }).click();
  await expect(page.getByText('241 events', { exact: true })).toBeVisible();
  await expect(page.getByText('Triggered talon_session_updated')).toBeVisible();
  await expect(chosen(page)).toContainText('Session updated');
  await expect(page.getByRole('row').nth(1)).toContainText('cart-41');
});

test('without following, new events wait behind a button', async ({ page }) => {
  await openEvents(page);
  await page.getByRole('button', { name: 'Following new events' }).click();
  await rowOf(page, 'cart-40').filter({ hasText: 'Session updated' }).click();
  await page.getByRole('tab', { name: 'Payload' }).click();
  await page.getByRole('button', { name: 'Trigger again' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('cart-40');
  await page.getByRole('button', { name: '1 new event' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('cart-41');
});

test('a request that would be refused says why and cannot be triggered', async ({ page }) => {
  await openEvents(page);
  await rowOf(page, 'cart-40').filter({ hasText: 'Session revoked' }).click();
  await page.getByRole('tab', { name: 'Payload' }).click();
  await expect(page.getByText('It would be refused: Cannot move session')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Trigger again' })).toHaveAttribute('aria-disabled', 'true');
});

test('an edited request marks the refused field and keeps what was typed', async ({ page }) => {
  await openEvents(page);
  await rowOf(page, 'cart-40').filter({ hasText: 'Session updated' }).click();
  await page.getByRole('tab', { name: 'Payload' }).click();
  await page.getByRole('button', { name: 'Edit and trigger' }).click();
  const editor = page.getByRole('textbox', { name: 'Request' });
  await editor.fill('{"op":"updateSession","body":{"customerSession":{"cartItems":[{"quantity": 0}]}}}');
  await expect(page.getByText('The quantity must be at least 1.')).toBeVisible();
  await expect(page.locator('.cm-lintRange-error')).toHaveText('0');
  await page.getByRole('button', { name: 'Close, keep what is typed' }).click();
  await page.getByRole('button', { name: 'Edit and trigger' }).click();
  await expect(editor).toContainText('"quantity": 0');
  await editor.fill('{"op":"trackEvent","body":{}}');
  await page.getByRole('button', { name: 'Trigger', exact: true }).click();
  await expect(page.getByText('Triggered pageview')).toBeVisible();
});

test('the columns chosen are the columns exported, and they are remembered', async ({ page }) => {
  await openEvents(page, '?session=cart-7');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByText('Rejections', { exact: true }).last().click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Rejections' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Time' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Rejections' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export events' });
  await expect(dialog).toContainText('6 rows');
  await expect(dialog).toContainText('Session cart-7');
  await expect(dialog).not.toContainText('Rejections');
  await dialog.getByRole('button', { name: 'Choose file and export' }).click();
  await expect(page.getByText('Exported 6 events')).toBeVisible();
  await expect(page.getByText('/home/ana/Documents/events.csv')).toBeVisible();
});

test.describe('when there is nothing to show', () => {
  test('an empty workspace leads to the Stage', async ({ page }) => {
    await page.goto('/?world=empty#/events');
    await page.getByRole('button', { name: 'Go to the Stage' }).click();
    await expect(page).toHaveURL(/#\/stage/);
  });

  test('filters that match nothing can be cleared', async ({ page }) => {
    await openEvents(page, '?text=no-such-thing');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page.getByText('240 events', { exact: true })).toBeVisible();
  });

  test('a file that cannot be read says so and can be tried again', async ({ page }) => {
    await page.goto('/?world=broken#/events');
    await expect(page.getByRole('alert')).toContainText('The file could not be read: disk error.');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

test.describe('comparing two events', () => {
  test('without marks it says what to do, with one what is missing', async ({ page }) => {
    await openEvents(page);
    await page.getByRole('grid', { name: 'Events' }).focus();
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog', { name: 'Compare two events' });
    await expect(dialog).toContainText('Choose an event and press M');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await expect(chosen(page)).toContainText('Marked');
    await expect(page.getByRole('region', { name: 'Marked events' })).toContainText('Mark one more event');
    await page.keyboard.press('d');
    await expect(dialog).toContainText('Choose a second event');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`M twice and D show the difference, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await openEvents(page, '?session=cart-12');
      await page.getByRole('grid', { name: 'Events' }).focus();
      for (const key of ['j', 'm', 'j', 'j', 'm']) await page.keyboard.press(key);
      await expect(page.getByText('Marked', { exact: true })).toHaveCount(2);
      await page.screenshot({ path: `test-results/marks-${colorScheme}.png` });
      await page.keyboard.press('d');
      const dialog = page.getByRole('dialog', { name: 'Compare two events' });
      await expect(dialog.getByRole('row', { name: /^State/ })).toContainText('differs');
      await expect(dialog.getByRole('row', { name: /^Session/ })).toContainText('same');
      await expect(dialog.getByRole('textbox', { name: 'Request, earlier event' })).toBeVisible();
      await expect(dialog.locator('.cm-changedText').first()).toBeVisible();
      await page.screenshot({ path: `test-results/compare-${colorScheme}.png` });
      expect(await violations(page, '[role="dialog"]')).toEqual([]);
      await dialog.getByRole('radio', { name: 'Effects' }).click();
      await expect(dialog.getByRole('textbox', { name: 'Effects, later event' })).toBeVisible();
    });
  }

  test('marking and comparing are on buttons, in the palette and in the shortcut sheet', async ({ page }) => {
    await openEvents(page);
    await rowOf(page, 'cart-40').filter({ hasText: 'Session updated' }).click();
    await page.getByRole('button', { name: 'Mark to compare' }).click();
    await expect(page.getByRole('button', { name: 'Take the mark away' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.getByRole('button', { name: 'Clear marks' }).click();
    await expect(page.getByText('Marked', { exact: true })).toHaveCount(0);
    await page.keyboard.press('?');
    await expect(page.getByText('Compare the two marked events')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('compare the two');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Compare two events' })).toBeVisible();
  });
});
