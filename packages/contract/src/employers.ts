// Employers who keep what their people owe back from wages, and hand it over to the society.

import { z } from 'zod';
import { Id, IdInput, typedText } from './common.ts';

export const EmployerView = z.object({
  id: Id,
  name: z.string(),
  /** Who works there and is not closed. */
  members: z.number(),
  version: z.number(),
});
export const EmployerList = z.object({ items: z.array(EmployerView) });
export const AddEmployerBody = z
  .strictObject({ name: typedText(120, 2) })
  .meta({ examples: [{ name: 'District Sugar Mill' }] });
export const RenameEmployerBody = z
  .strictObject({ name: typedText(120, 2), version: z.int() })
  .meta({ examples: [{ name: 'District Sugar Mill, Rajpur', version: 1 }] });

export const Employment = z.object({
  employerId: Id,
  employerName: z.string(),
  /** The employer's own number of the person. */
  employeeNumber: z.string().nullable(),
});
/** Null: works for none of the employers. */
export const EmploymentBody = z
  .strictObject({
    employerId: IdInput.nullable(),
    employeeNumber: typedText(32).nullable().optional(),
  })
  .meta({ examples: [{ employerId: '1', employeeNumber: 'SM-4711' }] });
export const EmploymentAnswer = z.object({ employment: Employment.nullable() });
