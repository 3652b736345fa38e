/** Names under which answers hold a list. */
export const LIST_NAMES = ["data", "items", "results", "Resources", "records", "entries", "values", "value"];

/** Fields that hold nothing but words about pages. */
export const ABOUT_PAGES = ["pagination", "paging", "page_info", "meta", "links", "_links"];

/** Fields that may describe pages, among other things. */
export const ALSO_ABOUT_PAGES = ["response_metadata", "metadata", "pageInfo", "cursors", "page"];

/** Names of what leads to the next page: its number, cursor or URL. */
export const NEXT_NAMES = [
  ...["next", "next_cursor", "nextCursor", "next_page", "nextPage", "next_page_token", "nextPageToken"],
  ...[
    "next_token",
    "nextToken",
    "next_page_url",
    "next_url",
    "next_uri",
    "nextLink",
    "next_link",
    "@odata.nextLink",
  ],
  ...["endCursor", "end_cursor", "cursor", "after"],
];

/** Names of the number of all items. `count` may also mean the items on this page, so it is tried last. */
export const TOTAL_NAMES = ["total", "total_count", "totalCount", "totalResults", "total_items", "count"];

/** Fields of a list's envelope that hold nothing but where in the list it is. */
const PAGE_NAMES = [
  ...NEXT_NAMES,
  ...TOTAL_NAMES,
  ...["prev", "previous", "page", "pages", "last", "per_page", "has_more", "hasMore"],
  ...["itemsPerPage", "startIndex", "schemas"],
];

/**
 * The field that holds the list of an answer; undefined if the answer is a record.
 * @param lists the fields that hold a list
 * @param paged the tool has pages, so a list may also be next to other fields or have its own name
 */
export function listName(
  fields: readonly string[],
  lists: readonly string[],
  paged: boolean,
): string | undefined {
  const known = LIST_NAMES.find((name) => lists.includes(name));
  if (paged) return known ?? (lists.length === 1 ? lists[0] : undefined);
  // Without pages, an object that only contains a list is that list. Any other object is a record.
  return known !== undefined && besidesPages(fields, known).length === 0 ? known : undefined;
}

/** The fields of an envelope that say something other than its list and its pages. */
export function besidesPages(fields: readonly string[], list: string): string[] {
  return fields.filter((name) => name !== list && !ABOUT_PAGES.includes(name) && !PAGE_NAMES.includes(name));
}
