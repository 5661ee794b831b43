// 停用网格: a grid that has a history isn't deleted; it ends with a day and stays in the lists of the days before.
import { Form } from 'antd';
import type { GridDetail } from '../../../../shared/roster/grids.ts';
import { client, refreshEverything } from '../../../api.ts';
import { dayIn, type DayValue } from '../../../ui/day/dayValue.ts';
import { RailForm } from '../../../ui/RailForm.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { DutyDayField } from '../workers/PostingFields.tsx';

type Values = { lastDay: DayValue };

export function GridClose(props: { grid: GridDetail; onClose: () => void; onClosed: () => void }) {
  const { grid, onClose, onClosed } = props;
  const [form] = Form.useForm<Values>();
  const today = useToday();
  const watched = Form.useWatch('lastDay', form);
  const lastDay = watched === undefined ? today : dayIn(watched);
  return (
    <RailForm<Values>
      title={`停用网格　${grid.name}`}
      draft={`grid:${grid.id}:close`}
      form={form}
      initial={{ lastDay: today }}
      saveText="停用这个网格"
      onSave={async (values) => {
        await client.roster.grids.close.mutate({ id: grid.id, lastDay: dayIn(values.lastDay) ?? '' });
        await refreshEverything();
        onClosed();
      }}
      onClose={onClose}
    >
      <DutyDayField name="lastDay" label="最后使用日" />
      {lastDay ? (
        <p className="consequence">
          {grid.name}用到 {lastDay} 为止，之后不再计入网格数和空缺；以前的任职记录都保留。
        </p>
      ) : null}
    </RailForm>
  );
}
