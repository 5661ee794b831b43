// The tables of people that were found in the file: which are read, and of which community each is where no column says so. Shown
// where there is something to choose.
import { Button, Checkbox, Input } from 'antd';
import type { ImportState, TableChoice } from '../../../shared/imports/wizard.ts';
import { client } from '../../api.ts';
import { useAct } from '../../ui/useAct.tsx';
import './tables.css';

export function FoundTables({ state }: { state: ImportState }) {
  const { id, tables } = state;
  const choose = useAct((choices: TableChoice[]) => client.imports.chooseTables.mutate({ id, tables: choices }));
  const view = useAct((table: number) => client.imports.viewTable.mutate({ id, table }));
  const change = (index: number, changed: Partial<TableChoice>) => {
    const table = tables[index];
    if (table) choose.mutate([{ index, chosen: table.chosen, place: table.place, ...changed }]);
  };
  const all = tables.every(({ chosen }) => chosen);
  const some = tables.some(({ chosen }) => chosen);
  const asksPlace = tables.some(({ lacksPlace }) => lacksPlace);
  return (
    <section className="import-tables" aria-label="文件里的表">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label="全部读入"
                checked={all}
                indeterminate={some && !all}
                disabled={choose.isPending}
                onChange={(event) =>
                  choose.mutate(tables.map(({ place }, index) => ({ index, chosen: event.target.checked, place })))
                }
              />
            </th>
            <th scope="col">文件里的表</th>
            <th scope="col">人数</th>
            {asksPlace ? <th scope="col">是哪个社区（村居）的</th> : null}
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table, index) => (
            <tr key={`${table.sheet} ${table.name}`} className={index === state.table ? 'chosen' : ''}>
              <td>
                <Checkbox
                  aria-label={`读入${table.name}`}
                  checked={table.chosen}
                  disabled={choose.isPending}
                  onChange={(event) => change(index, { chosen: event.target.checked })}
                />
              </td>
              <th scope="row">
                <Button type="link" aria-label={`查看${table.name}`} onClick={() => view.mutate(index)}>
                  {table.name}
                </Button>
              </th>
              <td className="number">{table.people}</td>
              {asksPlace ? (
                <td>
                  {table.lacksPlace ? (
                    <Input
                      key={table.place}
                      aria-label={`${table.name}的社区（村居）`}
                      defaultValue={table.place}
                      maxLength={60}
                      placeholder={table.needsPlace ? '请写明' : '不写的，按台账认人、认网格'}
                      {...(table.chosen && table.needsPlace && table.place === '' ? { status: 'error' as const } : {})}
                      onBlur={(event) => event.target.value !== table.place && change(index, { place: event.target.value })}
                      onPressEnter={(event) => event.currentTarget.blur()}
                    />
                  ) : (
                    <span className="grey">表里有这一列</span>
                  )}
                </td>
              ) : null}
              <td className="grey">{table.why || (table.chosen ? '' : '没有选，不读入')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
