package eu.trama.engines.roads.witness;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.TurnCostsConfig;
import java.nio.file.Path;
import java.util.List;

/// GraphHopper 11 with every street as fast as every other, so that its routes are the shortest.
final class GraphHopperWitness implements AutoCloseable {
  private static final String SPEED = "10";

  private final GraphHopper hopper = new GraphHopper();

  GraphHopperWitness(Path osm, Path folder) {
    hopper.setOSMFile(osm.toString());
    hopper.setGraphHopperLocation(folder.toString());
    hopper.setEncodedValuesString(
        "foot_access, foot_average_speed, bike_access, bike_average_speed, car_access,"
            + " car_average_speed");
    hopper.setProfiles(
        profile("foot", "foot_access"),
        profile("car", "car_access")
            .setTurnCostsConfig(new TurnCostsConfig(List.of("motorcar", "motor_vehicle"))));
    hopper.setMinNetworkSize(0);
    hopper.importOrLoad();
  }

  private static Profile profile(String name, String access) {
    CustomModel model = new CustomModel();
    model.addToPriority(Statement.If("!" + access, Statement.Op.MULTIPLY, "0"));
    model.addToSpeed(Statement.If("true", Statement.Op.LIMIT, SPEED));
    model.setDistanceInfluence(1_000_000d);
    return new Profile(name).setCustomModel(model);
  }

  /// Metres from place to place; NaN where it finds no route.
  double metres(String profile, double fromLat, double fromLon, double toLat, double toLon) {
    GHResponse response =
        hopper.route(new GHRequest(fromLat, fromLon, toLat, toLon).setProfile(profile));
    return response.hasErrors() ? Double.NaN : response.getBest().getDistance();
  }

  @Override
  public void close() {
    hopper.close();
  }
}
