package eu.trama.city.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @Test
  void readsTheFormThatOperatorsCopyFromTheirProvider() {
    var url = DatabaseUrl.parse("postgresql://ada:p%40ss+1@db.example:6432/city?sslmode=require");

    assertThat(url)
        .isEqualTo(
            new DatabaseUrl(
                "jdbc:postgresql://db.example:6432/city?sslmode=require", "ada", "p@ss+1"));
  }

  @Test
  void keepsAJdbcAddressAsItIs() {
    String jdbc = "jdbc:postgresql://db.example/city?user=ada&password=secret";

    assertThat(DatabaseUrl.parse(jdbc)).isEqualTo(new DatabaseUrl(jdbc, null, null));
  }

  @Test
  void asTextShowsNoPassword() {
    assertThat(DatabaseUrl.parse("jdbc:postgresql://db.example/city?user=ada&password=secret"))
        .hasToString("postgresql://db.example/city");
    assertThat(DatabaseUrl.parse("postgres://ada:secret@db.example/city"))
        .hasToString("postgresql://db.example/city");
  }

  @Test
  void anotherDatabaseOnTheSameServer() {
    assertThat(DatabaseUrl.parse("postgres://ada@db.example/city?a=b").withDatabase("town").jdbc())
        .isEqualTo("jdbc:postgresql://db.example/town?a=b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mysql://ada:hush@db/city", "postgresql:hush", "db.example", "post gres://hush"})
  void whatItCannotReadItDoesNotRepeat(String text) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("postgresql://user:password@host:5432/database")
        .message()
        .doesNotContain("hush");
  }
}
