import { useQuery } from '@tanstack/react-query';
import { Bell, FilePlus2, Gift, Percent } from 'lucide-react';
import { Button } from 'react-aria-components';
import { vocabularyQuery } from '../../api/queries';
import { type Template, templates } from './templates';
import type { CampaignDraft } from './useCampaignDraft';

const icons: Record<string, typeof Bell> = { discount: Percent, notify: Bell, gift: Gift, empty: FilePlus2 };

/** Ways to start a campaign that has no rules yet. */
export function TemplateChoices({ own, onStart }: { own: CampaignDraft; onStart: () => void }) {
  const vocabulary = useQuery(vocabularyQuery).data;
  if (!vocabulary) return null;
  const start = (template: Template) => {
    onStart();
    own.change((before) => ({
      ...before,
      name: before.name === 'New campaign' ? template.name : before.name,
      document: { ...before.document, ...template.document(vocabulary) },
      text: null,
    }));
  };
  return (
    <section
      aria-label="Ways to start"
      className="flex min-h-0 flex-1 flex-col items-center overflow-auto p-8"
    >
      <p className="m-0 text-lg font-semibold">How should this campaign start?</p>
      <p className="m-0 pb-4 text-ink-2">Everything can be changed afterwards.</p>
      <div className="grid w-full max-w-[640px] grid-cols-2 gap-3">
        {templates.map((template) => {
          const Icon = icons[template.id] ?? FilePlus2;
          return (
            <Button
              key={template.id}
              onPress={() => start(template)}
              className="flex items-start gap-3 rounded-lg border border-line bg-surface p-3 text-left outline-none data-[hovered]:border-line-strong data-[hovered]:bg-hover data-[focus-visible]:ring-2 data-[focus-visible]:ring-accent"
            >
              <Icon aria-hidden size={18} strokeWidth={1.5} className="mt-0.5 shrink-0 text-accent" />
              <span className="flex flex-col">
                <span className="font-semibold">{template.title}</span>
                <span className="text-ink-2">{template.sentence}</span>
              </span>
            </Button>
          );
        })}
      </div>
    </section>
  );
}
