// The help, beside the screen it is about: F1 opens it at the present screen's topic; every other topic is one click away.
import { Drawer } from 'antd';
import type { HelpTopic } from '../../../shared/help/topic.ts';
import { helpTopics, keysTopic, shortcuts } from '../../../shared/help/topics.ts';
import './help.css';

const Topic = ({ topic }: { topic: HelpTopic }) => (
  <>
    <h2>{topic.title}</h2>
    <p className="grey">{topic.lead}</p>
    <dl>
      {topic.steps.map((step) => (
        <div key={step.do}>
          <dt>{step.do}</dt>
          <dd>{step.how}</dd>
        </div>
      ))}
    </dl>
  </>
);

const Keys = () => (
  <>
    <h2>快捷键</h2>
    <table className="help-keys">
      <tbody>
        {shortcuts.map(({ keys, does }) => (
          <tr key={keys}>
            <th scope="row">
              <kbd>{keys}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);

/** `shown`: a topic's key, or null when closed. */
export function Help({ shown, onShow }: { shown: string | null; onShow: (topic: string | null) => void }) {
  const topic = helpTopics.find(({ key }) => key === shown);
  const entries = [...helpTopics.map(({ key, title }) => ({ key, title })), { key: keysTopic, title: '快捷键' }];
  return (
    <Drawer
      title="帮助"
      size={640}
      open={shown !== null}
      onClose={() => onShow(null)}
      mask={false}
      styles={{ body: { padding: 0 } }}
    >
      <div className="help">
        <nav aria-label="帮助目录">
          {entries.map(({ key, title }) => (
            <button key={key} type="button" aria-current={key === shown ? 'true' : undefined} onClick={() => onShow(key)}>
              {title}
            </button>
          ))}
        </nav>
        <div className="help-text" key={shown} tabIndex={0} role="region" aria-label="帮助内容">
          {topic ? <Topic topic={topic} /> : <Keys />}
        </div>
      </div>
    </Drawer>
  );
}
