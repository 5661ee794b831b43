// What the welcome screen asks of a new office.
import { z } from 'zod';
import { officeTyped, settingSchemas } from './settings.ts';

const { street, unit, areaCode } = officeTyped;
export const foundingSchema = z.object({ street, unit, areaCode, quota: settingSchemas.quota });
export type Founding = z.infer<typeof foundingSchema>;
