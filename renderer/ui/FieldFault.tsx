// What is wrong with a field outside forms, in a balloon below or above it, and by what its screen still goes.
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import './fieldFault.css';

export const FieldFault = (props: {
  fault: string | null;
  still?: string;
  placement?: 'bottomLeft' | 'topLeft';
  children: ReactNode;
}) => (
  <Tooltip
    open={props.fault !== null}
    placement={props.placement ?? 'bottomLeft'}
    arrow={false}
    color="#fff"
    classNames={{ root: 'field-fault' }}
    title={
      <span role="alert" className="red">
        {props.fault}
        {props.still === undefined ? null : <span>{props.still}</span>}
      </span>
    }
  >
    {props.children}
  </Tooltip>
);
