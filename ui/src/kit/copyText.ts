import { showToast } from './Toasts';

/** Puts a text on the clipboard; answers whether it is there, and says so when it could not be put there. */
export async function copyText(text: string, what: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    showToast({
      title: `The clipboard refused ${what}`,
      detail: 'Select the text and copy it.',
      tone: 'bad',
    });
    return false;
  }
}
