import { ChevronRight, Lock, type LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  Tree as AriaTree,
  Button,
  Collection,
  type Key,
  TreeItem,
  TreeItemContent,
} from 'react-aria-components';

export type TreeNode = {
  id: string;
  label: string;
  icon?: LucideIcon;
  /** After the label: a type, a count. */
  aside?: ReactNode;
  isLocked?: boolean;
  children?: TreeNode[];
};

export type TreeProps = {
  label: string;
  nodes: TreeNode[];
  selectedId: string | null;
  onSelect: (id: string) => void;
  /** The ids that start open. */
  defaultOpen?: readonly string[];
  /** Rows that open when they come into this list; they may be closed again by hand. */
  reveal?: readonly string[];
};

/** A tree; arrows move and open, typing finds. */
export function Tree({ label, nodes, selectedId, onSelect, defaultOpen, reveal }: TreeProps) {
  const [expanded, setExpanded] = useState<Iterable<Key>>(() => new Set(defaultOpen ?? []));
  const [revealed, setRevealed] = useState(reveal ?? []);
  const fresh = (reveal ?? []).filter((id) => !revealed.includes(id));
  if (reveal && (fresh.length > 0 || reveal.length !== revealed.length)) {
    setRevealed(reveal);
    setExpanded(new Set([...expanded, ...fresh]));
  }
  return (
    <AriaTree
      aria-label={label}
      items={nodes}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selectedId === null ? [] : [selectedId]}
      onSelectionChange={(keys) => {
        if (keys === 'all') return;
        const [first] = keys;
        if (first !== undefined) onSelect(String(first));
      }}
      expandedKeys={expanded}
      onExpandedChange={setExpanded}
      className="py-1 outline-none"
    >
      {(node) => <Node node={node} />}
    </AriaTree>
  );
}

function Node({ node }: { node: TreeNode }) {
  const Icon = node.icon;
  return (
    <TreeItem
      id={node.id}
      textValue={node.label}
      className="ring-inside flex h-7 cursor-default items-center pr-3 outline-none data-[hovered]:bg-hover data-[selected]:bg-accent-soft data-[selected]:shadow-[inset_2px_0_0_var(--accent)]"
    >
      <TreeItemContent>
        {({ level, hasChildItems, isExpanded }) => (
          <span className="flex min-w-0 flex-1 items-center gap-1.5" style={{ paddingLeft: level * 16 - 8 }}>
            {hasChildItems ? (
              <Button slot="chevron" className="grid h-4 w-4 place-items-center text-ink-3 outline-none">
                <ChevronRight aria-hidden size={13} className={isExpanded ? 'rotate-90' : ''} />
              </Button>
            ) : (
              <span className="w-4" />
            )}
            {Icon ? <Icon aria-hidden size={14} className="shrink-0 text-ink-3" /> : null}
            <span className="truncate" title={node.label}>
              {node.label}
            </span>
            {node.isLocked ? (
              <Lock role="img" aria-label="built in" size={11} className="text-ink-3" />
            ) : null}
            <span className="flex-1" />
            {node.aside ? <span className="shrink-0 text-sm text-ink-3">{node.aside}</span> : null}
          </span>
        )}
      </TreeItemContent>
      <Collection items={node.children ?? []}>{(child) => <Node node={child} />}</Collection>
    </TreeItem>
  );
}
