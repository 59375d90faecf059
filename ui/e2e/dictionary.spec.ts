import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

async function openDictionary(page: Page, world = 'shop') {
  await page.goto(`/?world=${world}#/dictionary`);
  await expect(page.getByRole('treegrid', { name: 'Dictionary' })).toBeVisible();
}

const form = (page: Page) => page.getByRole('dialog', { name: 'Create attribute' });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test('a custom event comes into being with its first attribute, and more join it', async ({ page }) => {
  await openDictionary(page, 'empty');
  await page.getByRole('button', { name: 'Create the first custom event' }).click();
  await expect(form(page).getByText('A new name creates a new event type')).toBeVisible();
  await page.getByRole('combobox', { name: 'Event type' }).fill('pageview');
  await field(page, 'API name').fill('url');
  await expect(form(page).getByText('Rules will read it as $Event.Attributes.url')).toBeVisible();
  await form(page).getByRole('button', { name: 'Create attribute' }).click();

  await expect(page.getByText('pageview now has url.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'pageview' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Write a rule that waits for it' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Trigger it on the Stage' })).toBeVisible();

  await page.getByRole('button', { name: 'Add another attribute' }).click();
  await expect(form(page).getByText('Joins pageview, which has 1 attribute')).toBeVisible();
  await field(page, 'API name').fill('seconds');
  await page.getByRole('button', { name: /Attribute type/ }).click();
  await page.getByRole('option', { name: /^number/ }).click();
  await field(page, 'API name').press('Enter');
  await expect(page.getByText('pageview now has seconds.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Attributes' }).getByRole('row')).toHaveCount(3);
});

test('errors stand beside their fields while the form is being filled in', async ({ page }) => {
  await openDictionary(page);
  await page.keyboard.press('n');
  await field(page, 'API name').fill('9url');
  await expect(field(page, 'API name')).toHaveAttribute('aria-invalid', 'true');
  await expect(form(page).getByText(/starts with a letter/)).toBeVisible();
  await field(page, 'API name').fill('url2');
  await expect(form(page).getByText(/starts with a letter/)).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Event type' }).fill('talon_session_closed');
  await expect(form(page).getByText(/only built-in events may/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Event type' }).fill('checkout');
  await field(page, 'Suggestions').pressSequentially('card,cash,card,');
  await expect(form(page).getByText('"card" is in the list already.')).toBeVisible();
});

test('an empty form says what is missing once it is sent', async ({ page }) => {
  await openDictionary(page);
  await page.keyboard.press('n');
  await expect(form(page)).toBeVisible();
  await expect(form(page).locator('[aria-invalid=true]')).toHaveCount(0);
  await form(page).getByRole('button', { name: 'Create attribute' }).click();
  await expect(field(page, 'API name')).toHaveAttribute('aria-invalid', 'true');
});

test('what was typed outlives the dialog, the screen and a reload', async ({ page }) => {
  await openDictionary(page);
  await page.keyboard.press('n');
  await field(page, 'API name').fill('referrer');
  await field(page, 'Description').fill('The page before.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+2');
  await expect(page).toHaveURL(/#\/events/);
  await page.keyboard.press('Control+4');
  await page.reload();
  await page.getByRole('button', { name: 'Create attribute' }).click();
  await expect(field(page, 'API name')).toHaveValue('referrer');
  await expect(field(page, 'Description')).toHaveValue('The page before.');
  await form(page).getByRole('button', { name: 'Clear the form' }).click();
  await expect(field(page, 'API name')).toHaveValue('');
});

test('an edit changes the wording alone; the rest is locked with the reason', async ({ page }) => {
  await openDictionary(page);
  await page.getByRole('row', { name: 'Customer profile' }).click();
  await page.getByRole('button', { name: 'Edit tier' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit tier' });
  await expect(dialog.getByText(/stay as they were created/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
  await field(page, 'Title').fill('Loyalty tier');
  await dialog.getByText('Hide from pickers').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  const row = page.getByRole('table', { name: 'Custom attributes' }).getByRole('row', { name: /tier/ });
  await expect(row).toContainText('Loyalty tier');
  await expect(row).toContainText('hidden');
});

test('built-in definitions show their meaning and cannot be edited', async ({ page }) => {
  await openDictionary(page);
  await page.keyboard.press('/');
  await page.keyboard.type('talon_session_closed');
  await page.getByRole('row', { name: /talon_session_closed/ }).click();
  await expect(page.getByText('An open session is paid: discounts stand.')).toBeVisible();
  await expect(page.getByText('built in, cannot change')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Summer mugs' })).toHaveAttribute('href', /#\/rules\/1$/);
  await expect(page.getByRole('button', { name: /^Edit/ })).toHaveCount(0);
});

test('the recorded events of a type are one click away', async ({ page }) => {
  await openDictionary(page);
  await page.getByRole('row', { name: 'pageview' }).click();
  await page.getByRole('link', { name: '42 events' }).click();
  await expect(page).toHaveURL(/#\/events\?types=/);
});

test('a file that cannot be read is said, with a way to try again', async ({ page }) => {
  await page.goto('/?world=broken#/dictionary');
  await expect(page.getByRole('alert')).toContainText('disk error');
  await expect(page.getByRole('button', { name: 'Read again' })).toBeVisible();
});

const row = (page: Page, name: RegExp) => page.getByRole('row', { name }).first();

/** What is looked at, in which theme, and how to get there. */
const looks: [string, 'light' | 'dark', (page: Page) => Promise<void>][] = [
  ['the page of all events', 'light', (page) => row(page, /^Event/).click()],
  [
    'the page of an attribute',
    'dark',
    async (page) => {
      await row(page, /^Customer profile/).click();
      await row(page, /^tier/).click();
    },
  ],
  [
    'the edit form',
    'light',
    async (page) => {
      await row(page, /^Customer profile/).click();
      await page.getByRole('button', { name: 'Edit tier' }).click();
      await expect(page.getByRole('dialog', { name: 'Edit tier' })).toBeVisible();
    },
  ],
  [
    'the create form with errors',
    'dark',
    async (page) => {
      await page.keyboard.press('n');
      await field(page, 'API name').fill('9');
      await field(page, 'Suggestions').pressSequentially('gold,');
      await expect(form(page).getByText(/starts with a letter/)).toBeVisible();
    },
  ],
];

for (const [what, colorScheme, goThere] of looks) {
  test(`${what} is accessible in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openDictionary(page);
    await goThere(page);
    expect(await violations(page)).toEqual([]);
  });
}
