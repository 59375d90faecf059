import { Ticket } from 'lucide-react';
import { Select } from '../../kit/Select';
import type { Json } from '../../lib/json';
import { BlockMenu } from './BlockMenu';
import type { Block, CheckCouponBlock } from './document';
import { FailureNotice } from './FailureNotice';
import { NowMark } from './NowMark';
import { RowProblems } from './RowProblems';
import { useBlock } from './useBlock';

const choices = [
  { id: 'redeem', label: 'and is redeemed', description: 'It counts as used when the session closes.' },
  { id: 'look', label: 'and stays unused', description: 'The rule only looks at it.' },
];

/** *Coupon code is valid*, with or without redemption: the rule is evaluated once for each code of the campaign. */
export function CouponCondition(props: { block: CheckCouponBlock; raw: Block; pointer: string }) {
  const { block, raw, pointer } = props;
  const row = useBlock(pointer);
  return (
    <div data-row={pointer}>
      <div className="flex min-w-0 items-start gap-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
          <Ticket aria-hidden size={14} className="shrink-0 text-accent" />
          <span className="text-ink-2">A coupon code of this campaign is valid</span>
          <Select
            hideLabel
            label="What happens to the code"
            value={block.redeem ? 'redeem' : 'look'}
            onChange={(id) => row.patch({ redeem: id === 'redeem' })}
            choices={choices}
            className="w-44"
          />
          <NowMark pointer={pointer} />
        </div>
        <BlockMenu block={raw} pointer={pointer} noun="condition" canFail canGroup />
      </div>
      <RowProblems pointer={pointer} />
      <FailureNotice pointer={pointer} onFailure={raw.onFailure as Json | undefined} />
    </div>
  );
}
