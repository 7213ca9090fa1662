package eu.trama.city.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/// A real browser for tests: Debian's Chromium, driven by Playwright. Make one a test class with
/// [#start], which skips the tests where no Chromium is installed, and close it at the end.
///
/// Each page is watched: [Visitor#checked] fails on messages in the console, on requests to another
/// host, on accessibility violations and on sideways scrolling.
public final class Browser implements AutoCloseable {

  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("TRAMA_CHROMIUM", "/usr/bin/chromium"));

  /// What WCAG 2.2 A and AA ask, as far as axe can tell, and what is good practice beyond: an order
  /// of headings without gaps, everything within a landmark, one main part.
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /// Tables that a screen reader cannot tell: without a caption, or with headings of no direction.
  private static final String TABLES =
      """
      () => [...document.querySelectorAll('table')].filter(table => !table.caption?.textContent.trim()
        || table.querySelector('th:not([scope])')
        || table.querySelector('tbody tr:not(:has(> th[scope=row]))')).map(table => table.id)
      """;

  private static final Path SCREENSHOTS =
      Path.of(System.getProperty("trama.root"), "city/target/screenshots");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final String address;

  private Browser(
      Playwright playwright, com.microsoft.playwright.Browser chromium, String address) {
    this.playwright = playwright;
    this.chromium = chromium;
    this.address = address;
  }

  /// Opens a browser on the server at that port of this machine.
  public static Browser start(int port) {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM),
        "browser tests skipped: no Chromium at " + CHROMIUM + " (apt-get install chromium)");
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(CHROMIUM)
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    // Nothing of ours needs WebGL, and to play a graphics card costs five times as
                    // much
                    // as to draw at once.
                    "--disable-gpu"));
    return new Browser(
        playwright, playwright.chromium().launch(options), "http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  /// How a visitor looks at the site.
  ///
  /// @param width of the window in pixels
  public record Look(String name, int width, int height, ColorScheme scheme, boolean scripts) {
    public static final Look DESKTOP = new Look("desktop", 1280, 900, ColorScheme.LIGHT, true);
    public static final Look PHONE = new Look("phone", 360, 740, ColorScheme.LIGHT, true);
    public static final Look DARK = new Look("dark", 1280, 900, ColorScheme.DARK, true);
    public static final Look SCRIPTLESS =
        new Look("scriptless", 1280, 900, ColorScheme.LIGHT, false);

    public static List<Look> all() {
      return List.of(DESKTOP, PHONE, DARK);
    }
  }

  /// A visitor without cookies, whose browser asks for Catalan.
  public Visitor visitor(Look look) {
    var context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.scheme())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(look.scripts())
                .setLocale("ca-ES")
                .setBaseURL(address));
    return new Visitor(context, look, address);
  }

  /// One visitor's window.
  public static final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final Look look;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Visitor(BrowserContext context, Look look, String address) {
      this.context = context;
      this.look = look;
      this.page = context.newPage();
      var host = URI.create(address).getAuthority();
      page.onConsoleMessage(m -> complaints.add("console " + m.type() + ": " + m.text()));
      page.onPageError(e -> complaints.add("script error: " + e));
      page.onRequest(r -> {
        if (r.url().startsWith("http") && !host.equals(URI.create(r.url()).getAuthority())) {
          complaints.add("request to another host: " + r.url());
        }
      });
    }

    public Page page() {
      return page;
    }

    /// What the console said and where requests went astray, until now.
    public List<String> complaints() {
      return List.copyOf(complaints);
    }

    /// Forgets the complaints, where a test provokes an error on purpose.
    public Visitor forgiving() {
      complaints.clear();
      return this;
    }

    /// Goes to a path of the site and waits until its maps are drawn.
    public Visitor open(String path) {
      page.navigate(path);
      if (look.scripts()) {
        waitForMaps();
      }
      return this;
    }

    private void waitForMaps() {
      page.waitForFunction("() => !document.querySelector('[data-map]:not([data-ready])')");
    }

    /// Fails unless the page is quiet, self-contained, accessible and no wider than the window.
    public Visitor checked() {
      assertThat(complaints).as("complaints of %s", page.url()).isEmpty();
      assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
          .as("%s fits %d pixels", page.url(), look.width())
          .isEqualTo(true);
      var violations =
          new AxeBuilder(page)
                  .withTags(RULES)
                  // Otherwise axe opens a second window for each page, to join the results of
                  // frames.
                  // Ours have no frames, and what is looked at is the same.
                  .setLegacyMode(true)
                  .analyze()
                  .getViolations()
                  .stream()
                  .flatMap(rule ->
                      rule.getNodes().stream()
                          .map(n -> rule.getId() + " at " + n.getTarget() + ": " + n.getHtml()))
                  .toList();
      assertThat(violations).as("accessibility of %s", page.url()).isEmpty();
      assertThat((List<?>) page.evaluate(TABLES)).as("tables of %s", page.url()).isEmpty();
      return this;
    }

    /// Fails where something that may scroll sideways, such as a table, needs to.
    public Visitor fitting(String selector) {
      String wide = "all => all.filter(e => e.scrollWidth > e.clientWidth).map(e => e.innerText)";
      assertThat((List<?>) page.locator(selector).evaluateAll(wide)).as(selector).isEmpty();
      return this;
    }

    /// Saves the whole page, after its check: taking the picture resizes the window for a moment.
    /// The file is `city/target/screenshots/<name>-<look>.png`, to be looked at.
    public Visitor photographed(String name) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(name + "-" + look.name() + ".png"))
              .setFullPage(true));
      return this;
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
