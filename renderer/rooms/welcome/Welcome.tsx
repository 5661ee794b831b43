// The first screen of an office that has never seen the program: three ways to begin, and what each needs to be told; all of them who begins.
import { useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { client, told } from '../../api.ts';
import { useAct } from '../../ui/useAct.tsx';
import { PageHead } from '../../ui/Page.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { sitDown } from '../people/sitDown.ts';
import { DemoForm, FoundingForm, type FoundingValues, foundingOf } from './FoundingForm.tsx';
import '../../ui/rail.css';
import './welcome.css';

const ways = [
  {
    key: 'import',
    title: '导入现有花名册',
    text: '已经有 Excel 或 WPS 花名册（.xls、.xlsx、.csv）。先填单位名称，再选文件；社区、小区、网格和人员都从文件里读出来，逐项核对后才写入。',
    act: '建立台账，去导入花名册',
  },
  {
    key: 'demo',
    title: '打开示范数据',
    text: '先看看用起来什么样。用一个 162 个网格的街道做示范，随便改、随便打印；看完可以整个换下，再建正式台账。',
    act: '打开示范数据',
  },
  {
    key: 'empty',
    title: '从空白开始',
    text: '手头没有现成的表。先填单位名称和编制，再一条一条录入社区、网格和人员。',
    act: '建立空白台账',
  },
] as const;
type Way = (typeof ways)[number]['key'];

const DemoFacts = () => (
  <div className="welcome-facts">
    <h2>示范数据里有</h2>
    <ul>
      <li>10 个社区总支，96 个社区（村居），66 个居民小区</li>
      <li>162 个网格：城市 83 个，农村 79 个</li>
      <li>162 名网格员，其中 61 人由计生专职查访员择优录用</li>
      <li>十年的录用、调整、辞退和退休记录</li>
      <li>特意留的几处缺漏：空网格、缺照片、缺手机号码、校验不符的身份证号</li>
    </ul>
    <p>人名、身份证号、电话都是编造的，照片是画的。地名取自公开的统计用区划代码。</p>
  </div>
);

export function Welcome() {
  const navigate = useNavigate();
  const [way, setWay] = useState<Way>('import');
  const [form] = Form.useForm<FoundingValues>();
  /** False where the name is refused, which stands at its field. */
  const seat = async (person: string): Promise<boolean> => {
    try {
      await sitDown(person);
      return true;
    } catch (error) {
      form.setFields([{ name: 'person', errors: [told(error)] }]);
      return false;
    }
  };
  const begin = useAct(
    async (values: FoundingValues) => {
      if (!(await seat(values.person))) return false;
      if (way === 'demo') await client.welcome.openDemo.mutate();
      else await client.welcome.found.mutate(foundingOf(values));
      return true;
    },
    (begun) => begun && void navigate({ to: way === 'import' ? '/imports' : '/' }),
  );
  const submit = async () => {
    if (begin.isPending) return;
    const values = await form.validateFields().catch(() => null);
    if (values) begin.mutate(values);
    else document.querySelector<HTMLElement>('.ant-form-item-has-error input')?.focus();
  };
  useShortcut('Ctrl+S', () => void submit());
  const chosen = ways.find(({ key }) => key === way) ?? ways[0];

  return (
    <div className="app welcome">
      <header className="top">
        <div className="brand">网格台账</div>
      </header>
      <main className="page">
        <PageHead title="建立台账" sub="这台电脑上还没有台账，请选择怎样开始">
          <Button type="primary" loading={begin.isPending} onClick={() => void submit()}>
            {chosen.act}
          </Button>
        </PageHead>
        <div className="body">
          <div className="main">
            <fieldset className="welcome-ways" aria-label="怎样开始">
              {ways.map(({ key, title, text }) => (
                <label key={key} className={key === way ? 'chosen' : undefined}>
                  <input type="radio" name="way" checked={key === way} onChange={() => setWay(key)} />
                  <b>{title}</b>
                  <span>{text}</span>
                </label>
              ))}
            </fieldset>
            <p className="welcome-note">数据只存放在这台电脑上，不联网，每天自动备份。</p>
          </div>
          <aside className="rail welcome-rail" aria-label={chosen.title}>
            <div className="rail-body">
              {way === 'demo' ? (
                <>
                  <DemoForm form={form} onEnd={() => void submit()} />
                  <DemoFacts />
                </>
              ) : (
                <FoundingForm form={form} onEnd={() => void submit()} />
              )}
            </div>
          </aside>
        </div>
      </main>
    </div>
  );
}
