import { BuiltInTable, CustomTable } from './AttributeTables';
import type { Actions } from './DictionaryPanes';
import { PageSection } from './PageSection';
import type { Owner } from './places';

/** What belongs to profiles, sessions and cart items, in a sentence. */
const sentences: Record<string, string> = {
  CustomerProfile: 'What is known of a customer, whichever cart they have.',
  CustomerSession: 'What is known of one cart from its creation on.',
  CartItem: 'What is known of one line of a cart.',
};

/** An entity with its attributes, the custom ones first. */
export function EntityPage(props: { owner: Extract<Owner, { kind: 'entity' }>; actions: Actions }) {
  const { owner, actions } = props;
  const { entity, attributes } = owner.entity;
  const custom = attributes.filter((attribute) => !attribute.locked);
  const builtIn = attributes.filter((attribute) => attribute.locked);
  return (
    <>
      {sentences[entity] ? <p className="m-0 px-3 pt-3 text-ink-2">{sentences[entity]}</p> : null}
      <PageSection title="Custom attributes" count={custom.length}>
        <CustomTable label="Custom attributes" owner={owner} attributes={custom} actions={actions} />
      </PageSection>
      <PageSection
        title="Built in"
        count={builtIn.length}
        note="Always there; nothing about them can change."
      >
        <BuiltInTable owner={owner} attributes={builtIn} actions={actions} />
      </PageSection>
    </>
  );
}
