import '../../src/app/theme.css';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { handNonceToReactAria } from '../../src/app/nonce';
import { Toasts } from '../../src/kit/Toasts';
import { ZoneProvider } from '../../src/kit/ZoneContext';
import { locale } from '../../src/lib/locale';
import { DataGallery } from './DataGallery';
import { FieldGallery } from './FieldGallery';

/** Every part of the kit on one page, for tests and for looking at. Not in the shipped window. */
handNonceToReactAria();
const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <I18nProvider locale={locale}>
      <ZoneProvider zone="Europe/Berlin">
        <main className="grid h-full grid-cols-2 gap-px overflow-auto bg-line">
          <h1 className="sr-only">Kit</h1>
          <FieldGallery />
          <DataGallery />
        </main>
        <Toasts />
      </ZoneProvider>
    </I18nProvider>,
  );
}
