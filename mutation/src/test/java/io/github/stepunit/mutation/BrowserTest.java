package io.github.stepunit.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.stepunit.mutation.fixtures.EvilFixture;
import io.github.stepunit.mutation.fixtures.WeakFixture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a real browser: Debian's Chromium. Screenshots are left in target/screenshots. */
@NullUnmarked // fields are injected
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    /** The elements of the page, those in shadow roots too, that a selector finds. */
    private static final String DEEP = "const all = (root, css) => [...root.querySelectorAll(css),"
            + " ...[...root.querySelectorAll('*')].filter(e => e.shadowRoot).flatMap(e => all(e.shadowRoot, css))];"
            + " const text = root => [...root.childNodes].map(n => n.nodeType === 3 ? n.data : n.nodeType === 1"
            + " && !['STYLE', 'SCRIPT'].includes(n.nodeName) ? (n.shadowRoot ? text(n.shadowRoot) : '') + text(n) : '').join('');";

    /** Of the font of emoji, each digit is wider than it is high. */
    private static final String DIGITS_ARE_NO_EMOJI = "const digits = document.createElement('span');"
            + " digits.textContent = '0000000000'; digits.style.fontSize = '20px';"
            + " all(document, 'table')[0].parentNode.append(digits); const width = digits.getBoundingClientRect().width;"
            + " digits.remove(); return width > 0 && width < 180;";

    @TempDir
    static Path folder;

    private ChromeDriver browser;

    @BeforeAll
    void openThePage() throws Exception {
        assumeThat(CHROMIUM)
                .as("Chromium is not here (Debian package chromium): the page is not tested")
                .exists();
        assumeThat(DRIVER)
                .as("ChromeDriver is not here (Debian package chromium-driver): the page is not tested")
                .exists();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(err, true),
                "--class",
                WeakFixture.class.getName() + "," + EvilFixture.class.getName(),
                "--title",
                "</script> & Co",
                "-o",
                folder.toString());
        assertThat(code).as(err.toString()).isZero();
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + folder.resolve("profile"));
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                // A machine that is busy with builds takes its time.
                .withTimeout(Duration.ofMinutes(2))
                .build();
        browser = new ChromeDriver(service, options);
        browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
        browser.manage().window().setSize(new Dimension(1440, 1000));
        browser.get(folder.resolve("index.html").toUri().toString());
    }

    @AfterAll
    void quit() {
        if (browser != null) {
            browser.quit();
        }
    }

    private String text() {
        return (String) browser.executeScript(DEEP + " return text(document.body)");
    }

    private long count(String css) {
        return (Long) browser.executeScript(DEEP + " return all(document, arguments[0]).length", css);
    }

    private void waitFor(String text) {
        browser.executeAsyncScript(
                DEEP + " const [expected, done] = arguments;"
                        + " const look = () => text(document.body).includes(expected) ? done() : setTimeout(look, 50);"
                        + " look();",
                text);
    }

    /** Where the page is, after the {@code #}. */
    private void go(String hash, String expected) {
        browser.executeScript("location.hash = arguments[0]", hash);
        waitFor(expected);
    }

    private void screenshot(String name) throws Exception {
        Path target = Path.of("target", "screenshots", name + ".png");
        Files.createDirectories(target.getParent());
        Files.move(browser.getScreenshotAs(OutputType.FILE).toPath(), target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void the_page_works_from_disk_and_asks_nobody() throws Exception {
        the_overview_lists_the_files();
        mutants_stand_in_the_source();
        tests_have_a_view_of_their_own();
        names_are_text_and_nothing_else();
        nothing_was_logged_and_nothing_was_loaded();
    }

    private void the_overview_lists_the_files() throws Exception {
        waitFor("fixture.asl.json");
        assertThat(browser.getTitle()).contains("</script> & Co");
        assertThat(text()).contains("Mutation Score").contains("evil.asl.json");
        assertThat((Boolean) browser.executeScript(DEEP + DIGITS_ARE_NO_EMOJI)).isTrue();
        screenshot("mutation-overview");
    }

    private void mutants_stand_in_the_source() throws Exception {
        go("#mutant/fixture.asl.json", "Charge card");
        screenshot("mutation-file");
        assertThat(count("[data-mutant-id]")).isPositive();
        browser.executeScript(
                DEEP + " all(document, '.mutant-dot')[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))");
        waitFor("Add to WeakFixture");
        screenshot("mutation-mutant");
    }

    private void tests_have_a_view_of_their_own() throws Exception {
        go("#test", "WeakFixture");
        screenshot("mutation-tests");
    }

    private void names_are_text_and_nothing_else() throws Exception {
        go("#mutant/evil.asl.json", "onerror");
        screenshot("mutation-evil");
        assertThat(count("img[src=x]")).isZero();
        assertThat(browser.getTitle()).doesNotContain("pwned");
    }

    private void nothing_was_logged_and_nothing_was_loaded() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        List<String> requests = browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(Object::toString)
                .filter(entry -> entry.contains("\"Network.requestWillBeSent\""))
                // Chromium's own first tab is no page of ours.
                .filter(entry -> !entry.contains("\"documentURL\":\"chrome://"))
                .filter(entry -> !entry.contains("\"url\":\"file:///") && !entry.contains("\"url\":\"data:"))
                .toList();
        assertThat(requests).isEmpty();
    }
}
