package eu.trama.city.twin.pages.scenario;

import eu.trama.city.web.Link;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// The editor of one scenario.
///
/// @param based on which state of the city it stands, in words
/// @param link the whole address to keep and share
/// @param redo how many steps could be made again
/// @param tasks what can be done next
/// @param owned whether it belongs to somebody
/// @param mayEdit whether whoever looks may change it
/// @param runs of this scenario, the latest first
public record ScenarioPage(
    String id,
    String description,
    String based,
    Link parent,
    String link,
    List<String> steps,
    int redo,
    List<Link> tasks,
    MapPanel map,
    DataTable changes,
    List<Field> naming,
    List<FormError> errors,
    boolean owned,
    boolean mayEdit,
    List<Link> runs) {}
