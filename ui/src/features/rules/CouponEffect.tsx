import { useQuery } from '@tanstack/react-query';
import { campaignsQuery } from '../../api/queries';
import { Select } from '../../kit/Select';
import { TextField } from '../../kit/TextField';
import type { Json } from '../../lib/json';
import type { CreateCouponBlock } from './document';
import { useRuleEditor } from './EditorContext';
import { MixedTextField } from './FormulaField';
import { useBlock } from './useBlock';
import { pathsFor } from './words';

/** A code the rule makes: for which campaign, how it looks, for whom, and how often it can be used. */
export function CreateCouponEffect({ block, pointer }: { block: CreateCouponBlock; pointer: string }) {
  const here = pathsFor(useRuleEditor().paths, {});
  const campaigns = useQuery(campaignsQuery).data ?? [];
  const row = useBlock(pointer);
  const choices = [
    { id: '0', label: 'This campaign' },
    ...campaigns.map((campaign) => ({ id: String(campaign.id), label: campaign.name })),
  ];
  return (
    <div className="grid grid-cols-2 items-end gap-2">
      <Select
        label="Campaign of the code"
        value={String(block.campaignId)}
        onChange={(id) => row.patch({ campaignId: Number(id) })}
        choices={choices}
      />
      <TextField
        isCode
        label="Looks like (each # is chosen)"
        value={block.pattern ?? ''}
        onChange={(pattern) => row.patch({ pattern: pattern === '' ? undefined : pattern })}
        placeholder="THANKS-####"
      />
      <MixedTextField
        label="Only for the customer (empty: everybody)"
        value={block.recipientId}
        onChange={(recipientId) => row.patch({ recipientId })}
        paths={here}
        placeholder="everybody"
      />
      <MixedTextField
        label="Uses of the code (0: no limit)"
        value={String(block.usageLimit ?? 1)}
        onChange={(text) => row.patch({ usageLimit: asNumber(text) })}
        paths={here}
        placeholder="1"
      />
      <CodeAttributes block={block} pointer={pointer} />
    </div>
  );
}

const attributeRoot = '$Coupon.Attributes.';

/** A value for each attribute the dictionary gives codes. */
function CodeAttributes({ block, pointer }: { block: CreateCouponBlock; pointer: string }) {
  const { paths } = useRuleEditor();
  const row = useBlock(pointer);
  const given = block.attributes ?? {};
  const put = (name: string, text: string) => {
    const { [name]: _, ...others } = given;
    const attributes = text === '' ? others : { ...others, [name]: text };
    row.patch({ attributes: Object.keys(attributes).length === 0 ? undefined : attributes });
  };
  return paths
    .filter(({ path }) => path.startsWith(attributeRoot))
    .map(({ path, title }) => {
      const name = path.slice(attributeRoot.length);
      return (
        <MixedTextField
          key={name}
          label={`${title} of the code`}
          value={textOf(given[name])}
          onChange={(text) => put(name, text)}
          paths={pathsFor(paths, {})}
          placeholder="not set"
        />
      );
    });
}

function textOf(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A plain number is kept as one; anything else is a formula. */
function asNumber(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** *Reserve coupon* has no fields: it is about the code the rule looks at. */
export function ReserveCouponEffect() {
  return (
    <p className="m-0 text-sm text-ink-2">
      Sets the code of the rule’s condition aside for the customer when the session closes.
    </p>
  );
}
