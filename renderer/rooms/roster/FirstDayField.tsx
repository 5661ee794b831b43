// Since when something new is there. Most were there before the office kept this list, so it may be left empty.
import { DayField } from '../../ui/day/DayField.tsx';

export const FirstDayField = () => (
  <div className="wide">
    <DayField name="firstDay" of={{ kind: 'day', title: '启用日期' }} />
    <p className="grey small">不填表示一直就有。最近才设立的，或者沿用了别处已停用的编码、名称的，请填写。</p>
  </div>
);
