// Step one: the file. Dropped, chosen, or made from the program's own template; above it what the last import has done.
import { Button } from 'antd';
import { useRef } from 'react';
import type { ImportState } from '../../../shared/imports/wizard.ts';
import { client } from '../../api.ts';
import { saveJobFile } from '../../files.ts';
import { instantText } from '../../ui/instantText.ts';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { PageBody, PageHead } from '../../ui/Page.tsx';
import { useAct } from '../../ui/useAct.tsx';
import { type RunningJob, useJob } from '../../ui/useJob.ts';
import { RememberedHeaders } from './RememberedHeaders.tsx';
import { StepLine } from './Step.tsx';

/** The last import in a line. */
function LastImport({ state: { id, result } }: { state: ImportState }) {
  const show = useAct(() => client.imports.leaveResult.mutate({ id, left: false }));
  const undo = useAct(() => client.imports.undo.mutate({ id }));
  if (!result) return null;
  return (
    <div className="import-last" role="status">
      <span>
        上次导入（{instantText(result.at)}）：{result.summary.replace(/^导入/, '')}
        {result.undone ? '，已撤销' : ''}
      </span>
      <button type="button" className="link" onClick={() => show.mutate()}>
        查看结果
      </button>
      {result.undone ? null : (
        <button type="button" className="link" disabled={undo.isPending} onClick={() => undo.mutate()}>
          撤销
        </button>
      )}
    </div>
  );
}

/** @param last what was written before, and has been left since */
export function FileStep({ job, take, last }: { job: RunningJob; take: (file: File) => void; last: ImportState | null }) {
  const input = useRef<HTMLInputElement>(null);
  const template = useJob(saveJobFile);
  const choose = () => input.current?.click();
  return (
    <>
      <PageHead title="导入花名册">
        <Button
          loading={template.running}
          onClick={() => void template.start(async () => (await client.imports.template.mutate()).jobId)}
        >
          下载导入模板
        </Button>
        <Button type="primary" disabled={job.running} onClick={choose}>
          选择文件
        </Button>
      </PageHead>
      <StepLine at="file" />
      <PageBody
        tab="说明"
        rail={
          <aside className="rail" aria-label="说明">
            <div className="rail-body import-notes">
              <h2>能读什么文件</h2>
              <p>Excel 和 WPS 的 .xlsx、.xls，以及 .csv，最大 20 MB。编码自动识别。</p>
              <h2>不用先整理</h2>
              <p>标题行、合并的两行表头、空行、小计合计、签字行会自动认出，不当作人员。列的名称和顺序不限。</p>
              <p>身份证号前的单引号、空格、全角数字会自动整理，整理了哪些在预览里能看到。</p>
              <h2>表里的照片</h2>
              <p>放在每个人那一行的照片随行导入；已有照片的，换不换由您定。</p>
              <h2>写入之前</h2>
              <p>先和台账逐格比较，新增、变更、有错的行分开列出，勾选后才写入。写入前自动备份，写错了可一次撤销。</p>
            </div>
          </aside>
        }
      >
        {last ? <LastImport state={last} /> : null}
        <div className="import-pick">
          <button type="button" className="import-area" disabled={job.running} onClick={choose}>
            <b>把花名册拖到这里</b>
            <span>或点这里选择文件</span>
          </button>
          <input
            ref={input}
            type="file"
            aria-label="花名册文件"
            accept=".xlsx,.xls,.csv,.et,.xlsm,.xlsb,.ods,.xml,.htm,.html,.mht,.mhtml,.txt"
            hidden
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) take(file);
            }}
          />
          <RememberedHeaders />
        </div>
        <div className="foot">
          {job.running ? (
            <JobProgress state={job.state} cancel={job.cancel} />
          ) : (
            <span className="grey">选好文件后先核对，不会马上写入台账</span>
          )}
        </div>
      </PageBody>
    </>
  );
}
