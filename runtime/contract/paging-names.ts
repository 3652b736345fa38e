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
