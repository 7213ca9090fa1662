package eu.trama.engines.transit.examples;

import static eu.trama.engines.transit.examples.OneLineTown.fromFirst;
import static eu.trama.engines.transit.examples.OneLineTown.line;
import static eu.trama.engines.transit.examples.OneLineTown.timetable;
import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.transit.lines.Headway;
import eu.trama.engines.transit.search.Reach;
import eu.trama.engines.transit.search.TravelTimes;
import eu.trama.engines.transit.timetable.Change;
import eu.trama.engines.transit.timetable.Composition;
import eu.trama.engines.transit.timetable.ServiceDay;
import eu.trama.engines.transit.timetable.ServiceDay.TransferRules;
import eu.trama.engines.transit.timetable.TimetableComposer;
import eu.trama.engines.transit.walking.StraightLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A02: what a scenario changes on a line over four stops.
class A02_ChangesTest {
  private static final List<Headway> EVERY_TWO_MINUTES = List.of(new Headway(0, 86_400, 120));

  @Test
  void closedStopIsPassedThrough() throws InterruptedException {
    TravelTimes times = after(new Change.CloseStop("s2"));
    assertThat(times.percentile(100).seconds(2)).isEqualTo(TravelTimes.UNREACHED);
    assertThat(times.percentile(100).seconds(3)).isEqualTo(600 - 60 + residue() + 180);
  }

  @Test
  void movedStopIsReachedElsewhereAndVehiclesKeepTheirTimes() throws InterruptedException {
    Reach before = after().percentile(100);
    // Some 5.5 km to the east of where it was; then where the line's fourth stop is.
    Reach aside = after(new Change.MoveStop("s2", 0.02, 0.05)).percentile(100);
    assertThat(aside.seconds(2)).isEqualTo(TravelTimes.UNREACHED);
    assertThat(aside.seconds(3)).isEqualTo(before.seconds(3));
    Reach further = after(new Change.MoveStop("s2", 0.03, 0)).percentile(100);
    assertThat(further.seconds(3)).isEqualTo(before.seconds(2));
  }

  @Test
  void removedRouteLeavesOnlyWalking() throws InterruptedException {
    assertThat(after(new Change.RemoveRoute("L")).percentile(1).count(7200)).isEqualTo(1);
  }

  @Test
  void shorterHeadwayShortensTheWaitAndNotTheRide() throws InterruptedException {
    Reach before = after().percentile(100);
    Reach sooner = after(new Change.SetHeadway("L", EVERY_TWO_MINUTES)).percentile(100);
    assertThat(before.seconds(3)).isBetween(180 + 540, 180 + 600);
    assertThat(sooner.seconds(3)).isBetween(180 + 60, 180 + 120);
  }

  @Test
  void unknownNamesAreFindings() {
    Composition composition =
        TimetableComposer.compose(
            new ServiceDay(
                List.of(),
                List.of(line("L", 600, 0, 1)),
                List.of(
                    new Change.RemoveRoute("X"),
                    new Change.CloseStop("nowhere"),
                    new Change.MoveStop("neverland", 0, 0)),
                new TransferRules(StraightLine.usual(), 300, 0)));
    assertThat(composition.findings())
        .extracting("code", "value")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("unknown_route", "X"),
            org.assertj.core.groups.Tuple.tuple("unknown_stop", "nowhere"),
            org.assertj.core.groups.Tuple.tuple("unknown_stop", "neverland"));
  }

  /// Seconds past a full minute at which the line leaves.
  private static int residue() throws InterruptedException {
    return Math.floorMod(after().percentile(1).seconds(1) - 60, 60);
  }

  private static TravelTimes after(Change... changes) throws InterruptedException {
    return fromFirst(timetable(List.of(line("L", 600, 0, 1, 2, 3)), changes), 4);
  }
}
