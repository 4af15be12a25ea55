package io.github.churnseg.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DistinctIdsTest {

  private final DistinctIds ids =
      new DistinctIds(
          new DistinctIds.Refusal() {

            @Override
            public RuntimeException twice(String id, int first, int second) {
              return new IllegalArgumentException(id + " is " + first + " and " + second);
            }

            @Override
            public RuntimeException noText(String id, int number) {
              return new IllegalArgumentException(number + " is no text");
            }
          });

  @Test
  void numbersManyIdsOfAllLengthsInOrder() {
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      ids.add(id(i));
    }
    IdDictionary all = ids.all();
    assertThat(all.size()).isEqualTo(count);
    for (int i = 0; i < count; i++) {
      assertThat(all.get(i)).isEqualTo(id(i));
      assertThat(all.find(id(i))).isEqualTo(i);
    }
  }

  private static String id(int i) {
    return (i % 3 == 0 ? "Ж" : "a").repeat(i % 1_000 == 0 ? 5_000 : i % 7) + i;
  }

  @Test
  void anEmptyTextIsAnIdLikeOthers() {
    ids.add("a");
    ids.add("");
    assertThat(ids.all().find("")).isEqualTo(1);
  }

  @Test
  void namesTheFirstIdThatIsThereTwice() {
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                ids.add("c" + (i == 9_000 ? 17 : i == 9_001 ? 18 : i));
              }
              ids.all();
            })
        .hasMessage("c17 is 17 and 9000");
  }

  @Test
  void whatComesFirstIsNamedFirst() {
    ids.add("a");
    ids.add("a");
    assertThatThrownBy(() -> ids.add("\uD83D")).hasMessage("a is 0 and 1");
  }

  @Test
  void halfOfASurrogatePairHasTheNumberItWouldHaveGot() {
    ids.add("?");
    ids.add("b");
    assertThatThrownBy(() -> ids.add("\uD83D")).hasMessage("2 is no text");
  }
}
