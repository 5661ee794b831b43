// What the welcome screen asks of a new office.
import { z } from 'zod';
import { settingSchemas } from './settings.ts';

export const foundingSchema = settingSchemas.office
  .pick({ street: true, unit: true, areaCode: true })
  .extend({ quota: settingSchemas.quota });
export type Founding = z.infer<typeof foundingSchema>;
