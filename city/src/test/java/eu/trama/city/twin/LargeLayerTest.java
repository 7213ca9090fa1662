package eu.trama.city.twin;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.TestDatabase;
import eu.trama.city.twin.exports.LayerContent;
import eu.trama.city.twin.exports.LayerFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// A million stops, written in every format by a Java that may use 64 MB.
class LargeLayerTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("twin"));

  private static final int FEATURES = 1_000_000;
  private static final String HEAP = "-Xmx64m";
  private static final int MINUTES = 10;

  /// Points on a grid around the city, as well-known binary: byte order, kind, longitude, latitude.
  private static final String FILL =
      """
      insert into twin.feature (city, layer, id, source, dataset, valid, known, geometry, box, properties, hash)
      select 'ona', 'stops', 'stop:' || lpad(n::text, 7, '0'), 'test', :dataset,
        tstzrange('2026-01-01', null), tstzrange('2026-01-02', null),
        '\\x0000000001'::bytea || float8send(2 + n % 1000 / 1000.0) || float8send(41 + n / 1000 / 1000.0),
        box(point(2 + n % 1000 / 1000.0, 41 + n / 1000 / 1000.0)),
        jsonb_build_object('name', 'Stop ' || n, 'platforms', n % 9, 'sheltered', n % 2 = 0), '\\x00'
      from generate_series(0, :features - 1) n
      """;

  @Test
  void isWrittenInConstantMemory() throws Exception {
    var world = new TestTwin(DATABASE.dataSource());
    Dataset dataset = world.publish("test", world.now, java.util.List.of());
    var jdbc = JdbcClient.create(DATABASE.dataSource());
    jdbc.sql(FILL).param("dataset", dataset.id()).param("features", FEATURES).update();
    jdbc.sql("analyze twin.feature").update();
    Process java =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeLayerTest.class.getName(),
                DATABASE.url().jdbc(),
                DATABASE.url().user(),
                DATABASE.url().password())
            .redirectErrorStream(true)
            .start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(said.lines().filter(line -> !line.startsWith("SLF4J")))
        .as(said)
        .hasSize(3)
        .allMatch(
            line -> line.matches("(geojson|csv|parquet) 1000000 features, [1-9]\\d* MB in .*"));
    System.out.print(said);
  }

  /// Writes the layer in a Java of its own, to nowhere.
  static void main(String[] arguments) throws IOException {
    var source = new PGSimpleDataSource();
    source.setUrl(arguments[0]);
    source.setUser(arguments[1]);
    source.setPassword(arguments[2]);
    var blobs = new Blobs(source, new DataSourceTransactionManager(source));
    var twin = new Twin(source, Clock.systemUTC(), new Catalogue(source), blobs);
    Snapshot today = twin.today("ona");
    for (LayerFormat format : LayerFormat.of(Layers.STOPS)) {
      var features = new long[1];
      var content = LayerContent.of(twin, TestTwin.CITY, today, Layers.STOPS, null, Long.MAX_VALUE);
      var counted =
          new LayerContent(
              content.city(),
              today,
              Layers.STOPS,
              content.fields(),
              () -> counting(content, features));
      var bytes = new Counted();
      long start = System.nanoTime();
      format.write(counted, bytes);
      System.out.printf(
          "%s %d features, %d MB in %.1f s%n",
          format.ending(), features[0], bytes.count / 1_000_000, (System.nanoTime() - start) / 1e9);
    }
  }

  private static java.util.Iterator<Feature> counting(LayerContent content, long[] features) {
    var inner = content.features().iterator();
    return new java.util.Iterator<>() {
      @Override
      public boolean hasNext() {
        return inner.hasNext();
      }

      @Override
      public Feature next() {
        features[0]++;
        return inner.next();
      }
    };
  }

  private static final class Counted extends OutputStream {
    private long count;

    @Override
    public void write(int octet) {
      count++;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      count += length;
    }
  }
}
