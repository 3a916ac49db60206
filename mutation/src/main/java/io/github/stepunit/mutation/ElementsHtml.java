package io.github.stepunit.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One page that needs nothing else: the element of mutation-testing-elements, with the report inside. */
final class ElementsHtml {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Z]+)}}");

    /**
     * The first fonts of the element. Where none of its named ones is, as on Linux, Chromium may take digits and blanks from the
     * font of emoji, and they are as wide as those.
     */
    private static final String FONTS = "-apple-system, BlinkMacSystemFont,";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:">
            <link rel="icon" href="data:,">
            <title>{{TITLE}}</title>
            <style>
            body { margin: 0 }
            #notes { margin: 0; padding: 0.75rem 3rem; font: 0.9rem/1.5 system-ui, sans-serif; color: #533f03; background: #fff3cd }
            #notes:empty { display: none }
            </style>
            <script>{{ELEMENTS}}</script>
            </head>
            <body>
            <ul id="notes" aria-label="Notes">{{NOTES}}</ul>
            <mutation-test-report-app title-postfix="{{TITLE}}">Your browser runs no scripts, which this page needs.</mutation-test-report-app>
            <script type="application/json" id="report">{{REPORT}}</script>
            <script>
            const app = document.querySelector('mutation-test-report-app');
            const background = () => { document.body.style.backgroundColor = app.themeBackgroundColor; };
            app.addEventListener('theme-changed', background);
            app.report = JSON.parse(document.getElementById('report').textContent);
            background();
            </script>
            </body>
            </html>
            """;

    private ElementsHtml() {}

    static String of(MutationReport report, String title) {
        Map<String, String> values = Map.of(
                "TITLE", escaped(title),
                "NOTES",
                        report.notes().stream()
                                .map(each -> "<li>" + escaped(each) + "</li>")
                                .collect(Collectors.joining()),
                "REPORT", inScript(ElementsJson.of(report).toString()),
                "ELEMENTS", elements());
        // In one go: what a value holds is no placeholder.
        return PLACEHOLDER
                .matcher(PAGE)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** JSON that no name in it can break out of. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static String elements() {
        try (InputStream script = ElementsHtml.class.getResourceAsStream("mutation-test-elements.js")) {
            return new String(Objects.requireNonNull(script, "script").readAllBytes(), StandardCharsets.UTF_8)
                    .replace(FONTS, "system-ui, " + FONTS);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
