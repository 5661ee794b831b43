// 社区与小区: communities, compounds and branches, one list each.
import { useAddress } from '../../../ui/useAddress.ts';
import '../roster.css';
import { Branches } from './Branches.tsx';
import { PlacesOfLevel } from './PlacesOfLevel.tsx';

export function Places() {
  const { level = 'community' } = useAddress('/places');
  return level === 'branch' ? <Branches /> : <PlacesOfLevel key={level} level={level} />;
}
