// The map of the screens at the left, in its order, and what the search box knows each by.

export type MapEntry = {
  to: '/' | '/workers' | '/places' | '/grids' | '/signboards' | '/reports' | '/settings';
  label: string;
  initials: string;
};

/** Between two groups stands a rule. */
export const map: readonly (readonly MapEntry[])[] = [
  [{ to: '/', label: '今日', initials: 'jr' }],
  [
    { to: '/workers', label: '网格员', initials: 'wgy' },
    { to: '/places', label: '社区与小区', initials: 'sqyxq' },
    { to: '/grids', label: '网格', initials: 'wg' },
    { to: '/signboards', label: '指示牌', initials: 'zsp' },
    { to: '/reports', label: '报表', initials: 'bb' },
  ],
  [{ to: '/settings', label: '设置', initials: 'sz' }],
];
