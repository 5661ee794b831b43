// How the 专职网格员花名册 goes out, and what of it.
import { Checkbox, Segmented } from 'antd';
import type { RosterRequest } from '../../../shared/reports/roster.ts';
import { BranchesLine, KindLine, Line, type Options, PaperLine, TitleLine } from './optionLines.tsx';

/** @param props.whole goes back from the chosen people to all */
export function RosterOptions({ request, sheet, change, whole }: Options<RosterRequest> & { whole: () => void }) {
  return (
    <>
      <h2>导出哪些</h2>
      {request.workerIds ? (
        <p className="report-note">
          只导出在网格员列表中选定的 {request.workerIds.length} 人。
          <button type="button" className="link" onClick={whole}>
            改为全部
          </button>
        </p>
      ) : (
        <>
          <BranchesLine value={request.branchIds} sheet={sheet} change={change} />
          <KindLine value={request.kind} change={change} />
          <Line label="人员">
            <Segmented<RosterRequest['scope']>
              aria-label="人员"
              value={request.scope}
              options={[
                { value: 'serving', label: '当日在岗' },
                { value: 'everyone', label: '含已离岗、未上岗' },
              ]}
              onChange={(scope) => change({ scope })}
            />
          </Line>
        </>
      )}
      <h2>怎样导出</h2>
      <Line label="身份证号">
        <Segmented<RosterRequest['idStyle']>
          aria-label="身份证号"
          value={request.idStyle}
          options={[
            { value: 'full', label: '完整 18 位' },
            { value: 'masked', label: '隐去中段' },
            { value: 'omitted', label: '不含' },
          ]}
          onChange={(idStyle) => change({ idStyle })}
        />
      </Line>
      {request.idStyle === 'full' ? (
        <p className="report-note">文件中为完整号码，导出会记入操作记录；预览只显示前六位和后两位。</p>
      ) : null}
      <Line label="照片">
        <Checkbox checked={request.photo} onChange={({ target }) => change({ photo: target.checked })}>
          在“备注”前加照片
        </Checkbox>
      </Line>
      <PaperLine value={request.paper} change={change} />
      <TitleLine key="roster" value={request.title} shown={sheet.title} change={change} />
    </>
  );
}
