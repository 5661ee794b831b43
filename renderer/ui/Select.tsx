// antd's Select, but that Tab leaves an open list as it stands: antd's would choose what the list happens to stand at, though nobody
// looked there.
// oxlint-disable-next-line no-restricted-imports -- here it is made ours
import { Select as Antd, type SelectProps } from 'antd';
import type { BaseOptionType, DefaultOptionType } from 'antd/es/select';
import type { KeyboardEvent } from 'react';

const leave = (event: KeyboardEvent): void => {
  if (event.key === 'Tab') event.stopPropagation();
};

export const Select = <Value, Option extends BaseOptionType | DefaultOptionType = DefaultOptionType>(
  props: SelectProps<Value, Option>,
) => <Antd<Value, Option> onInputKeyDown={leave} {...props} />;
