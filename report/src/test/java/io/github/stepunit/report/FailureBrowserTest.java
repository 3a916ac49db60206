package io.github.stepunit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.stepunit.Execution;
import io.github.stepunit.FailedTest;
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

/** The page of a failed test in a real browser: Debian's Chromium. Screenshots are left in target/screenshots. */
@NullUnmarked // fields are injected
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailureBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @TempDir
    static Path folder;

    private ChromeDriver browser;

    @BeforeAll
    void startTheBrowser() {
        assumeThat(CHROMIUM)
                .as("Chromium is not here (Debian package chromium): the page is not tested")
                .exists();
        assumeThat(DRIVER)
                .as("ChromeDriver is not here (Debian package chromium-driver): the page is not tested")
                .exists();
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
    }

    @AfterAll
    void quit() {
        if (browser != null) {
            browser.quit();
        }
    }

    private void open(FailedTest test, String name) throws Exception {
        Path file = folder.resolve(name + ".html");
        Files.writeString(file, new FailurePage().page(test));
        browser.get(file.toUri().toString());
        find("#detail h3");
    }

    private WebElement find(String css) {
        return browser.findElement(By.cssSelector(css));
    }

    /** Wherever it is scrolled to, and on a machine that is too busy to scroll in time. */
    private void click(String css) {
        browser.executeScript("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", find(css));
    }

    private int count(String css) {
        return ((Long) browser.executeScript("return document.querySelectorAll(arguments[0]).length", css)).intValue();
    }

    private void screenshot(String name) throws Exception {
        Path target = Path.of("target", "screenshots", name + ".png");
        Files.createDirectories(target.getParent());
        Files.move(browser.getScreenshotAs(OutputType.FILE).toPath(), target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void the_page_works_from_disk_and_asks_nobody() throws Exception {
        a_failed_execution();
        the_keyboard_is_enough();
        events_are_found();
        names_are_text_and_nothing_else();
        a_long_execution();
        what_was_used_of_the_quotas();
        nothing_was_logged_and_nothing_was_loaded();
    }

    private void a_failed_execution() throws Exception {
        open(Failures.test(Failures.jammed()), "failed");
        assertThat(browser.getTitle()).isEqualTo("OrderTest.ships()");
        assertThat(find("#head").getText()).contains("FAILED", "PrinterJam", "Print label");
        assertThat(find("#detail h3").getText()).isEqualTo("Ship all[1]/Print label");
        assertThat(count(".graph .state.failed")).isEqualTo(2);
        assertThat(count(".graph .state.unwalked")).isEqualTo(4);
        screenshot("failure-light");
        find("#theme").click();
        screenshot("failure-dark");
        find("#theme").click();
        click("[data-element='/States/Charge card'] .title");
        assertThat(find("#detail h3").getText()).isEqualTo("Charge card");
        assertThat(find("#detail").getText()).contains("3 attempts", "after parameters", "2s later by Retry[0]");
        for (WebElement each : browser.findElements(By.cssSelector("#detail summary"))) {
            browser.executeScript("arguments[0].click()", each);
        }
        screenshot("failure-steps");
        browser.executeScript("document.getElementById('timeline-title').scrollIntoView()");
        screenshot("failure-timeline");
        click("[data-element='/States/Large?'] .title");
        assertThat(find("#detail").getText()).contains("rule 0, no: $.total NumericGreaterThan 1000; $.total is 310");
        click("[data-element='/States/Tell customer'] .title");
        assertThat(find("#detail").getText()).contains("This execution did not come here.");
    }

    private void the_keyboard_is_enough() {
        WebElement state = find("[data-element='/States/Validate']");
        browser.executeScript("arguments[0].focus()", state);
        state.sendKeys(Keys.ENTER);
        assertThat(find("#detail h3").getText()).isEqualTo("Validate");
        browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
        assertThat(browser.switchTo().activeElement().getDomAttribute("data-element"))
                .isEqualTo("/States/Validate");
        assertThat(state.getAccessibleName()).isEqualTo("Validate, Pass: succeeded");
    }

    private void events_are_found() throws Exception {
        find("body").sendKeys("/");
        browser.switchTo().activeElement().sendKeys("tasktimedout");
        assertThat(find("#events").getText()).contains("Nothing found.");
        find("#search").clear();
        find("#search").sendKeys("MapIterationFailed");
        assertThat(count("#events tbody tr")).isEqualTo(1);
        find("#search").clear();
        find("#search").sendKeys(" ");
        browser.executeScript("document.getElementById('events-title').scrollIntoView()");
        screenshot("failure-events");
    }

    private void names_are_text_and_nothing_else() throws Exception {
        String evil = "<img src=x onerror=document.title='pwned'> \\\"' 😀 \\u202ertl @TITLE@";
        Execution execution = Failures.run(
                "{\"StartAt\": \"" + evil + "\", \"States\": {\"" + evil
                        + "\": {\"Type\": \"Fail\", \"Error\": \"</script>"
                        + "<script>document.title='pwned'</script>\"}}}",
                "evil <b>name</b>",
                "{'</script><img src=x onerror=alert(1)>': '\u2028 😀 \u202e <!-- <script>'}",
                tasks -> {});
        open(new FailedTest("Evil.<b>test</b>", "</pre></script><img src=x>", execution, 2, 3), "evil");
        assertThat(browser.getTitle()).isEqualTo("Evil.<b>test</b> (2 of 3)");
        assertThat(count("img")).isZero();
        assertThat(find("#detail h3").getText()).contains("<img src=x onerror");
        assertThat(find("#detail").getText()).contains("</script><img src=x onerror=alert(1)>");
        screenshot("failure-evil");
    }

    private void a_long_execution() throws Exception {
        Execution execution = Failures.run(
                """
                {"StartAt": "Next", "States": {
                  "Next": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Pause"},
                  "Pause": {"Type": "Wait", "Seconds": 60, "Next": "More?"},
                  "More?": {"Type": "Choice", "Default": "Next", "Choices": [
                    {"Variable": "$.n", "NumericEquals": -1, "Next": "Done"}]},
                  "Done": {"Type": "Succeed"}}}
                """,
                "loop",
                "{'n': 0}",
                tasks -> {});
        open(Failures.test(execution), "long");
        assertThat(find("#timeline").getText()).contains("visits left out");
        assertThat(find("#events").getText()).contains("events left out");
        screenshot("failure-long");
    }

    private void what_was_used_of_the_quotas() throws Exception {
        open(Failures.test(Failures.large()), "large");
        assertThat(find("#budget tbody tr:nth-child(1)").getText())
                .contains("Execution", "events", "The loop through `Poll` takes 9 events", "25,000", "0 %");
        assertThat(find("#budget thead").getText()).isEqualTo("Of What Used Quota Share");
        assertThat(find("#budget tbody tr:nth-child(2)").getText())
                .isEqualToNormalizingWhitespace("Poll bytes of its result 250,941 262,144 95 %");
        assertThat(count("#budget .caught")).isEqualTo(6);
        browser.executeScript("document.getElementById('budget-title').scrollIntoView({behavior: 'instant'})");
        screenshot("failure-budget-light");
        click("#theme");
        browser.executeScript("document.getElementById('budget-title').scrollIntoView({behavior: 'instant'})");
        screenshot("failure-budget-dark");
        click("#theme");
        // The fourth of its visits is the one with the large answer.
        click("#budget tbody tr:nth-child(2) button");
        assertThat(find("#detail h3").getText()).isEqualTo("Poll");
        assertThat(find("#detail .visits [aria-pressed='true']").getText()).isEqualTo("visit 4");
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
