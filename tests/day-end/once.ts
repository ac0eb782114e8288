/** The key of an act that is done once in the life of the society, so that it is the same in each of its lives. */
export const once = (key: string) => ({ key: `day-end-${key}`, requestHash: key });
