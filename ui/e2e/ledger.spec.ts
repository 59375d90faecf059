import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

test.describe.configure({ timeout: 90_000 });

const move = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openStage(page: Page, session: string) {
  await page.goto(`/#/stage/${session}`);
  await expect(move(page, 'Cancel session')).toBeVisible({ timeout: 30_000 });
}

test('cancelling a sale tells what is taken back, what stays and why, and the sums', async ({ page }) => {
  await openStage(page, 'cart-1002');
  await page.keyboard.press('x');
  const dialog = page.getByRole('alertdialog', { name: 'Cancel session cart-1002?' });
  await expect(dialog.getByText(/^Takes back .*; 1 effect stays\.$/)).toBeVisible();
  await expect(dialog.getByRole('table', { name: 'Taken back' })).toContainText('event 240');
  await expect(dialog.getByRole('table', { name: 'Stays' })).toContainText('never asked back');
  const afterwards = dialog.getByRole('table', { name: 'Afterwards' });
  await expect(afterwards.getByRole('row', { name: /^Closed sessions of ben/ })).toContainText('2');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('giving up an open cart takes nothing back, and says so in one sentence', async ({ page }) => {
  await openStage(page, 'cart-1001');
  await page.keyboard.press('x');
  const dialog = page.getByRole('alertdialog', { name: 'Cancel session cart-1001?' });
  await expect(dialog.getByText(/^Nothing is taken back/)).toBeVisible();
  await expect(dialog.getByRole('table', { name: 'Taken back' })).toHaveCount(0);
});

test('the buttons of the diagram say the fate in short', async ({ page }) => {
  await openStage(page, 'cart-1002');
  await expect(async () => {
    await page.mouse.move(0, 0);
    await move(page, 'Cancel session').hover();
    await expect(page.getByRole('tooltip')).toContainText('Takes back 14.98; 1 effect stays.', {
      timeout: 2000,
    });
  }).toPass();
});

test('a session has a ledger with life lines, and links to its events', async ({ page }) => {
  await openStage(page, 'cart-1003');
  await page.keyboard.press('l');
  const ledger = page.getByRole('dialog', { name: 'Ledger of cart-1003' });
  await expect(ledger.getByText('Taken back at event 241.')).toBeVisible();
  await expect(ledger.getByRole('table', { name: 'Accounts' })).toContainText('Discounts');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await ledger.getByRole('link', { name: 'event 241' }).first().click();
  await expect(page).toHaveURL(/#\/events\/241/);
  await expect(ledger).toHaveCount(0);
});

test('what an open session shows is told apart from what was granted', async ({ page }) => {
  await openStage(page, 'cart-1001');
  await move(page, 'Ledger').click();
  const ledger = page.getByRole('dialog', { name: 'Ledger of cart-1001' });
  await expect(ledger.getByRole('list', { name: 'Shown, not granted yet' })).toBeVisible();
  await expect(ledger.getByRole('table')).toHaveCount(0);
});

test('each effect of an event says what became of it', async ({ page }) => {
  await page.goto('/#/events/16');
  await page.getByRole('tab', { name: /Effects/ }).click();
  await expect(page.getByRole('table', { name: 'Effects' })).toContainText('Still stands.');
});
