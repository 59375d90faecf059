import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

async function openStart(page: Page, world = 'none') {
  await page.goto(`/?world=${world}#/start`);
  await expect(page.getByRole('button', { name: 'Open sample shop', exact: true })).toBeVisible();
}

const menuItem = async (page: Page, name: string) => {
  await page.getByRole('button', { name: /^Workspace / }).click();
  await page.getByRole('menuitem', { name }).click();
};

for (const way of ['Open sample shop', 'New workspace', 'Open…', 'Open workspace Sample shop']) {
  test(`"${way}" leads to the Stage`, async ({ page }) => {
    await openStart(page);
    await page.getByRole('button', { name: way, exact: true }).click();
    await expect(page).toHaveURL(/#\/stage/);
    await expect(page.getByRole('button', { name: /^Workspace Sample shop/ })).toBeVisible();
  });
}

test('one key opens the sample shop', async ({ page }) => {
  await openStart(page);
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/#\/stage/);
});

test('a file from the future is said, with what to do next', async ({ page }) => {
  await openStart(page);
  await page.getByRole('button', { name: 'Open workspace Spring sale' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('written by a newer Tillroll');
  await expect(alert).toContainText('spring-sale.tillroll');
  await expect(alert.getByRole('button', { name: 'Open another file…' })).toBeVisible();
  await expect(page).toHaveURL(/#\/start/);
});

type Dragged = { step: 'over' | 'gone' | 'dropped'; paths: string[] };

/** What the host tells the window when files are dragged over it. */
const drag = (page: Page, dragged: Dragged) =>
  page.evaluate(
    (payload) =>
      (window as unknown as Host).__TAURI_INTERNALS__.invoke('plugin:event|emit', {
        event: 'dragged-event',
        payload,
      }),
    dragged,
  );

type Host = { __TAURI_INTERNALS__: { invoke: (command: string, args: unknown) => Promise<unknown> } };

test('a workspace is opened by dropping its file anywhere', async ({ page }) => {
  await openStart(page);
  const paths = ['/home/you/Tillroll/Sample shop.tillroll'];
  await drag(page, { step: 'over', paths });
  await expect(page.getByText('Drop the workspace to open it')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await drag(page, { step: 'gone', paths: [] });
  await expect(page.getByText('Drop the workspace to open it')).toHaveCount(0);
  await drag(page, { step: 'dropped', paths });
  await expect(page).toHaveURL(/#\/stage/);
});

test('a dropped file that cannot be opened, and several at once, are refused with a sentence', async ({
  page,
}) => {
  await openStart(page, 'shop');
  await drag(page, { step: 'dropped', paths: ['/home/you/spring-sale.tillroll'] });
  await expect(page.getByText('The file was not opened')).toBeVisible();
  await expect(page.getByText('written by a newer Tillroll')).toBeVisible();
  await drag(page, { step: 'dropped', paths: ['/a.tillroll', '/b.tillroll'] });
  await expect(page.getByText('2 files were dropped; drop the one you want.')).toBeVisible();
});

test('a workspace whose file is gone stays listed and says so', async ({ page }) => {
  await openStart(page);
  const row = page.getByRole('row', { name: /Old tests/ });
  await expect(row).toContainText('The file is not there');
  await expect(row.getByRole('button')).toHaveAttribute('aria-disabled', 'true');
});

test('the workspace can be renamed, copied and closed', async ({ page }) => {
  await openStart(page, 'shop');
  await menuItem(page, 'Rename…');
  await page.getByRole('textbox', { name: 'Name' }).fill('Autumn shop');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Workspace Autumn shop' })).toBeVisible();
  await menuItem(page, 'Save a copy…');
  await expect(page.getByText('/home/you/Tillroll/Copy.tillroll')).toBeVisible();
  await menuItem(page, 'Close the workspace');
  await expect(page).toHaveURL(/#\/start/);
  await expect(page.getByRole('button', { name: /^Workspace / })).toHaveCount(0);
});

test('the settings say which choices are ours, and are kept', async ({ page }) => {
  await openStart(page, 'shop');
  await menuItem(page, 'Settings…');
  const dialog = page.getByRole('dialog', { name: 'Workspace settings' });
  await expect(dialog.getByText('our choice: the vendor leaves this open')).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
  await dialog.getByText('Record a closing for a session that arrives closed').click();
  await expect(dialog.getByText(/makes two events/)).toBeVisible();
  await dialog.getByText('Cascading discounts').click();
  await expect(dialog.getByText(/are what the campaigns before leave/)).toBeVisible();
  await page.screenshot({ path: 'test-results/settings.png' });
  await dialog.getByRole('combobox', { name: 'Time zone' }).fill('UTC');
  await page.getByRole('option', { name: 'UTC', exact: true }).click();
  await dialog.getByRole('button', { name: 'Save settings' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('banner').getByText('UTC')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is accessible in the ${colorScheme} theme, also with an error`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openStart(page);
    await page.getByRole('button', { name: 'Open workspace Spring sale' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
