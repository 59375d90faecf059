import { useState } from 'react';
import type { AttributeView, DictionaryView } from '../../api/types';
import { useCommands } from '../../kit/CommandRegistry';
import { Panes } from '../../kit/Panes';
import { CreateDialog } from './CreateDialog';
import { DictionaryTree } from './DictionaryTree';
import { useDrafts } from './drafts';
import { EditDialog } from './EditDialog';
import { blankForm, isTyped } from './form';
import { PlacePage } from './PlacePage';
import { firstPlace, placesOf, prefillOf } from './places';
import { useView } from './view';

type Asked = { kind: 'create' } | { kind: 'edit'; id: number } | null;

/** What a part of the screen can ask for. */
export type Actions = {
  choose: (placeId: string) => void;
  /** Opens *Create attribute*; a form with something typed in it is kept as it is. */
  create: (entity: string, eventType: string) => void;
  edit: (attribute: AttributeView) => void;
};

/** The tree at the left, what is chosen in it at the right, and the two forms. */
export function DictionaryPanes(props: { dictionary: DictionaryView; workspacePath: string }) {
  const { dictionary, workspacePath } = props;
  const [asked, setAsked] = useState<Asked>(null);
  const chosen = useView((view) => view.chosen[workspacePath]);
  const places = placesOf(dictionary);
  const place = places.get(chosen ?? '') ?? places.get(firstPlace(dictionary));
  const actions = useActions(workspacePath, setAsked);
  const edited = asked?.kind === 'edit' ? findCustom(places.values(), asked.id) : null;
  useKeys(actions, place);
  if (!place) return null;
  const tree = (
    <DictionaryTree
      dictionary={dictionary}
      openId={place.kind === 'attribute' ? place.owner.id : place.id}
      chosenId={place.id}
      onChoose={actions.choose}
    />
  );
  return (
    <>
      <Panes
        id="dictionary"
        panes={[
          { id: 'tree', label: 'Entities', size: 304, min: 220, max: 520, content: tree },
          {
            id: 'place',
            label: 'Definition',
            content: <PlacePage place={place} dictionary={dictionary} actions={actions} />,
          },
        ]}
      />
      {asked?.kind === 'create' ? (
        <CreateDialog dictionary={dictionary} workspacePath={workspacePath} onClose={() => setAsked(null)} />
      ) : null}
      {edited ? (
        <EditDialog attribute={edited} workspacePath={workspacePath} onClose={() => setAsked(null)} />
      ) : null}
    </>
  );
}

function useActions(workspacePath: string, ask: (asked: Asked) => void): Actions {
  return {
    choose: (placeId) => {
      useView.getState().choose(workspacePath, placeId);
      useView.getState().tell(null);
    },
    create: (entity, eventType) => {
      const { created, keepNew } = useDrafts.getState();
      const draft = created[workspacePath];
      if (!draft || !isTyped(draft)) keepNew(workspacePath, blankForm(entity, eventType));
      ask({ kind: 'create' });
    },
    edit: (attribute) => {
      if (attribute.id !== null) ask({ kind: 'edit', id: attribute.id });
    },
  };
}

function useKeys(actions: Actions, place: ReturnType<Places['get']>) {
  const attribute = place?.kind === 'attribute' ? place.attribute : null;
  const prefill = place ? prefillOf(place) : { entity: '', eventType: '' };
  useCommands([
    {
      id: 'dictionary.create',
      title: 'Create attribute',
      group: 'Dictionary',
      keys: 'n',
      run: () => actions.create(prefill.entity, prefill.eventType),
    },
    {
      id: 'dictionary.edit',
      title: attribute ? `Edit ${attribute.name}` : 'Edit attribute',
      group: 'Dictionary',
      keys: 'e',
      disabledReason: reasonNotToEdit(attribute),
      run: () => attribute && actions.edit(attribute),
    },
  ]);
}

function reasonNotToEdit(attribute: AttributeView | null): string | null {
  if (!attribute) return 'Choose an attribute first.';
  return attribute.locked ? 'Built-in attributes cannot change.' : null;
}

type Places = ReturnType<typeof placesOf>;

function findCustom(places: Iterable<NonNullable<ReturnType<Places['get']>>>, id: number) {
  for (const place of places) {
    if (place.kind === 'attribute' && place.attribute.id === id) return place.attribute;
  }
  return null;
}
