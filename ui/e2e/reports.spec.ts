import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const columns = (page: Page) => page.getByRole('grid', { name: 'Columns in order' });
const headings = (page: Page) => page.getByRole('table', { name: 'Preview' }).getByRole('columnheader');

async function openReports(page: Page, world = ''): Promise<void> {
  await page.goto(`/${world}#/reports`);
  await expect(page.getByRole('heading', { name: 'Event log' })).toBeVisible();
}

test('a report is chosen, its columns are ticked, renamed and taken out, and the preview follows', async ({
  page,
}) => {
  await openReports(page);
  await expect(page.getByText('First 200 of 240 rows')).toBeVisible();
  await expect(headings(page)).toHaveText(['Number', 'Time', 'Event', 'Customer', 'Session', 'Total']);

  await page.getByRole('button', { name: 'Choose columns' }).click();
  await page.getByRole('searchbox', { name: 'Find a column' }).fill('address');
  await page.getByText('Event: Address of the page').click();
  await page.keyboard.press('Escape');
  await expect(headings(page).last()).toHaveText('Event: Address of the page');

  await columns(page).getByRole('button', { name: 'Rename Time' }).click();
  await page.getByRole('textbox', { name: 'Title of the column' }).fill('When');
  await page.keyboard.press('Enter');
  await expect(headings(page).nth(1)).toHaveText('When');
  await columns(page).getByRole('button', { name: 'Take Number out' }).click();
  await expect(headings(page)).toHaveText([
    'When',
    'Event',
    'Customer',
    'Session',
    'Total',
    'Event: Address of the page',
  ]);
});

test('columns are put in order with the keyboard alone', async ({ page }) => {
  await page.goto('/#/events');
  await expect(page.getByText('240 events', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+6');
  await columns(page).getByRole('button', { name: 'Drag Number' }).focus();
  await page.keyboard.press('Enter');
  const place = (name: string) => page.getByRole('button', { name });
  await expect(place('Insert between Number and Time')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(place('Insert between Time and Event')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(headings(page).first()).toHaveText('Time');
});

test('rows are put together and added up', async ({ page }) => {
  await openReports(page);
  await page.getByRole('row', { name: 'Effects by campaign' }).click();
  await expect(headings(page)).toHaveText(['Campaign', 'Effect', 'Effects', 'Given']);
  await expect(page.getByText('3 rows, of 240 events')).toBeVisible();
  await page.getByRole('button', { name: 'Take out: Not events: talon_session_updated' }).click();
  await page.getByRole('region', { name: 'Sums and counts' }).getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: 'Calculate' }).click();
  await page.getByRole('option', { name: 'Sum of' }).click();
  await page
    .getByRole('button', { name: 'Column', exact: false })
    .filter({ hasText: 'Choose' })
    .last()
    .click();
  await page.getByRole('option', { name: 'Rolled back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await expect(headings(page).last()).toHaveText('Sum of rolledBack');
});

test('a report is written in the format chosen, and saved and opened again', async ({ page }) => {
  await openReports(page);
  await page.getByRole('button', { name: /Format/ }).click();
  await page.getByRole('option', { name: 'Parquet' }).click();
  await page.getByRole('button', { name: 'Choose file and write' }).click();
  await expect(page.getByText('Wrote 240 rows')).toBeVisible();
  await expect(page.getByText('/home/ana/Documents/Event log.parquet')).toBeVisible();
  await page.getByRole('button', { name: 'Save this report…' }).click();
  await expect(page.getByText('mine.report.json')).toBeVisible();
  await page.getByRole('button', { name: 'Open a report…' }).click();
  await expect(page.getByRole('heading', { name: 'Effects by campaign' })).toBeVisible();
});

test('a report without columns says what it needs and cannot be written', async ({ page }) => {
  await openReports(page);
  for (const title of ['Number', 'Time', 'Event', 'Customer', 'Session', 'Total']) {
    await columns(page)
      .getByRole('button', { name: `Take ${title} out` })
      .click();
  }
  await expect(page.getByRole('alert')).toContainText('A report needs at least one column');
  await expect(page.getByRole('button', { name: 'Choose file and write' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the screen is accessible, full and empty', async ({ page }) => {
      for (const [world, name] of [
        ['', 'full'],
        ['?world=empty', 'empty'],
      ] as const) {
        await openReports(page, world);
        await expect(page.getByText(name === 'empty' ? 'No rows' : 'First 200 of 240 rows')).toBeVisible();
        const found = await new AxeBuilder({ page }).analyze();
        expect(found.violations).toEqual([]);
        await page.screenshot({ path: `test-results/shots/reports-${name}-${colorScheme}.png` });
      }
    });

    test('made-up customers are let in, sent home, and refused twice', async ({ page }) => {
      await page.goto('/#/events');
      const open = async () => {
        await page.getByRole('button', { name: /^Workspace / }).click();
        await page.getByRole('menuitem', { name: 'Made-up customers…' }).click();
        return page.getByRole('dialog', { name: 'Made-up customers' });
      };
      const dialog = await open();
      expect((await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations).toEqual([]);
      await page.screenshot({ path: `test-results/shots/crowd-${colorScheme}.png` });
      await dialog.getByRole('button', { name: 'Let them in' }).click();
      await expect(page.getByText('They made 800 events, which are in the log.')).toBeVisible();

      const again = await open();
      await again.getByRole('textbox', { name: 'Seed' }).fill('2');
      await again.getByRole('button', { name: 'Let them in' }).click();
      await expect(
        again.getByText('The crowd of seed 2 is here already; choose another seed.'),
      ).toBeVisible();
      await again.getByRole('textbox', { name: 'Seed' }).fill('7');
      await again.getByRole('button', { name: 'Let them in' }).click();
      await expect(again.getByText('The days go by…')).toBeVisible();
      await again.getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByText('The customers were sent home early')).toBeVisible();
    });
  });
}
