// 指派网格员: who serves in a grid from a day on, also after whoever leaves it tomorrow. The day comes first, because who is free
// depends on it.
import { Checkbox, Form } from 'antd';
import { addDays } from '../../../../shared/rules/day.ts';
import type { GridDetail } from '../../../../shared/roster/grids.ts';
import { client, refreshEverything } from '../../../api.ts';
import { dayIn, type DayValue } from '../../../ui/day/dayValue.ts';
import { RailForm } from '../../../ui/RailForm.tsx';
import { ReferenceField } from '../../../ui/fields/ReferenceField.tsx';
import { idleWorkerChoices, servingWorkerChoices } from '../choices.ts';
import { useToday } from '../../../ui/useToday.ts';
import { DutyDayField, gridTrouble, PaperFields } from '../workers/PostingFields.tsx';

/**
 * The first day for which somebody can be named: today where the grid is vacant, the day after whoever leaves it. Null where it
 * is held for good, is going to be closed, or a successor is named already.
 */
export function vacantFrom(grid: GridDetail, today: string): string | null {
  if (grid.workerId === null) return today;
  const holders = grid.postings.filter(({ role }) => role === 'worker');
  const holder = holders.find(({ current }) => current);
  if (!holder?.lastDay) return null;
  const next = addDays(holder.lastDay, 1);
  if (grid.gridLastDay !== null && grid.gridLastDay < next) return null;
  return holders.some(({ firstDay }) => firstDay !== null && firstDay >= next) ? null : next;
}

type Values = {
  day: DayValue;
  additional?: boolean;
  workerId: number;
  documentNumber?: string;
  reason?: string;
  handledBy?: string;
};

function WorkerField({ day, additional }: { day: string; additional: boolean }) {
  if (additional)
    return (
      <ReferenceField
        key="serving"
        name="workerId"
        of={{ kind: 'reference', of: 'worker', title: '由谁兼任', required: '请选择兼任的网格员' }}
        placeholder="在岗的网格员：姓名、拼音首字母、手机号码"
        source={['servingWorkers', day]}
        ask={(search) => servingWorkerChoices(day, search)}
      />
    );
  return (
    <ReferenceField
      key="idle"
      name="workerId"
      of={{ kind: 'reference', of: 'worker', title: '网格员', required: '请选择网格员，或新增一名' }}
      placeholder="没有上岗的人：姓名、拼音首字母、手机号码"
      source={['idleWorkers', day]}
      ask={(search) => idleWorkerChoices(day, search)}
      none="没有待上岗的人，请新增，或由在岗的网格员兼任"
    />
  );
}

export function GridAssign(props: { grid: GridDetail; onClose: () => void; onAddWorker: () => void }) {
  const { grid, onClose, onAddWorker } = props;
  const [form] = Form.useForm<Values>();
  const today = useToday();
  const first = vacantFrom(grid, today) ?? today;
  const day = dayIn(Form.useWatch('day', form)) ?? first;
  const additional = Form.useWatch('additional', form) ?? false;
  return (
    <RailForm<Values>
      title={`指派网格员　${grid.name}`}
      draft={`grid:${grid.id}:assign`}
      form={form}
      initial={{ day: first }}
      saveText="记录上岗"
      onSave={async (values) => {
        await client.roster.workers.assign.mutate({
          workerId: values.workerId,
          gridId: grid.id,
          day: dayIn(values.day) ?? '',
          precision: 'day',
          additional: values.additional ?? false,
          documentNumber: values.documentNumber ?? null,
          reason: values.reason ?? null,
          handledBy: values.handledBy ?? null,
        });
        await refreshEverything();
        onClose();
      }}
      onClose={onClose}
    >
      <DutyDayField name="day" label="上岗日期" trouble={(on) => gridTrouble(grid.id, on, true)} />
      <Form.Item name="additional" valuePropName="checked" className="wide">
        <Checkbox onChange={() => form.setFields([{ name: 'workerId', value: undefined, errors: [] }])}>
          由在岗的网格员兼任
        </Checkbox>
      </Form.Item>
      <WorkerField day={day} additional={additional} />
      {additional ? null : (
        <p className="wide grid-add-worker">
          名单里没有这个人？
          {/* The field above must not lose the focus first: its complaint would push this button from under the pointer. */}
          <button type="button" className="link" onMouseDown={(event) => event.preventDefault()} onClick={onAddWorker}>
            新增网格员并上岗
          </button>
        </p>
      )}
      <PaperFields />
    </RailForm>
  );
}
