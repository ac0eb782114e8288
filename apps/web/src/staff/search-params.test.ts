import { expect, test } from 'vitest';
import { readSearch, textSearch, writeSearch } from './search-params.ts';

test('filters go into the address as plain text and come back the same', () => {
  const written = writeSearch({ q: 'सुनीता & co', status: 'active', member: '12', empty: '' });
  expect(written).toBe('?q=%E0%A4%B8%E0%A5%81%E0%A4%A8%E0%A5%80%E0%A4%A4%E0%A4%BE+%26+co&status=active&member=12');
  expect(readSearch(written)).toEqual({ q: 'सुनीता & co', status: 'active', member: '12' });
});

test('an address without filters stays bare', () => {
  expect(writeSearch({ q: undefined, status: '' })).toBe('');
});

test('what a page does not know is dropped from its address', () => {
  expect(textSearch('q', 'sort')({ q: 'rawat', sort: '', evil: 'x', count: 3 })).toEqual({ q: 'rawat' });
});
