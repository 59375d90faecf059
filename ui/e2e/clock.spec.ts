import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

async function openClock(page: Page, address = '/#/stage'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Clock: wall time' }).click();
  await expect(page.getByRole('dialog', { name: 'Workspace clock' })).toBeVisible();
}

async function violations(page: Page): Promise<string[]> {
  // React Aria puts hidden buttons that close a popover around it, outside every landmark.
  const { violations: found } = await new AxeBuilder({ page }).disableRules(['region']).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the clock is accessible, going and held, in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openClock(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Held' }).click();
    await expect(page.getByText('The clock stands still.', { exact: false })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('the title bar says when the time is not wall time', async ({ page }) => {
  await openClock(page);
  await page.getByRole('button', { name: 'Move on 1 day' }).click();
  await page.getByRole('button', { name: 'Move on 1 hour' }).click();
  await page.getByRole('button', { name: 'Move back 1 minute' }).click();
  await page.keyboard.press('Escape');
  const badge = page.getByRole('button', { name: 'Clock held at 2026-03-05 13:59:00' });
  await expect(badge).toHaveText('Held · 2026-03-05 13:59:00');
  await badge.click();
  await page.getByRole('radio', { name: 'Wall time' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Clock: wall time' })).toBeVisible();
});

test('the clock goes from landmark to landmark, and to the one that is chosen', async ({ page }) => {
  await openClock(page);
  const around = page.getByRole('list', { name: 'Landmarks around now' });
  await expect(around.getByRole('listitem')).toHaveText([
    /“Winter sale” ends/,
    /Now/,
    /The code SUMMER20 of “Ten percent from 50” expires/,
    /“Shoe week” starts/,
    /“Shoe week” ends/,
  ]);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(around.getByRole('listitem')).toHaveText([
    /Winter/,
    /SUMMER20/,
    /“Shoe week” starts/,
    /Now/,
    /“Shoe week” ends/,
  ]);
  await around.getByRole('button', { name: /“Shoe week” ends/ }).click();
  const next = page.getByRole('button', { name: 'Next' });
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Previous' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Clock held at 2026-04-01 00:00:00' })).toBeVisible();
});

test('a time is written by keyboard, and a refused one is said beside it', async ({ page }) => {
  await openClock(page);
  const year = page.getByRole('spinbutton', { name: /^year/ });
  await year.click();
  await page.keyboard.type('1960');
  await page.getByRole('button', { name: 'Hold at this time' }).click();
  await expect(page.getByText('The time must lie in the years 1970 to 2999.')).toBeVisible();
  await year.click();
  await page.keyboard.type('2027');
  await page.getByRole('button', { name: 'Hold at this time' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Clock held at 2027-03-04 13:00:00/ })).toBeVisible();
});

test('the palette sets the clock', async ({ page }) => {
  await page.goto('/#/stage');
  await expect(page.getByRole('button', { name: 'Clock: wall time' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox', { name: 'Find a command' }).fill('next landmark');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Clock held at 2026-04-01 00:00:00' })).toBeVisible();
});

test('without dates the clock says where landmarks come from', async ({ page }) => {
  await openClock(page, '/?world=empty#/stage');
  await expect(page.getByText('No campaign has a start or an end,', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true');
});
