import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

test.describe.configure({ timeout: 90_000 });

const move = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The diagram is loaded last; once its buttons are there, everything is. */
const drawn = (page: Page) => expect(move(page, 'Update')).toBeVisible({ timeout: 30_000 });

async function openStage(page: Page, session = 'cart-1001', world = '') {
  await page.goto(`/${world}#/stage/${session}`);
  if (session !== '') await drawn(page);
}

test('every move is a button on the diagram, and the illegal ones say why', async ({ page }) => {
  await openStage(page, 'cart-1002');
  for (const name of ['Cancel session', 'Return items…', 'Reopen']) {
    await expect(move(page, name)).not.toHaveAttribute('aria-disabled', 'true');
  }
  for (const name of ['Update', 'Close'])
    await expect(move(page, name)).toHaveAttribute('aria-disabled', 'true');
  await expect(async () => {
    await page.mouse.move(0, 0);
    await move(page, 'Update').hover();
    await expect(page.getByRole('tooltip')).toContainText('reopen it first', { timeout: 2000 });
  }).toPass();
});

test('a change is marked and previewed, and nothing is stored until it is asked for', async ({ page }) => {
  await openStage(page);
  await expect(page.getByText('Everything is stored.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a line' }).click();
  await page.getByRole('combobox', { name: 'SKU' }).last().fill('SHIRT-M');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Unit price').last()).toHaveValue('39.50');
  await expect(page.getByText('preview — not stored yet')).toBeVisible();
  await expect(page.getByText('1 change not stored')).toBeVisible();
  const totals = page.getByRole('table', { name: 'Totals in EUR' });
  await expect(totals.getByRole('row', { name: /^Cart/ })).toContainText('196.90');
  await move(page, 'Update').click();
  await expect(page.getByText('Everything is stored.')).toBeVisible();
  await expect(page.getByText('talon_session_updated', { exact: false })).toBeVisible();
});

test('what is typed survives a look at another screen, and can be discarded', async ({ page }) => {
  await openStage(page);
  await page.getByLabel('Name').first().fill('Trail shoe, red');
  await page.keyboard.press('Control+4');
  await page.keyboard.press('Control+1');
  await expect(page.getByLabel('Name').first()).toHaveValue('Trail shoe, red');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByLabel('Name').first()).toHaveValue('Trail shoe');
});

test('what was typed and what was discarded comes back with Ctrl Z, and goes again with Ctrl Shift Z', async ({
  page,
}) => {
  await openStage(page);
  const name = page.getByLabel('Name').first();
  await name.fill('Trail shoe, red');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(name).toHaveValue('Trail shoe');
  await page.keyboard.press('Control+z');
  await expect(name).toHaveValue('Trail shoe, red');
  await page.keyboard.press('Control+z');
  await expect(name).toHaveValue('Trail shoe');
  await expect(page.getByText('Everything is stored.')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(name).toHaveValue('Trail shoe, red');
});

test('what is wrong stands beside the line it is about', async ({ page }) => {
  await openStage(page);
  await page.getByRole('button', { name: 'Add a line' }).click();
  await page.getByRole('combobox', { name: 'SKU' }).last().fill('CAP-1');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('table', { name: 'Cart lines' })).toContainText(
    'A line needs the price of one unit.',
  );
});

test('a cart lives through close, return and cancel by keyboard', async ({ page }) => {
  await openStage(page);
  await page.keyboard.press('c');
  await expect(page.getByText('talon_session_closed', { exact: false })).toBeVisible();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Return items of cart-1001' });
  await dialog.getByRole('textbox', { name: 'Units of Trail shoe that come back' }).fill('1');
  await page.keyboard.press('Tab');
  await expect(dialog.getByText(/Takes back/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Return the items' }).click();
  await expect(page.getByText('1 returned')).toBeVisible();
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Cancel the session' }).click();
  await expect(page.locator('[data-present]')).toContainText('Cancelled');
});

test('plus and minus change the quantity of a line', async ({ page }) => {
  await openStage(page);
  const quantity = page.getByRole('textbox', { name: 'Quantity' }).first();
  await quantity.focus();
  await page.keyboard.press('+');
  await expect(quantity).toHaveValue('2');
  await page.keyboard.press('-');
  await expect(quantity).toHaveValue('1');
});

test('a custom event is sent for the customer, bound to the session', async ({ page }) => {
  await openStage(page);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Send event' });
  await expect(dialog.getByText('The event is bound to cart-1001', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Send the event' }).click();
  await expect(dialog.getByText('Keep them dry', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Open event' })).toBeVisible();
});

test('a new session has an id that can be chosen, and is stored by Update', async ({ page }) => {
  await openStage(page, '', '?world=empty');
  await page.getByRole('main').getByRole('button', { name: 'New session' }).click();
  await page.getByLabel('Session id').fill('birthday');
  await page.getByLabel('Session id').blur();
  await expect(page.getByRole('button', { name: 'Session birthday: choose another' })).toBeVisible();
  await drawn(page);
  await move(page, 'Update').click();
  await expect(page.getByText('talon_session_created', { exact: false })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing on the stage breaks a rule of accessibility in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const session of ['cart-1001', 'cart-1002', 'cart-37', 'cart-2000']) {
      await openStage(page, session);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join('\n')}`)).toEqual(
        [],
      );
    }
    await page.keyboard.press('e');
    await expect(page.getByRole('dialog')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join('\n')}`)).toEqual(
      [],
    );
  });
}
