/** How two members belong together, said in the same word from either side. Nobody decides on a loan of such a one. */
export const RELATIONS = ['spouse', 'parent-child', 'sibling', 'in-law', 'household', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];
