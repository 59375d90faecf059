import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';

async function openCampaign(page: Page, campaign: string): Promise<void> {
  await page.goto(`/#/rules/${campaign}`);
  await expect(page.getByRole('textbox', { name: /^Campaign/ })).toBeVisible();
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** The row of the block at a place in the document. */
const row = (page: Page, pointer: string): Locator => page.locator(`[data-row="${pointer}"]`);

const block = (index: number) => `/promotionRules/0/blocks/${index}`;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const campaign of ['1', '2', '3', 'new']) {
    test(`campaign ${campaign} is accessible in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await openCampaign(page, campaign);
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('the rules beside their JSON are accessible', async ({ page }) => {
  await openCampaign(page, '1');
  await page.getByText('Both', { exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Rules as JSON' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('every condition says what it finds now, and what it finds follows the typing', async ({ page }) => {
  await openCampaign(page, '1');
  const total = row(page, block(0));
  await expect(total).toContainText('now: 64');
  await expect(total).toContainText('met');
  await expect(page.getByText('Fires now')).toBeVisible();
  await expect(page.getByText('6.40 EUR off the cart')).toBeVisible();
  await total.getByRole('textbox', { name: 'Value', exact: true }).fill('70');
  await expect(total).toContainText('not met');
  await expect(page.getByText('Not met now')).toBeVisible();
  await expect(page.getByText('not given now')).toHaveCount(2);
});

test('budgets show how much is used, who used it up, and when they start afresh', async ({ page }) => {
  await openCampaign(page, '1');
  const budgets = page.getByRole('region', { name: 'Budgets' });
  await expect(budgets).toContainText('2 budgets');
  await expect(budgets).toContainText('1 used up');
  await budgets.getByRole('button', { name: /^Budgets/ }).click();
  const whole = budgets.getByRole('meter', { name: 'The whole campaign' });
  await expect(whole).toHaveAttribute('aria-valuetext', '261.40 of 500.00 used');
  await expect(whole).toHaveAttribute('aria-valuenow', '52');
  await expect(budgets.getByRole('meter', { name: 'ana' })).toContainText('used up');
  await expect(budgets.getByRole('meter', { name: 'bob' })).not.toContainText('used up');
  await expect(budgets).toContainText('starts afresh on Tuesday, 1 December 2026');
  await expect(budgets).toContainText('never starts afresh');
  expect(await violations(page)).toEqual([]);
});

test('a budget is added, changed and removed, and saved with the campaign', async ({ page }) => {
  await openCampaign(page, '2');
  const budgets = page.getByRole('region', { name: 'Budgets' });
  await budgets.getByRole('button', { name: /^Budgets/ }).click();
  await budgets.getByRole('button', { name: 'Add budget' }).click();
  const form = page.getByRole('dialog', { name: 'Add budget' });
  await form.getByRole('textbox', { name: /At most/ }).fill('100');
  await form.getByRole('button', { name: /Period/ }).click();
  await page.getByRole('option', { name: 'a week' }).click();
  await form.getByText('customer', { exact: true }).click();
  expect(await violations(page)).toEqual([]);
  await expect(form).toContainText('Sum of discounts: at most 100.00 a week for each customer');
  await form.getByRole('button', { name: 'Add budget' }).click();
  await expect(budgets).toContainText('not saved yet');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Saved “/)).toBeVisible();
  await expect(budgets).toContainText('Nobody used any of it yet');
  await budgets.getByRole('button', { name: /^Change “Sum/ }).click();
  const changing = page.getByRole('dialog', { name: 'Change budget' });
  await changing.getByRole('textbox', { name: /At most/ }).fill('1000');
  await changing.getByRole('button', { name: 'Change budget' }).click();
  await expect(budgets).toContainText('at most 1,000.00 a week');
  await budgets.getByRole('button', { name: /^Remove “Sum/ }).click();
  await expect(budgets).toContainText('none, nothing is limited');
});

test('a rule asks whether a budget is available, and a discount may be partial', async ({ page }) => {
  await openCampaign(page, '1');
  await page.getByRole('button', { name: 'Add condition' }).first().click();
  await page.getByRole('menuitem', { name: 'Budget is available' }).click();
  const condition = page.locator('[data-row]', { hasText: 'The budget for' }).last();
  await condition.getByRole('button', { name: /What is asked of the budget/ }).click();
  await page.getByRole('option', { name: 'is enough for' }).click();
  await condition.getByRole('textbox', { name: 'Value' }).fill('12.50');
  await expect(page.getByText(/the budget for sum of discounts is enough for 12.50/)).toBeVisible();
  await page.getByText('Give less when a budget runs short (partial)').click();
  await expect(page.getByText(/off the cart, or what a budget allows/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a campaign is written from nothing: event, attribute, And…, notification', async ({ page }) => {
  await openCampaign(page, 'new');
  await page.getByRole('button', { name: /Start empty/ }).click();
  await page.getByRole('button', { name: 'Add condition' }).click();
  await page.getByRole('menuitem', { name: 'Check for event types' }).click();
  await page.getByRole('combobox', { name: /Event type/ }).fill('Page');
  await page.getByRole('option', { name: /Page viewed/ }).click();
  await page.getByRole('button', { name: /^Attribute of the event/ }).click();
  await page.getByRole('option', { name: /Page address/ }).click();
  const matcher = row(page, `${block(0)}/matchers/0`);
  await matcher.getByRole('button', { name: /Operator/ }).click();
  await page.getByRole('option', { name: 'contains' }).click();
  await matcher.getByRole('combobox', { name: 'Value', exact: true }).fill('/sale');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^And another attribute/ }).click();
  await page.keyboard.type('second');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(row(page, `${block(0)}/matchers/1`)).toContainText('Seconds on the page');
  await page.getByRole('button', { name: 'Add effect' }).click();
  await page.getByRole('menuitem', { name: 'Show notification' }).click();
  await row(page, block(1)).getByRole('textbox', { name: 'Title' }).fill('Hello');
  await page.getByRole('textbox', { name: /^Campaign/ }).fill('Sale page');
  await expect(
    page.getByText(/When the event is Page viewed and Page address contains \/sale/),
  ).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved “Sale page”')).toBeVisible();
  await expect(page).toHaveURL(/rules\/4$/);
  await expect(page.getByRole('row', { name: 'Sale page' })).toBeVisible();
});

test('what is typed survives leaving the screen, and can be discarded', async ({ page }) => {
  await openCampaign(page, '1');
  await page.getByRole('textbox', { name: 'Rule title' }).fill('Half written');
  await page.getByRole('link', { name: 'Dictionary' }).click();
  await page.getByRole('link', { name: 'Rules' }).click();
  await expect(page.getByRole('textbox', { name: 'Rule title' })).toHaveValue('Half written');
  await expect(page.getByText('unsaved')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Rule title' })).toHaveValue('Half written');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('textbox', { name: 'Rule title' })).toHaveValue(
    'Ten percent for good customers',
  );
});

test('forms and JSON are one document; JSON that cannot be read is kept and said', async ({ page }) => {
  await openCampaign(page, '2');
  await page.getByText('Both', { exact: true }).click();
  const json = page.getByRole('textbox', { name: 'Rules as JSON' });
  await page.getByRole('textbox', { name: 'Rule title' }).fill('By form');
  await expect(json).toContainText('"By form"');
  await json.fill('{"promotionRules": [{"title": "By JSON", "blocks": []}]}');
  await expect(page.getByRole('textbox', { name: 'Rule title' })).toHaveValue('By JSON');
  await json.fill('{"promotionRules": [');
  await expect(page.getByText(/This is not JSON yet/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Rule title' })).toHaveValue('By JSON');
  await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
});

test('a mistake is named beside its row and in the JSON, and is not saved', async ({ page }) => {
  await openCampaign(page, '1');
  const discount = row(page, block(2));
  await discount.getByText('Formula', { exact: true }).click();
  await discount.getByRole('textbox', { name: 'Formula of the discount' }).fill('$Sesion.Total * 10%');
  await expect(discount.getByText(/did you mean "\$Session.Total"/)).toBeVisible();
  await expect(discount.locator('mark')).toHaveText('$Sesion.Total');
  await page.getByText('Both', { exact: true }).click();
  await page.getByRole('list', { name: 'What to mend in the JSON' }).getByRole('button').click();
  await expect(page.locator('.cm-lintRange-error')).toHaveText('$Sesion.Total');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The rules cannot be saved yet.')).toBeVisible();
});

test('rows are added and moved from the keyboard', async ({ page }) => {
  await openCampaign(page, '1');
  const inner = `${block(1)}/blocks`;
  await row(page, `${inner}/1`).getByRole('textbox', { name: 'Value', exact: true }).press('Alt+ArrowUp');
  await expect(row(page, `${inner}/0`)).toContainText('Closed sessions');
  await expect(row(page, `${inner}/0`).getByRole('button', { name: /^Attribute/ })).toBeFocused();
  await row(page, `${inner}/0`).getByRole('textbox', { name: 'Value', exact: true }).press('Enter');
  await expect(row(page, `${inner}/1`)).toContainText('Choose an attribute');
  await expect(row(page, `${inner}/1`).getByRole('button', { name: /^Attribute/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('total sales');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(row(page, `${inner}/1`)).toContainText('Total sales');
});

test('numbers are kept as typed, and percentages follow their target', async ({ page }) => {
  await openCampaign(page, '1');
  const value = row(page, block(0)).getByRole('textbox', { name: 'Value', exact: true });
  await value.fill('');
  await value.pressSequentially('49.50');
  await expect(value).toHaveValue('49.50');
  const discount = row(page, block(2));
  await discount.getByText('every item', { exact: true }).click();
  await expect(discount.getByRole('button', { name: /of the item price/ })).toBeVisible();
});

test('W tells why the rules fire or not where they are tried', async ({ page }) => {
  await openCampaign(page, '1');
  await expect(page.getByText(/Fires now|Not met now/).first()).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.getByText(/^Why · tried on /)).toBeVisible();
});

test('a change of the rules is undone and done again by key', async ({ page }) => {
  await openCampaign(page, '1');
  const title = page.getByRole('textbox', { name: 'Rule title' }).first();
  const before = await title.inputValue();
  await title.fill('Another title');
  await page.keyboard.press('Control+z');
  await expect(title).toHaveValue(before);
  await page.keyboard.press('Control+Shift+z');
  await expect(title).toHaveValue('Another title');
});

test('campaigns are switched off, moved and copied', async ({ page }) => {
  await openCampaign(page, '1');
  const list = page.getByRole('grid', { name: /Campaigns/ });
  await list.getByRole('row', { name: 'Welcome back' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(list.getByRole('switch', { name: 'Evaluate Welcome back' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(list.getByRole('row', { name: 'Welcome back' })).toContainText('Disabled');
  await list.getByRole('button', { name: 'More for Ten percent from 50' }).click();
  await page.getByRole('menuitem', { name: 'Evaluate later' }).click();
  await expect(list.getByRole('row').first()).toContainText('Welcome back');
  await list.getByRole('button', { name: 'More for Shoe week' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByRole('textbox', { name: /^Campaign/ })).toHaveValue('Shoe week (copy)');
  await expect(page.getByText('passthrough', { exact: true })).toBeVisible();
});

test('a campaign that does not run says so beside its verdicts', async ({ page }) => {
  await openCampaign(page, '2');
  const note = page.getByText('The campaign is not running, so no event evaluates these rules.');
  await expect(note).toHaveCount(0);
  const evaluated = page.getByRole('switch', { name: 'Evaluate Welcome back' });
  await evaluated.focus();
  await page.keyboard.press('Space');
  await expect(note).toBeVisible();
});

test('an empty workspace offers the one button that fills it', async ({ page }) => {
  await page.goto('/?world=empty#/rules');
  await page.getByRole('button', { name: 'New campaign' }).click();
  await expect(page.getByText('How should this campaign start?')).toBeVisible();
  await page.getByRole('button', { name: /Free item/ }).click();
  await expect(page.getByRole('textbox', { name: 'SKU' })).toHaveValue('MUG-GIFT');
});
