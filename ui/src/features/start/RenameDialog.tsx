import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { recentsQuery, workspaceQuery } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import type { WorkspaceView } from '../../api/types';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { ErrorNote } from '../../kit/ErrorNote';
import { TextField } from '../../kit/TextField';

/** Gives the workspace another name; the file keeps its own. */
export function RenameDialog({ workspace, onClose }: { workspace: WorkspaceView; onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState(workspace.name);
  const renaming = useMutation({
    mutationFn: () => client.renameWorkspace(name),
    onSuccess: (renamed) => {
      queries.setQueryData(workspaceQuery.queryKey, renamed);
      void queries.invalidateQueries({ queryKey: recentsQuery.queryKey });
      onClose();
    },
  });
  const refusal = renaming.error ? refusalOf(renaming.error) : null;
  const beside = refusal?.messageAt('/name');
  return (
    <Dialog
      title="Rename the workspace"
      width="narrow"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Keep the name</Button>
          <Button
            tone="primary"
            isPending={renaming.isPending}
            disabledReason={name === workspace.name ? 'It has this name already.' : null}
            onPress={() => renaming.mutate()}
          >
            Rename
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name === workspace.name) onClose();
          else renaming.mutate();
        }}
      >
        {refusal && !beside ? <ErrorNote message={refusal.message} /> : null}
        <TextField
          label="Name"
          autoFocus
          value={name}
          onChange={(next) => {
            renaming.reset();
            setName(next);
          }}
          error={beside}
          description="The file keeps its own name."
        />
      </form>
    </Dialog>
  );
}
