package io.github.stepunit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageData;
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
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
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
    private static final String EVIL = "<img src=x onerror=document.title='pwned'> \\\"' 😀 \\u202ertl";

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
        StateMachine evil = StateMachine.of(
                "{\"StartAt\": \"" + EVIL + "\", \"States\": {\"" + EVIL + "\": {\"Type\": \"Succeed\"}}}");
        CoverageData data = CoverageData.merge(List.of(
                Coverages.ofOrder().data(),
                new Coverages().load(evil.named("evil <b>name</b>")).data(),
                new Coverages().load(Coverages.large(100)).data(),
                new Coverages().load(Coverages.large(500)).data()));
        String page =
                HtmlReport.of(data, List.of("part-7.json is left out: it is <empty>."), "Coverage of </script> & Co");
        Path file = folder.resolve("index.html");
        Files.writeString(file, page);
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
        browser.manage().timeouts().implicitlyWait(Duration.ofMinutes(1));
        browser.manage().window().setSize(new Dimension(1440, 1000));
        browser.get(file.toUri().toString());
    }

    @AfterAll
    void quit() {
        if (browser != null) {
            browser.quit();
        }
    }

    private WebElement find(String css) {
        return browser.findElement(By.cssSelector(css));
    }

    private int count(String css) {
        return ((Long) browser.executeScript("return document.querySelectorAll(arguments[0]).length", css)).intValue();
    }

    private void open(String machine) {
        browser.executeScript("location.hash = '#/'; document.getElementById('search').value = '';"
                + " if (document.getElementById('uncovered').checked) document.getElementById('uncovered').click();");
        browser.findElement(By.linkText(machine)).click();
        find(".tabs");
    }

    private void screenshot(String name) throws Exception {
        Path target = Path.of("target", "screenshots", name + ".png");
        Files.createDirectories(target.getParent());
        Files.move(browser.getScreenshotAs(OutputType.FILE).toPath(), target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void the_page_works_from_disk_and_asks_nobody() throws Exception {
        the_overview_lists_all_machines();
        elements_can_be_clicked();
        the_keyboard_is_enough();
        the_filter_shows_what_is_uncovered();
        search_finds_states();
        the_source_has_marks();
        names_are_text_and_nothing_else();
        large_graphs_can_be_used();
        nothing_was_logged_and_nothing_was_loaded();
    }

    private void the_overview_lists_all_machines() throws Exception {
        assertThat(browser.getTitle()).isEqualTo("Coverage of </script> & Co");
        assertThat(count(".overview tbody tr")).isEqualTo(4);
        assertThat(find(".notice").getText()).isEqualTo("part-7.json is left out: it is <empty>.");
        screenshot("overview-light");
        find("#theme").click();
        assertThat(find("html").getDomAttribute("data-theme")).isEqualTo("dark");
        screenshot("overview-dark");
        find("#theme").click();
    }

    private void elements_can_be_clicked() throws Exception {
        open("order");
        find("[data-element='/States/Charge card'] .title").click();
        assertThat(find(".detail h3").getText()).isEqualTo("Charge card");
        assertThat(find(".detail").getText())
                .contains("partly covered")
                .contains("OrderTest.a_declined_card_is_told")
                .contains("Charge card, TimeoutSeconds")
                .contains("\"FunctionName\": \"charge\"");
        screenshot("graph-light");
        find("[data-element='/States/Charge card/Retry/0#used']").click();
        assertThat(find(".detail").getText())
                .contains("never walked")
                .contains("@Test")
                .contains("Lambda.TooMany");
        find("#theme").click();
        screenshot("graph-dark");
        find("#theme").click();
    }

    private void the_keyboard_is_enough() {
        open("order");
        WebElement state = find("[data-element='/States/Done']");
        browser.executeScript("arguments[0].focus()", state);
        state.sendKeys(Keys.ENTER);
        assertThat(find(".detail h3").getText()).isEqualTo("Done");
        browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
        assertThat(find(".detail").isDisplayed()).isFalse();
        assertThat(browser.switchTo().activeElement().getDomAttribute("data-element"))
                .isEqualTo("/States/Done");
        assertThat(find("[data-element='/States/Done']").getAriaRole()).isEqualTo("button");
        assertThat(find("[data-element='/States/Done']").getAccessibleName()).isEqualTo("Done, Succeed: walked once");
    }

    private void the_filter_shows_what_is_uncovered() throws Exception {
        open("order");
        find("#uncovered").click();
        assertThat(count(".graph .state.covered:not(.dim)")).isZero();
        assertThat(count(".graph .state.never:not(.dim)")).isPositive();
        screenshot("graph-uncovered-only");
        find("#tab-elements").click();
        assertThat(count(".elements tbody tr:not([hidden]) .badge.covered")).isZero();
        assertThat(count(".elements tbody tr:not([hidden]) .badge.never")).isEqualTo(16);
        screenshot("list-uncovered-only");
    }

    private void search_finds_states() {
        open("order");
        find("#search").sendKeys("print label");
        assertThat(count(".graph .state.found")).isEqualTo(1);
    }

    private void the_source_has_marks() throws Exception {
        open("order");
        find("#tab-source").click();
        assertThat(find("#L5").getDomAttribute("class")).isEqualTo("covered");
        assertThat(find("#L11").getDomAttribute("class")).isEqualTo("never");
        screenshot("source");
    }

    private void names_are_text_and_nothing_else() throws Exception {
        open("evil <b>name</b>");
        assertThat(count("img")).isZero();
        find(".graph .state").click();
        assertThat(find(".detail h3").getText()).contains("<img src=x onerror");
        screenshot("evil");
    }

    private void large_graphs_can_be_used() throws Exception {
        open("large-100");
        assertThat(count(".graph .state")).isEqualTo(100);
        screenshot("graph-100-states");
        open("large-500");
        assertThat(count(".graph .state")).isEqualTo(500);
        find("#search").sendKeys("State 477");
        assertThat(count(".graph .state.found")).isEqualTo(1);
        find(".graph .state.found").click();
        assertThat(find(".detail h3").getText()).isEqualTo("State 477");
        screenshot("graph-500-states");
    }

    private void nothing_was_logged_and_nothing_was_loaded() {
        assertThat(browser.getTitle()).doesNotContain("pwned");
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
