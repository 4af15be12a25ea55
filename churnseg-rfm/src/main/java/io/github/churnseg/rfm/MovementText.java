package io.github.churnseg.rfm;

import io.github.churnseg.internal.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Prints a {@link Movement}. */
final class MovementText {

  private static final int FLOWS_SHOWN = 20;

  private MovementText() {}

  static String of(Movement movement) {
    String dates =
        movement
            .first()
            .flatMap(first -> movement.later().map(later -> first + " to " + later + ": "))
            .orElse("");
    String head =
        dates
            + count(movement.stayed())
            + " stayed, "
            + count(movement.moved())
            + " moved, "
            + count(movement.arrived())
            + " new, "
            + count(movement.gone())
            + " gone\n";
    WideText matrix = matrix(movement);
    return head + (matrix.fits() ? matrix.text("") : flows(movement));
  }

  private static WideText matrix(Movement movement) {
    int size = movement.segments().size();
    List<String> head = new ArrayList<>(List.of("from \\ to"));
    for (int to = 0; to < size; to++) {
      head.add(Integer.toString(to + 1));
    }
    head.add(Movement.GONE);
    WideText matrix = new WideText(head);
    for (int from = 0; from <= size; from++) {
      List<String> cells = new ArrayList<>();
      cells.add(from < size ? (from + 1) + " " + movement.segments().get(from) : Movement.NEW);
      for (int to = 0; to <= size; to++) {
        cells.add(from == size && to == size ? "" : count(movement.at(from, to)));
      }
      matrix.row(cells);
    }
    return matrix;
  }

  private record Flow(String from, String to, int customers) {}

  private static String flows(Movement movement) {
    List<Flow> flows = new ArrayList<>();
    int size = movement.segments().size();
    for (int from = 0; from <= size; from++) {
      for (int to = 0; to <= size; to++) {
        if (from != to && movement.at(from, to) > 0) {
          String left = from < size ? movement.segments().get(from).name() : Movement.NEW;
          String right = to < size ? movement.segments().get(to).name() : Movement.GONE;
          flows.add(new Flow(left, right, movement.at(from, to)));
        }
      }
    }
    flows.sort(Comparator.comparingInt(flow -> -flow.customers()));
    TextTable table = TextTable.of("from", "to", "customers");
    int shown = Math.min(FLOWS_SHOWN, flows.size());
    flows
        .subList(0, shown)
        .forEach(flow -> table.row(flow.from(), flow.to(), count(flow.customers())));
    int more = flows.size() - shown;
    return table + (more == 0 ? "" : "… " + more + " smaller moves: see toTable()\n");
  }

  private static String count(int customers) {
    return String.format(Locale.ROOT, "%,d", customers);
  }
}
