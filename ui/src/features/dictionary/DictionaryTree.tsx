import { useMemo, useRef, useState } from 'react';
import type { DictionaryView } from '../../api/types';
import { useCommands } from '../../kit/CommandRegistry';
import { SearchField } from '../../kit/SearchField';
import { Tree } from '../../kit/Tree';
import { eventEntity } from './form';
import { entityId } from './places';
import { branchesOf, treeOf } from './tree';

export type DictionaryTreeProps = {
  dictionary: DictionaryView;
  chosenId: string;
  /** The owner that is open so that what is chosen can be seen. */
  openId: string;
  onChoose: (id: string) => void;
};

/** Entities, event types and attributes, with a search over names, titles and descriptions. */
export function DictionaryTree({ dictionary, chosenId, openId, onChoose }: DictionaryTreeProps) {
  const [words, setWords] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const nodes = useMemo(() => treeOf(dictionary, words), [dictionary, words]);
  useCommands([
    {
      id: 'dictionary.search',
      title: 'Search the dictionary',
      group: 'Dictionary',
      keys: '/',
      run: () => box.current?.focus(),
    },
  ]);
  const isSearching = words.trim() !== '';
  const open = isSearching ? branchesOf(nodes) : [entityId(eventEntity), openId];
  return (
    <>
      <div className="border-line border-b p-1">
        <SearchField
          label="Search the dictionary"
          placeholder="Search names and meanings ( / )"
          value={words}
          onChange={setWords}
          inputRef={box}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        {nodes.length === 0 ? (
          <p className="m-0 p-3 text-ink-3">Nothing has these words. Escape empties the search.</p>
        ) : (
          <Tree
            key={isSearching ? words : ''}
            label="Dictionary"
            nodes={nodes}
            selectedId={chosenId}
            onSelect={onChoose}
            defaultOpen={open}
            reveal={open}
          />
        )}
      </div>
    </>
  );
}
