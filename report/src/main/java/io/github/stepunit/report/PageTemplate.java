package io.github.stepunit.report;

import java.util.Map;

/** Pages with names between {@code @} signs where something is put in. */
final class PageTemplate {

    private PageTemplate() {}

    /** Each name once through, so that nothing that is put in is taken for one. */
    static String fill(String page, Map<String, String> parts) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (from < page.length()) {
            int at = page.indexOf('@', from);
            int end = at < 0 ? -1 : page.indexOf('@', at + 1);
            String part = end < 0 ? null : parts.get(page.substring(at + 1, end));
            int copied = at < 0 ? page.length() : part == null ? at + 1 : at;
            filled.append(page, from, copied).append(part == null ? "" : part);
            from = part == null ? copied : end + 1;
        }
        return filled.toString();
    }
}
