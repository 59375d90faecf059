import { Columns3 } from 'lucide-react';
import { Checkbox } from '../../kit/Checkbox';
import { IconButton } from '../../kit/IconButton';
import { Popover } from '../../kit/Popover';
import { columnNames } from './columnNames';
import { useEventsView } from './view';

/** Which columns the table shows; remembered. One always stays. */
export function ColumnChooser() {
  const { hiddenColumns, hideColumns } = useEventsView();
  const shown = columnNames.length - hiddenColumns.length;
  return (
    <Popover label="Columns" placement="bottom end" trigger={<IconButton label="Columns" icon={Columns3} />}>
      <fieldset className="m-0 flex flex-col border-0 p-0">
        <legend className="eyebrow mb-1 p-0">Columns</legend>
        {columnNames.map(({ id, title }) => {
          const isShown = !hiddenColumns.includes(id);
          return (
            <Checkbox
              key={id}
              label={title}
              isSelected={isShown}
              isDisabled={isShown && shown === 1}
              onChange={(show) =>
                hideColumns(show ? hiddenColumns.filter((hidden) => hidden !== id) : [...hiddenColumns, id])
              }
            />
          );
        })}
      </fieldset>
    </Popover>
  );
}
