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

const row = (page: Page, name: string): Locator => page.getByRole('row', { name, exact: true });

const parts = ['year', 'month', 'day', 'hour', 'minute', 'second'];

/** Types a date part by part, in whichever order the locale shows them. */
async function write(page: Page, field: Locator, digits: readonly string[]): Promise<void> {
  for (const [place, part] of parts.entries()) {
    await field.locator(`[data-type=${part}]`).click();
    await page.keyboard.type(digits[place] ?? '');
  }
}

async function chooseFromMenu(page: Page, button: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

async function createGroup(page: Page, name: string, mode: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByText(mode, { exact: true }).click();
  await page.getByRole('button', { name: 'Create group' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a campaign gets a start and an end, and a wrong end is said beside it', async ({ page }) => {
  await openCampaign(page, '1');
  await expect(row(page, 'Ten percent from 50')).toContainText('Running');
  const starts = page.getByRole('group', { name: 'Starts' });
  const ends = page.getByRole('group', { name: 'Ends' });
  await write(page, starts, ['2026', '6', '1', '9', '0', '0']);
  await write(page, ends, ['2026', '5', '1', '9', '0', '0']);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The end must be after the start.')).toBeVisible();
  await page.getByRole('button', { name: 'No end' }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved “Ten percent from 50”')).toBeVisible();
  await expect(row(page, 'Ten percent from 50')).toContainText('Scheduled');
  await expect(row(page, 'Ten percent from 50')).toContainText('starts 2026-06-01 09:00:00');
  expect(await violations(page)).toEqual([]);
});

test('a campaign is archived and taken out again', async ({ page }) => {
  await openCampaign(page, '1');
  await chooseFromMenu(page, 'More for Welcome back', 'Archive');
  await expect(row(page, 'Welcome back')).toContainText('Archived');
  await chooseFromMenu(page, 'More for Welcome back', 'Take out of the archive');
  await expect(row(page, 'Welcome back')).toContainText('Disabled');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`campaigns compete in groups, by keyboard alone, in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openCampaign(page, '1');
    await page.getByRole('button', { name: 'New evaluation group' }).press('Enter');
    await page.keyboard.type('Deals');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const deals = page.getByRole('region', { name: 'Group Deals' });
    await expect(deals).toContainText('Highest discount');
    await expect(deals).toContainText('No campaigns here yet.');
    await page.getByRole('button', { name: 'More for Shoe week' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Move to “Deals”' }).press('Enter');
    await expect(deals.getByRole('row', { name: 'Shoe week' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('a group stands inside another, is changed, and goes with what is inside it', async ({ page }) => {
  await openCampaign(page, '1');
  await page.getByRole('button', { name: 'New evaluation group' }).click();
  await createGroup(page, 'Deals', 'First campaign');
  await chooseFromMenu(page, 'More for the group Deals', 'New group inside…');
  await createGroup(page, 'Inner', 'All add up');
  await chooseFromMenu(page, 'More for Welcome back', 'Move to “Inner”');
  await expect(page.getByRole('grid', { name: 'Campaigns of Inner' })).toContainText('Welcome back');
  await chooseFromMenu(page, 'More for the group Deals', 'Edit…');
  await page.getByRole('textbox', { name: 'Name' }).fill('Offers');
  await page.getByRole('button', { name: 'Save group' }).click();
  await expect(page.getByRole('region', { name: 'Group Offers' })).toContainText('First campaign');
  await chooseFromMenu(page, 'More for the group Offers', 'Take the group away');
  await expect(page.getByRole('region', { name: /^Group / })).toHaveCount(0);
  await expect(row(page, 'Welcome back')).toBeVisible();
});

test('a group without a name is refused beside the field', async ({ page }) => {
  await openCampaign(page, '1');
  await page.getByRole('button', { name: 'New evaluation group' }).click();
  await page.getByRole('button', { name: 'Create group' }).click();
  await expect(page.getByText('Write at least one character.')).toBeVisible();
});

test('an event names the campaigns that were not evaluated', async ({ page }) => {
  await page.goto('/#/events/240?tab=rules');
  await page.getByRole('tab', { name: 'Rules' }).click();
  const leftOut = page.getByRole('region', { name: 'Not evaluated' });
  await expect(leftOut).toContainText('Shoe week');
  await expect(leftOut).toContainText('scheduled until 2026-04-01 00:00');
});
