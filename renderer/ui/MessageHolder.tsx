// Where messages and questions stand (messages.ts): one for the window, over every screen.
import { App } from 'antd';
import { useMemo } from 'react';
import { useHolding } from './messages.ts';

/** What is told stands below the command box. */
const belowHeader = { top: 52 };

function Holder() {
  const { message, modal } = App.useApp();
  useHolding(useMemo(() => ({ message, modal }), [message, modal]));
  return null;
}

export const MessageHolder = () => (
  <App component={false} message={belowHeader}>
    <Holder />
  </App>
);
