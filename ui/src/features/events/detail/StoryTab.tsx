import type { AttributeValueView, EventDetailView } from '../../../api/types';
import { Money } from '../../../kit/Money';
import { Table, type TableColumn } from '../../../kit/Table';
import { useCurrency } from './useCurrency';

/** What happened, sentence by sentence, then what the event carried. */
export function StoryTab({ detail }: { detail: EventDetailView }) {
  const { story, attributes } = detail;
  return (
    <div className="flex flex-col gap-4 py-3">
      <ol aria-label="What happened" className="m-0 flex list-none flex-col gap-1.5 px-3">
        {numbered(story).map(({ at, sentence }) => (
          <li key={at} className="flex gap-2 leading-5 break-words">
            <span aria-hidden className="mt-[7px] h-1.5 w-1.5 shrink-0 rounded-full bg-line-strong" />
            <span className="min-w-0">{sentence}</span>
          </li>
        ))}
      </ol>
      <Sums detail={detail} />
      {attributes.length > 0 ? (
        <section aria-label="Attributes">
          <h3 className="eyebrow m-0 px-3 pb-1">Attributes</h3>
          <Table label="Attributes" columns={attributeColumns} rows={attributes} rowId={(row) => row.name} />
        </section>
      ) : null}
    </div>
  );
}

function numbered(story: readonly string[]) {
  return story.map((sentence, at) => ({ at, sentence }));
}

const attributeColumns: readonly TableColumn<AttributeValueView>[] = [
  {
    id: 'title',
    header: 'Attribute',
    width: '40%',
    render: ({ title, name }) => (
      <>
        {title} {title === name ? null : <code className="text-ink-3">{name}</code>}
      </>
    ),
  },
  { id: 'value', header: 'Value', render: ({ text }) => <span className="break-words">{text}</span> },
  {
    id: 'type',
    header: 'Type',
    width: '18%',
    render: ({ type }) => <span className="text-ink-3">{type}</span>,
  },
];

/** The money of the event, where there is any, and the door it came through. */
function Sums({ detail: { row } }: { detail: EventDetailView }) {
  const currency = useCurrency();
  const sums = [
    { name: 'Total before discounts', amount: row.total },
    { name: 'Discount of this event', amount: row.total === null ? null : row.discount },
  ];
  return (
    <dl className="m-0 grid max-w-sm grid-cols-[1fr_auto] gap-x-4 px-3">
      {sums.map(({ name, amount }) =>
        amount === null ? null : (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="m-0 text-right">
              <Money amount={amount} currency={currency} />
            </dd>
          </div>
        ),
      )}
      {row.rejections > 0 ? (
        <div className="contents">
          <dt className="text-ink-3">Rejected codes</dt>
          <dd className="m-0 text-right tabular-nums">{row.rejections}</dd>
        </div>
      ) : null}
      <dt className="text-ink-3">Came through</dt>
      <dd className="m-0 text-right">{row.source}</dd>
      <dt className="text-ink-3">Place in the journal</dt>
      <dd className="m-0 text-right tabular-nums">{row.seq}</dd>
    </dl>
  );
}
