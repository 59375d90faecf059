import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const schemes = ['light', 'dark'] as const;
const screens = ['start', 'stage', 'events', 'rules', 'dictionary'];

/** Everything the page complained of: refused by the content security policy, thrown, or logged as an error. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  return heard;
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

for (const colorScheme of schemes) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    for (const screen of screens) {
      test(`the ${screen} screen is accessible and within the policy`, async ({ page }) => {
        const heard = complaints(page);
        await page.goto(`/#/${screen}`);
        await expect(page.getByText('Sample shop').first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        expect(await violations(page)).toEqual([]);
        expect(heard).toEqual([]);
      });
    }

    test('every part of the kit is accessible and within the policy', async ({ page }) => {
      const heard = complaints(page);
      await page.goto('/tests/gallery/');
      await expect(page.getByRole('grid', { name: 'Events' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      for (const tab of ['Tree', 'JSON', 'Editor']) {
        await page.getByRole('tab', { name: tab, exact: true }).click();
        await expect(page.getByRole('tabpanel')).not.toContainText('Opening');
        expect(await violations(page), tab).toEqual([]);
      }
      await expect(page.locator('.cm-lintRange-error')).toHaveText('"pageview"');
      await page.getByRole('button', { name: 'Dialog' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page), 'dialog').toEqual([]);
      expect(heard).toEqual([]);
    });
  });
}

test('the keyboard alone walks the rail and opens screens', async ({ page }) => {
  await page.goto('/#/start');
  const rail = page.getByRole('navigation', { name: 'Screens' });
  await rail.getByRole('link', { name: 'Stage' }).focus();
  await page.keyboard.press('Tab');
  await expect(rail.getByRole('link', { name: 'Events' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/events/);
  await expect(rail.getByRole('link', { name: 'Events' })).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Control+4');
  await expect(page).toHaveURL(/#\/dictionary/);
});

test('the palette finds a command and goes there', async ({ page }) => {
  await page.goto('/#/stage');
  await expect(page.getByText('Sample shop').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox', { name: 'Find a command' }).fill('rules');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/rules/);
});

test('the drawer and the shortcut sheet open and close by key', async ({ page }) => {
  await page.goto('/#/dictionary');
  await expect(page.getByText('Sample shop').first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('`');
  await expect(page.getByRole('button', { name: 'Close drawer' })).toBeVisible();
  await page.keyboard.press('`');
  await expect(page.getByRole('button', { name: 'Close drawer' })).toHaveCount(0);
});

test('the chosen theme outlives a reload', async ({ page }) => {
  await page.goto('/#/start');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('without a workspace the screens say why they cannot be opened', async ({ page }) => {
  await page.goto('/?world=none#/start');
  const stage = page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Stage' });
  await expect(stage).toHaveAttribute('aria-disabled', 'true');
  await expect(stage).toHaveAttribute('title', 'Open a workspace first');
});

test('a long list is walked by J, K and End, and only what is seen is drawn', async ({ page }) => {
  await page.goto('/tests/gallery/');
  const grid = page.getByRole('grid', { name: 'Events' });
  await grid.focus();
  await page.keyboard.press('j');
  await expect(grid.locator('[aria-selected=true]')).toHaveAttribute('aria-rowindex', '5');
  await page.keyboard.press('End');
  await expect(grid.locator('[aria-selected=true]')).toHaveAttribute('aria-rowindex', '10001');
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
});

test('a button that cannot be pressed is reached by Tab and says why', async ({ page }) => {
  await page.goto('/tests/gallery/');
  await page.getByRole('button', { name: 'Cancel session' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Update' })).toBeFocused();
  await expect(page.getByRole('tooltip')).toHaveText('A closed session cannot be updated; reopen it first.');
});
