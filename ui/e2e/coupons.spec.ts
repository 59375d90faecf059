import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

async function openCodes(page: Page, world = ''): Promise<void> {
  await page.goto(`/${world}#/rules/1`);
  await page.getByRole('tab', { name: 'Codes' }).click();
  await expect(page.getByRole('button', { name: 'Create code', exact: true }).first()).toBeVisible();
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

const codes = (page: Page) => page.getByRole('grid', { name: /^Codes of/ });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the codes and their dialogs are accessible in the ${colorScheme} theme`, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme });
    await openCodes(page);
    await expect(codes(page).getByText('SUMMER20')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`codes-${colorScheme}.png`) });
    await page.getByRole('button', { name: 'Create many' }).click();
    await expect(page.getByText('For example')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`many-${colorScheme}.png`) });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await expect(page.getByText('stands in line 2 already')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`import-${colorScheme}.png`) });
  });
}

test('codes are found by a part of them and by what became of them', async ({ page }) => {
  await openCodes(page);
  await page.getByRole('searchbox', { name: 'Search codes' }).fill('summer');
  await expect(codes(page).getByText('SUMMER20')).toBeVisible();
  await expect(codes(page).getByText('EARLYBIRD')).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search codes' }).fill('');
  await page.getByRole('button', { name: /Status/ }).click();
  await page.getByRole('option', { name: 'Expired' }).click();
  await expect(codes(page).getByText('EARLYBIRD')).toBeVisible();
  await expect(codes(page).getByText('SUMMER20')).toHaveCount(0);
});

test('a code is created, and one that is taken says so at its field', async ({ page }) => {
  await openCodes(page);
  await page.getByRole('button', { name: 'Create code', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Create codes' });
  await dialog.getByRole('textbox', { name: /^Code/ }).fill('SUMMER20');
  await dialog.getByRole('button', { name: 'Create code', exact: true }).click();
  await expect(dialog.getByText('There is a code "SUMMER20" already')).toBeVisible();
  await dialog.getByRole('textbox', { name: /^Code/ }).fill('AUTUMN20');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(codes(page).getByText('AUTUMN20')).toBeVisible();
});

test('the bad rows of a file are listed before its good ones are imported', async ({ page }) => {
  await openCodes(page);
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByRole('table', { name: 'Mistakes in the file' })).toContainText('usageLimit');
  await page.getByRole('button', { name: 'Import 2 codes' }).click();
  await expect(page.getByText('Imported 2 codes')).toBeVisible();
});

test('a campaign without codes says what they are for', async ({ page }) => {
  await page.goto('/#/rules/2');
  await page.getByRole('tab', { name: 'Codes' }).click();
  await expect(page.getByText('No codes yet')).toBeVisible();
});

test('a rule looks at a code, creates one and reserves one', async ({ page }, info) => {
  await page.goto('/#/rules/new');
  await page.getByRole('button', { name: /Discount with a code/ }).click();
  await expect(page.getByText('A coupon code of this campaign is valid')).toBeVisible();
  await page.getByRole('button', { name: 'Add effect' }).click();
  await page.getByRole('menuitem', { name: 'Create coupon' }).click();
  await expect(page.getByRole('textbox', { name: /^Looks like/ })).toHaveValue('THANKS-####');
  await page.getByRole('button', { name: 'Add effect' }).click();
  await page.getByRole('menuitem', { name: 'Reserve coupon' }).click();
  await expect(page.getByText('Sets the code of the rule’s condition aside')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('rule.png') });
});

test('the Stage offers codes and says what became of each', async ({ page }, info) => {
  await page.goto('/#/stage');
  await page.getByRole('button', { name: '+ SUMMER20' }).click();
  const verdicts = page.getByRole('list', { name: 'What became of the codes' });
  await expect(verdicts).toContainText('SUMMER20 accepted');
  await page.getByRole('textbox', { name: /^Coupon codes/ }).fill('GUESS');
  await page.keyboard.press('Enter');
  await expect(verdicts).toContainText('GUESS rejected · There is no such code.');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('stage.png') });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a code is looked at, changed, reserved and deleted in the ${colorScheme} theme`, async ({
    page,
  }, info) => {
    await page.emulateMedia({ colorScheme });
    await openCodes(page);
    await codes(page).getByText('GIFT-25').click();
    const pane = page.getByRole('region', { name: 'GIFT-25', exact: true });
    await expect(pane).toContainText('14.50 of 25.00');
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`code-${colorScheme}.png`) });

    await pane.getByRole('button', { name: 'Reserve', exact: true }).click();
    await page.getByRole('textbox', { name: /^Customers/ }).fill('ana');
    await page.keyboard.press('Enter');
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`reserve-${colorScheme}.png`) });
    await page.getByRole('dialog').getByRole('button', { name: 'Reserve', exact: true }).click();
    await expect(pane).toContainText('anareserved');
    await pane.getByRole('button', { name: 'Take the reservation for ana back' }).click();
    await expect(pane).not.toContainText('anareserved');

    await pane.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('textbox', { name: /^How often each code/ }).fill('7');
    await page.getByRole('button', { name: 'For one customer, gift cards, reservations' }).click();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`change-${colorScheme}.png`) });
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await expect(pane).toContainText('2 of 7');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(pane).toContainText('2 of no limit');

    await pane.getByRole('button', { name: 'Delete' }).click();
    const question = page.getByRole('alertdialog', { name: 'Delete GIFT-25?' });
    await expect(question).toContainText('Discounts it gave stand');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete code' }).click();
    await expect(codes(page).getByText('GIFT-25')).toHaveCount(0);
  });
}

test('a code for one customer says why it cannot be reserved', async ({ page }) => {
  await openCodes(page);
  await codes(page).getByText('THANKS-7KQ2').click();
  const reserve = page.getByRole('button', { name: 'Reserve', exact: true });
  await expect(reserve).toHaveAttribute('aria-disabled', 'true');
  await reserve.focus();
  await expect(page.getByRole('tooltip')).toContainText('for the customer ana only');
});
