// What the welcome screen asks of a new office.
import { z } from 'zod';
import { officeNames, settingSchemas } from './settings.ts';

export const foundingSchema = settingSchemas.office
  .pick({ street: true, unit: true, areaCode: true })
  .extend({ ...officeNames, quota: settingSchemas.quota });
export type Founding = z.infer<typeof foundingSchema>;
