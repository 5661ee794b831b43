// Step three: which column is what. Everything is proposed; the person corrects. What only they can know is asked at the right.
import { Button, Checkbox, Radio, Tabs } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { fieldTitle, type ImportField, importFields } from '../../../shared/imports/fields.ts';
import type { ImportColumn, ImportOptions } from '../../../shared/imports/wizard.ts';
import { client } from '../../api.ts';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { PageBody, PageHead } from '../../ui/Page.tsx';
import { State } from '../../ui/State.tsx';
import { useAct } from '../../ui/useAct.tsx';
import { Abandon } from './Abandon.tsx';
import { FittedTable } from './FittedTable.tsx';
import { fileWords, type StepProps, StepLine } from './Step.tsx';
import { Select } from '../../ui/Select.tsx';
import './tables.css';

type Fields = (ImportField | null)[];

export function ColumnsStep({ state, job }: StepProps) {
  const { id, options } = state;
  const fields: Fields = state.columns.map((column) => column.field);
  const choose = useAct((choice: { fields: Fields; options: ImportOptions }) =>
    client.imports.chooseColumns.mutate({ id, ...choice }),
  );
  const back = useAct(() => client.imports.goTo.mutate({ id, step: 'header' }));
  const setField = (index: number, field: ImportField | null) =>
    // A field belongs to one column: taking it for this one leaves the other out.
    choose.mutate({ fields: fields.map((own, at) => (at === index ? field : own === field ? null : own)), options });
  const setOption = (changed: Partial<ImportOptions>) => choose.mutate({ fields, options: { ...options, ...changed } });
  const view = useAct((table: number) => client.imports.viewTable.mutate({ id, table }));
  const viewed = state.table === null ? undefined : state.tables[state.table];
  const hasPlace =
    (['community', 'gridCode', 'gridName', 'idNumber'] as const).some((field) => fields.includes(field)) ||
    (viewed?.place ?? '') !== '';
  const isNamed = fields.includes('community') || fields.includes('gridCode');
  const ready =
    fields.includes('name') && hasPlace && (state.mixedOwners === null || options.onePerson) && state.stops.length === 0;
  /** One table of each layout that is read. */
  const layouts = state.tables.flatMap((table, index) =>
    table.chosen && state.tables.findIndex((other) => other.chosen && other.layout === table.layout) === index ? [index] : [],
  );
  const sharing = (layout: number): string => {
    const names = state.tables.flatMap((table) => (table.chosen && table.layout === layout ? [table.name] : []));
    return names.length > 1 ? `${names[0] ?? ''}等 ${names.length} 张表` : (names[0] ?? '');
  };
  const columns: ColumnsType<ImportColumn> = [
    { title: '列', width: 52, align: 'right', dataIndex: 'letters' },
    {
      title: '文件中的列名',
      width: 210,
      ellipsis: true,
      render: (_, column) => (
        <>
          {column.title || <span className="grey">没有列名</span>}
          {column.remark === '' ? null : <div className="grey small import-column-remark">{column.remark}</div>}
        </>
      ),
    },
    {
      title: '前几个值',
      ellipsis: true,
      render: (_, column) => <span className="grey">{column.samples.join('　') || '空列'}</span>,
    },
    {
      title: '导入为',
      width: 230,
      render: (_, column) => (
        <Select<ImportField | ''>
          aria-label={`${column.title || `${column.letters} 列`}导入为`}
          value={column.field ?? ''}
          style={{ width: 210 }}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={choose.isPending}
          onChange={(field) => setField(column.index, field === '' ? null : field)}
          options={[{ value: '', label: '不导入' }, ...importFields.map((field) => ({ value: field, label: fieldTitle(field) }))]}
        />
      ),
    },
  ];
  return (
    <>
      <PageHead title="导入花名册" sub={fileWords(state)}>
        <Abandon state={state} disabled={job.running} />
        <Button disabled={job.running} onClick={() => back.mutate()}>
          返回识别表头
        </Button>
        <Button
          type="primary"
          disabled={!ready || job.running || choose.isPending}
          onClick={() => void job.start(async () => (await client.imports.judge.mutate({ id })).jobId)}
        >
          核对 {state.people} 人
        </Button>
      </PageHead>
      <StepLine at="columns" />
      <PageBody
        tab="要您决定的"
        rail={
          <aside className="rail" aria-label="要您决定的">
            <div className="rail-body import-rail">
              <header>
                <h2>要您决定的</h2>
                {state.remembered ? <span className="grey">已按上次的对应</span> : null}
              </header>
              {state.stops.map((words) => (
                <section key={words}>
                  <p className="red">{words}</p>
                </section>
              ))}
              {state.mixedOwners === null ? null : (
                <section>
                  <p>{state.mixedOwners}。一行里的姓名、身份证号、性别、手机应当是同一个人的。</p>
                  <Checkbox checked={options.onePerson} onChange={(event) => setOption({ onePerson: event.target.checked })}>
                    已核对，是同一个网格员的
                  </Checkbox>
                  <p className="grey small">不是的，请在左边改选列。</p>
                </section>
              )}
              {state.carried.cells > 0 || options.carryPlaces ? (
                <section>
                  <p>
                    {options.carryPlaces
                      ? '社区或总支只在一片行的第一行写了一次，下面空着的：'
                      : `有 ${state.carried.cells} 行的社区或总支空着，上面的行写了：`}
                  </p>
                  <Radio.Group
                    aria-label="空着的社区和总支"
                    orientation="vertical"
                    value={options.carryPlaces}
                    onChange={(event) => setOption({ carryPlaces: event.target.value as boolean })}
                    options={[
                      { value: true, label: '沿用上一行，预览里逐格注明' },
                      { value: false, label: '不沿用，空着的行另外处理' },
                    ]}
                  />
                </section>
              ) : null}
              {fields.includes('startedWork') ? (
                <section>
                  <p>表中的“参加工作时间”，是不是到现在这个网格上岗的日期？</p>
                  <Radio.Group
                    aria-label="参加工作时间的意思"
                    orientation="vertical"
                    value={options.startedWorkIsFirstDay}
                    onChange={(event) => setOption({ startedWorkIsFirstDay: event.target.value as boolean })}
                    options={[
                      { value: false, label: '不是，只记作参加工作时间，上岗日期待补' },
                      { value: true, label: '是，就是上岗日期' },
                    ]}
                  />
                </section>
              ) : null}
              <section>
                {state.officeIsEmpty ? (
                  <p>台账里还没有社区。这次导入会按文件新建总支、社区（村居）、小区和网格。</p>
                ) : (
                  <>
                    <p>文件里有台账中没有的社区、小区或网格时：</p>
                    <Checkbox
                      checked={options.mayCreatePlaces}
                      onChange={(event) => setOption({ mayCreatePlaces: event.target.checked })}
                    >
                      新建台账中没有的地点
                    </Checkbox>
                    <p className="grey small">不勾选时，这样的行不导入，并提示最接近的名称，免得写错一个字就多出一个社区。</p>
                  </>
                )}
              </section>
              <section>
                <h2>必须有的列</h2>
                <p>
                  <State kind={fields.includes('name') ? 'ok' : 'bad'}>姓名{fields.includes('name') ? '' : '，还没有指定'}</State>
                </p>
                <p>
                  <State kind={hasPlace ? 'ok' : 'bad'}>
                    社区（村居）或网格编码{hasPlace ? '' : '，还没有指定'}
                    {hasPlace && !isNamed && viewed?.place === '' ? '：没有这一列，按台账认人、认网格' : ''}
                    {viewed && viewed.lacksPlace && viewed.place !== '' ? `：整张表按“${viewed.place}”` : ''}
                  </State>
                </p>
                <p>
                  <State kind={fields.includes('idNumber') ? 'ok' : 'warn'}>
                    身份证号{fields.includes('idNumber') ? '' : '，没有时按姓名加手机号码认人'}
                  </State>
                </p>
              </section>
            </div>
          </aside>
        }
      >
        {layouts.length > 1 ? (
          <Tabs
            className="import-tabs"
            activeKey={String(layouts.find((index) => state.tables[index]?.layout === viewed?.layout) ?? layouts[0])}
            onChange={(key) => view.mutate(Number(key))}
            items={layouts.map((index) => ({ key: String(index), label: sharing(state.tables[index]?.layout ?? 0) }))}
          />
        ) : null}
        <FittedTable<ImportColumn>
          className="import-columns"
          width={640}
          rowKey="index"
          columns={columns}
          dataSource={state.columns}
          rowClassName={(column) => (column.field === null ? 'import-unused' : '')}
        />
        <div className="foot">
          {job.running ? (
            <JobProgress state={job.state} cancel={job.cancel} />
          ) : (
            <>
              <b>已对应 {fields.filter((field) => field !== null).length} 列</b>
              <span className="grey">共 {fields.length} 列，其余不导入；对应关系会记住，下次同样的表头不用再选</span>
            </>
          )}
        </div>
      </PageBody>
    </>
  );
}
