// 列设置: which columns a list shows and in which order. Widths are dragged at the header itself.
import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import type { Columns } from '../useColumns.ts';

function Choices<Row>({ columns }: { columns: Columns<Row> }) {
  const movable = columns.every.slice(1);
  return (
    <div className="column-settings">
      <ul>
        {movable.map((column, index) => (
          <li key={column.key}>
            <Checkbox checked={columns.isShown(column.key)} onChange={(event) => columns.show(column.key, event.target.checked)}>
              {column.title}
            </Checkbox>
            <Button
              type="text"
              icon={<UpOutlined />}
              aria-label={`${column.title} 上移`}
              disabled={index === 0}
              onClick={() => columns.move(column.key, -1)}
            />
            <Button
              type="text"
              icon={<DownOutlined />}
              aria-label={`${column.title} 下移`}
              disabled={index === movable.length - 1}
              onClick={() => columns.move(column.key, 1)}
            />
          </li>
        ))}
      </ul>
      <div className="column-settings-foot">
        <span className="grey small">拖动表头边线改宽度</span>
        <button type="button" className="link" onClick={columns.reset}>
          恢复原样
        </button>
      </div>
    </div>
  );
}

export const ColumnSettings = <Row,>({ columns }: { columns: Columns<Row> }) => (
  <Popover destroyOnHidden trigger="click" placement="bottomRight" arrow={false} content={<Choices columns={columns} />}>
    <button type="button" className="link right">
      列设置
    </button>
  </Popover>
);
