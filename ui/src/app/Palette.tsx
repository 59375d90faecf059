import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import { useCommandList } from '../kit/CommandRegistry';
import { listItem } from '../kit/fieldStyles';
import { Kbd } from '../kit/Kbd';
import { commandGroups, keysTextOf } from './commandGroups';

/** Every command that can be done now, found by typing. */
export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      className="fixed inset-0 z-40 flex items-start justify-center bg-[#0b0f1466] pt-[12vh]"
    >
      <Modal className="w-[560px] max-w-[90vw] overflow-hidden rounded-lg border border-line bg-raised shadow-pop">
        <Dialog aria-label="Commands" className="flex max-h-[60vh] flex-col outline-none">
          <PaletteList onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteList({ onClose }: { onClose: () => void }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  const groups = commandGroups(useCommandList()).map((group) => ({
    ...group,
    commands: group.commands.filter((command) => command.id !== 'window.palette'),
  }));
  return (
    <Autocomplete filter={contains} inputValue={text} onInputChange={setText}>
      <SearchField aria-label="Find a command" autoFocus className="border-line border-b">
        <Input
          placeholder="Find a command…"
          className="h-11 w-full bg-transparent px-4 text-lg outline-none [&::-webkit-search-cancel-button]:hidden"
        />
      </SearchField>
      <Menu
        aria-label="Commands"
        className="min-h-0 flex-1 overflow-auto p-1 outline-none"
        renderEmptyState={() => <p className="m-0 p-4 text-ink-3">No command has these words.</p>}
      >
        {groups.map((group) => (
          <MenuSection key={group.title} className="pb-1">
            <Header className="eyebrow px-2 py-1">{group.title}</Header>
            {group.commands.map((command) => (
              <MenuItem
                key={command.id}
                id={command.id}
                textValue={command.title}
                isDisabled={Boolean(command.disabledReason)}
                onAction={() => {
                  onClose();
                  command.run();
                }}
                className={listItem}
              >
                <span className="flex min-w-0 flex-1 flex-col">
                  <Text slot="label">{command.title}</Text>
                  {command.disabledReason ? (
                    <Text slot="description" className="text-xs text-ink-3">
                      {command.disabledReason}
                    </Text>
                  ) : null}
                </span>
                {command.keys ? <Kbd keys={keysTextOf(command)} /> : null}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}
