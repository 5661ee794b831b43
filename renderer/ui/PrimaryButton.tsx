// The primary button of the frame and the home screen, which have no antd; it looks like antd's.
import type { ReactNode } from 'react';

export const PrimaryButton = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <button type="button" className="primary" onClick={onClick}>
    {children}
  </button>
);
