import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

async function openRequests(page: Page, world = ''): Promise<void> {
  await page.goto(`/${world}#/requests`);
  await expect(page.getByRole('grid', { name: 'Requests' })).toBeVisible();
}

async function openServer(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Local server/ }).click();
  await expect(page.getByRole('dialog', { name: 'Local server' })).toBeVisible();
}

async function violations(page: Page): Promise<string[]> {
  // React Aria puts hidden buttons that close a popover around it, outside every landmark.
  const { violations: found } = await new AxeBuilder({ page }).disableRules(['region']).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Requests' });
const detail = (page: Page) => page.getByRole('region', { name: 'Chosen request' });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`requests and the server switch are accessible in the ${colorScheme} theme`, async ({
    page,
  }, info) => {
    await page.emulateMedia({ colorScheme });
    await openRequests(page);
    await grid(page).getByText('409').click();
    await expect(detail(page).getByText('On purpose: refused with 409.')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`requests-${colorScheme}.png`) });
    await openServer(page);
    await page.getByRole('switch', { name: 'Off' }).press('Space');
    await page.getByRole('button', { name: 'Add a fault' }).click();
    await page.getByRole('button', { name: 'Add a fault' }).click();
    await page
      .getByRole('button', { name: /What happens/ })
      .last()
      .click();
    await page.getByRole('option', { name: 'Late answer' }).click();
    await expect(page.getByRole('textbox', { name: 'By ms' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`server-${colorScheme}.png`) });
    await page.goto('/?world=empty#/requests');
    await expect(page.getByText('The local server is off')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`off-${colorScheme}.png`) });
  });
}

test('requests are found by their words, their method and how they ended', async ({ page }) => {
  await openRequests(page);
  await expect(page.getByText('7 requests')).toBeVisible();
  await page.getByRole('radio', { name: 'Refused' }).click();
  await expect(page.getByText('3 requests')).toBeVisible();
  await page.getByRole('button', { name: /Method/ }).click();
  await page.getByRole('option', { name: 'POST' }).click();
  await expect(page.getByText('1 request', { exact: true })).toBeVisible();
  await page.getByRole('radio', { name: 'Answered' }).click();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.keyboard.press('/');
  await page.keyboard.type('curl');
  await expect(grid(page).getByText('/v1/applications', { exact: true })).toBeVisible();
  await expect(grid(page).getByText('/v2/events')).toHaveCount(0);
});

test('a request shows what was asked and answered, and the event it made', async ({ page }) => {
  await openRequests(page);
  await grid(page).getByText('/v2/events').click();
  await expect(detail(page).getByText('is not defined on Event entities', { exact: false })).toBeVisible();
  await expect(detail(page).getByText('none was made')).toBeVisible();
  await grid(page).getByText('200').nth(1).click();
  await detail(page).getByRole('link', { name: 'Event 12' }).click();
  await expect(page).toHaveURL(/#\/events\/12/);
});

test('a request is copied as curl and triggered again; one that was cut says why not', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openRequests(page);
  await grid(page).getByText('/v2/events').click();
  await detail(page).getByRole('button', { name: 'Copy as curl' }).click();
  await expect(page.getByText('Request copied as curl')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    "curl -X POST 'http://127.0.0.1:4310/v2/events'",
  );
  await detail(page).getByRole('button', { name: 'Trigger again' }).click();
  await expect(page.getByText('Refused with 400')).toBeVisible();
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByText('8 requests')).toBeVisible();
  await expect(detail(page).getByText('Tillroll (triggered again)')).toBeVisible();
  await grid(page).getByText('?dry=false').click();
  await expect(detail(page).getByText('Only the beginning was kept.')).toBeVisible();
  const again = detail(page).getByRole('button', { name: 'Trigger again' });
  await expect(again).toHaveAttribute('aria-disabled', 'true');
});

test('the title bar says that the server is off, where it is, and that clients meet faults', async ({
  page,
}) => {
  await page.goto('/#/stage');
  await expect(page.getByRole('button', { name: 'Local server: off' })).toHaveText('Server off');
  await openServer(page);
  await page.getByRole('textbox', { name: 'Port' }).fill('80');
  await page.getByRole('switch', { name: 'Off' }).press('Space');
  await expect(page.getByText('A port is a number from 1024 to 65535', { exact: false })).toBeVisible();
  await page.getByRole('textbox', { name: 'Port' }).fill('4400');
  await page.getByRole('switch', { name: 'Off' }).press('Space');
  await expect(page.getByText('http://127.0.0.1:4400', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add a fault' }).click();
  const share = page.getByRole('textbox', { name: 'Share %' });
  await share.fill('500');
  await share.press('Enter');
  await expect(page.getByText('The share is a whole number from 1 to 100.')).toBeVisible();
  await share.fill('25');
  await share.press('Enter');
  await expect(page.getByText('The share is a whole number from 1 to 100.')).toHaveCount(0);
  await page.keyboard.press('Escape');
  const chip = page.getByRole('button', { name: 'Local server: on at 127.0.0.1:4400, with faults' });
  await expect(chip).toHaveText('127.0.0.1:4400 · faults');
  await chip.click();
  await page.getByRole('button', { name: 'Show requests' }).click();
  await expect(page).toHaveURL(/#\/requests/);
});

test('an empty screen has the button that fills it', async ({ page }) => {
  await page.goto('/?world=empty#/requests');
  await page.getByRole('button', { name: 'Switch the server on' }).click();
  await expect(page.getByText('Point a program at http://127.0.0.1:4310', { exact: false })).toBeVisible();
});
