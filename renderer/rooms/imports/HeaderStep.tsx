// Step two: the sheet as it is, with the rows the program takes for the header; another sheet or other rows can be chosen.
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, InputNumber } from 'antd';
import { rowsWords } from '../../../shared/imports/rowNumber.ts';
import { type ImportOptions, leftOutWords, type ImportState } from '../../../shared/imports/wizard.ts';
import { api, client } from '../../api.ts';
import { PageBody, PageHead } from '../../ui/Page.tsx';
import { useAct } from '../../ui/useAct.tsx';
import { FoundTables } from './FoundTables.tsx';
import { Abandon } from './Abandon.tsx';
import { fileWords, type StepProps, StepLine } from './Step.tsx';
import { SheetGridTable } from './SheetGridTable.tsx';
import { Select } from '../../ui/Select.tsx';

/** A table that is read names no place, and nobody has said one. */
const placeless = ({ tables }: ImportState): boolean =>
  tables.some(({ chosen, needsPlace, place, people }) => chosen && needsPlace && people > 0 && place === '');

type Choice = { sheet: number; header: { firstRow: number; lastRow: number } | null };

export function HeaderStep({ state }: StepProps) {
  const { id, header } = state;
  const { data: grid } = useQuery(api.imports.grid.queryOptions({ id }));
  const choose = useAct((choice: Choice) => client.imports.chooseHeader.mutate({ id, ...choice }));
  const next = useAct(() => client.imports.goTo.mutate({ id, step: 'columns' }));
  const read = state.tables.filter(({ chosen }) => chosen);
  const rows = state.sheets[state.sheet]?.rows ?? 1;
  const first = header?.firstRow ?? 1;
  const last = header?.lastRow ?? first;
  const setRows = (firstRow: number, lastRow: number) =>
    choose.mutate({ sheet: state.sheet, header: { firstRow, lastRow: Math.min(Math.max(firstRow, lastRow), firstRow + 4) } });
  return (
    <>
      <PageHead title="导入花名册" sub={fileWords(state)}>
        <Abandon state={state} />
        <Button
          type="primary"
          disabled={state.people === 0 || placeless(state)}
          loading={next.isPending}
          onClick={() => next.mutate()}
        >
          下一步：对应列
        </Button>
      </PageHead>
      <StepLine at="header" />
      <PageBody tab="认出的内容" rail={<FoundRail state={state} />}>
        <div className="filters import-header-line">
          <span className="label">{state.tables.length > 1 ? '只读工作表' : '工作表'}</span>
          <Select
            aria-label="工作表"
            value={state.sheet}
            style={{ width: 220 }}
            onChange={(sheet) => choose.mutate({ sheet, header: null })}
            options={state.sheets.map((sheet, index) => ({
              value: index,
              label: `${sheet.name}（${sheet.rows} 行${sheet.hidden ? '，隐藏' : ''}）`,
            }))}
          />
          <span className="label">表头从第</span>
          <InputNumber
            aria-label="表头首行"
            min={1}
            max={rows}
            value={first}
            style={{ width: 76 }}
            onChange={(row) => row !== null && setRows(row, last)}
          />
          <span className="label">行到第</span>
          <InputNumber
            aria-label="表头末行"
            min={first}
            max={Math.min(first + 4, rows)}
            value={last}
            style={{ width: 76 }}
            onChange={(row) => row !== null && setRows(first, row)}
          />
          <span className="label">行</span>
          <span className="right grey">点行号也可以指定表头</span>
        </div>
        {state.tables.length > 1 || state.tables.some(({ lacksPlace, chosen }) => lacksPlace || !chosen) ? (
          <FoundTables state={state} />
        ) : null}
        {grid ? (
          <SheetGridTable grid={grid} header={header} choose={(row) => setRows(row, row)} />
        ) : (
          <div className="import-sheet" />
        )}
        <div className="foot">
          {header ? (
            <>
              <b>
                认出 {state.people} 人{read.length > 1 ? `，分在 ${read.length} 张表里` : ''}
              </b>
              <span className="grey">
                表头在第 {header.firstRow === header.lastRow ? header.firstRow : `${header.firstRow}–${header.lastRow}`}{' '}
                行，底色标出
              </span>
            </>
          ) : (
            <span className="red">没有认出表头，请点一下表头所在的行号</span>
          )}
          {placeless(state) ? <span className="red">请先写明没有“社区（村居）”一列的表是哪个社区的</span> : null}
          {state.cutShort ? <span className="right red">文件超过 50000 行，后面的没有读入</span> : null}
        </div>
      </PageBody>
    </>
  );
}

/** What was found and what was left out. */
function FoundRail({ state }: { state: ImportState }) {
  const counts = Map.groupBy(
    // Of several tables they are looked at one by one.
    state.leftOut.filter(({ reason }) => Object.keys(state.labels).length < 2 || (reason !== 'title' && reason !== 'header')),
    ({ reason }) => reason,
  );
  const choose = useAct((options: ImportOptions) =>
    client.imports.chooseColumns.mutate({ id: state.id, fields: state.columns.map(({ field }) => field), options }),
  );
  return (
    <aside className="rail" aria-label="认出的内容">
      <div className="rail-body import-rail">
        <header>
          <h2>认出的内容</h2>
          <span className="grey">{state.fileKind}</span>
        </header>
        <div className="import-line">
          <span className="grey">人员</span>
          <span>
            <b>{state.people}</b> 行
          </span>
        </div>
        {[...counts].map(([reason, rows]) => (
          <div className="import-line" key={reason}>
            <span className="grey">{leftOutWords[reason]}</span>
            <span className="import-wrap">
              {rowsWords(
                rows.slice(0, 8).map(({ row }) => row),
                state.labels,
              )}
              {rows.length > 8 ? `等 ${rows.length} 行` : ''}，不导入
            </span>
          </div>
        ))}
        {state.othersPeople > 0 ? (
          <section>
            <p>
              有 {state.othersPeople}{' '}
              人的行里写着离职、离岗或不是专职网格员。这些行在预览里先不勾选，注明原因，要写入的请自己勾选。
            </p>
          </section>
        ) : null}
        {state.struckPeople > 0 ? (
          <section>
            <p>有 {state.struckPeople} 人的行里划了删除线，多半是离职或作废的。这些行在预览里先不勾选，要写入的请自己勾选。</p>
          </section>
        ) : null}
        {state.hiddenPeople > 0 ? (
          <section>
            <p>
              有 {state.hiddenPeople} 人的行在文件里隐藏着（筛选掉的，或手工隐藏的）。
              {state.options.takeHidden ? '现在一起导入。' : '现在不导入。'}
            </p>
            <Checkbox
              checked={state.options.takeHidden}
              onChange={(event) => choose.mutate({ ...state.options, takeHidden: event.target.checked })}
            >
              隐藏的行也导入
            </Checkbox>
          </section>
        ) : null}
        {[...state.stops, ...state.remarks].map((words) => (
          <section key={words}>
            <p className="red">{words}</p>
          </section>
        ))}
      </div>
    </aside>
  );
}
