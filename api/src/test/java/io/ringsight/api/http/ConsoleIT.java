package io.ringsight.api.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console in a real browser. */
class ConsoleIT {
    private static Playwright playwright;
    private static Browser browser;
    private static RunningService running;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "There is no chromium on this machine.");
        running = RunningService.get();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void open() {
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(running.uri("/").toString())
                    && !request.url().startsWith("data:")) {
                foreign.add(request.url());
            }
        });
        page.navigate(running.uri("/").toString());
    }

    @AfterEach
    void staysAtHomeWithoutComplaint() {
        page.close();
        assertThat(complaints).isEmpty();
        assertThat(foreign).isEmpty();
    }

    @Test
    void showsTheRiskiestRingWithItsMembersEvidenceAndPicture() {
        assertThat(page.locator("#rings li").first()).isVisible();
        assertThat(page.locator("#ring-id"))
                .hasText(page.locator("#rings li .name").first().textContent());
        assertThat(page.locator("#members tr").first()).isVisible();
        assertThat(page.locator("#ring-reasons li").first()).containsText("bits");
        assertThat(page.locator("#evidence li").first()).containsText("because");
        assertThat(page.locator("#graph canvas").first()).isVisible();
        assertThat(page.locator("#graph-words")).containsText("identifiers that at least two of them use");
    }

    @Test
    void goesThroughRingsByKeyboard() {
        assertThat(page.locator("#ring-id")).isVisible();
        String second = page.locator("#rings li .name").nth(1).textContent();
        page.locator("#rings").focus();
        page.keyboard().press("ArrowDown");

        assertThat(page.locator("#ring-id")).hasText(second);
        assertThat(page.locator("#rings li").nth(1)).hasAttribute("aria-selected", "true");
    }

    @Test
    void keepsToTheRiskThatIsAskedFor() {
        assertThat(page.locator("#ring-id")).isVisible();
        page.locator("#min-risk").fill("50");
        page.locator("#min-risk").dispatchEvent("change");

        assertThat(page.locator("#min-risk-shown")).hasText("50 %");
        assertThat(page.locator("#rings li .risk.low")).hasCount(0);
    }

    @Test
    void saysNothingOfTheServiceWhileNothingIsMissing() {
        assertThat(page.locator("#ring-id")).isVisible();

        assertThat(page.locator("#degraded")).isHidden();
    }

    @Test
    void saysWhatTheServiceLacks() {
        health("\"degraded\":[\"store_down\",\"stale_index\",\"model_missing\"],\"index_age_seconds\":312.4");
        page.reload();

        assertThat(page.locator("#degraded"))
                .hasText(Pattern.compile("The store does not answer: .* Nothing new has been heard of for 5 minutes: .*"
                        + " The promoted model has not judged .*"));
        assertThat(page.locator("#ring-id")).isVisible();
    }

    @Test
    void showsARingBeforeTheStoreHasToldOfItsPast() {
        page.route("**/lineage", _ -> {}); // never answered
        page.reload();

        assertThat(page.locator("#members tr").first()).isVisible();
        assertThat(page.locator("#graph canvas").first()).isVisible();
        assertThat(page.locator("#judge")).isHidden();
    }

    @Test
    void listsRingsAlsoWhereTheOneThatIsAskedForIsNoMore() {
        assertThat(page.locator("#ring-id")).isVisible();
        page.navigate(running.uri("/swagger").toString());
        page.navigate(running.uri("/#R-never").toString());

        assertThat(page.locator("#problem")).containsText("R-never");
        assertThat(page.locator("#rings li").first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE); // every question about it has been answered
        complaints.removeIf(complaint -> complaint.contains("404"));
    }

    /** What the service says of itself from the next page on. */
    private void health(String details) {
        page.route(
                "**/health",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"status\":\"UP\",\"details\":{\"ringsight\":{\"details\":{" + details + "}}}}")));
    }

    @Test
    void isReadableInTheDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertThat(page.locator("body")).hasCSS("color", "rgb(236, 234, 230)");
    }

    @Test
    void describesTheApi() {
        assertThat(page.locator("#ring-id")).isVisible();
        page.navigate(running.uri("/swagger").toString());

        assertThat(page.locator("#operations")).containsText("POST /v1/checks");
    }

    private static Optional<Path> chromium() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
