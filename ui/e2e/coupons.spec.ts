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
