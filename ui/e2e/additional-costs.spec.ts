import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a discount is taken off an additional cost, in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/#/rules/1');
    await page.getByText('an additional cost', { exact: true }).click();
    await expect(page.getByText(/give 10 % off the additional cost “customs” of the cart/)).toBeVisible();
    await expect(page.getByText('3.20 off customs')).toBeVisible();
    const cost = page.getByRole('combobox', { name: 'Additional cost' });
    await cost.fill('ship');
    await page.getByRole('option', { name: 'shipping' }).click();
    await expect(page.getByText(/give 10 % off the additional cost “shipping” of the cart/)).toBeVisible();
    await expect(page.getByRole('button', { name: /Percentage of/ })).toContainText('of shipping');
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: `test-results/additional-costs-${colorScheme}.png` });
    await page.getByText('every item', { exact: true }).click();
    await expect(page.getByText(/off the additional cost “shipping” of every item/)).toBeVisible();
    await expect(page.getByText('Share one amount by price (pro rata)')).toHaveCount(0);
    await cost.fill('gift wrap');
    await expect(page.getByText(/off the additional cost “gift wrap” of every item/)).toBeVisible();
  });
}
