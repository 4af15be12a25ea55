package io.github.churnseg.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdDictionaryTest {

  @Property(tries = 200)
  void numbersIdsByFirstAppearance(@ForAll List<String> ids) {
    IdDictionary dictionary = new IdDictionary();
    Map<String, Integer> expected = new HashMap<>();
    for (String id : ids) {
      String valid = new String(id.getBytes(UTF_8), UTF_8); // no halves of surrogate pairs
      expected.putIfAbsent(valid, expected.size());
      assertThat(dictionary.add(valid)).isEqualTo(expected.get(valid));
    }
    dictionary.trim();
    assertThat(dictionary.size()).isEqualTo(expected.size());
    expected.forEach(
        (id, number) -> {
          assertThat(dictionary.get(number)).isEqualTo(id);
          assertThat(dictionary.find(id)).isEqualTo(number);
        });
  }

  @Test
  void growsBeyondItsPieces() {
    IdDictionary dictionary = new IdDictionary();
    int count = 200_000;
    for (int i = 0; i < count; i++) {
      assertThat(dictionary.add("customer-" + i)).isEqualTo(i);
    }
    for (int i = 0; i < count; i += 997) {
      assertThat(dictionary.find("customer-" + i)).isEqualTo(i);
      assertThat(dictionary.get(i)).isEqualTo("customer-" + i);
    }
    assertThat(dictionary.find("customer-" + count)).isEqualTo(-1);
  }

  @Test
  void grewOnAfterItWasTrimmed() {
    IdDictionary dictionary = new IdDictionary();
    dictionary.add("a");
    dictionary.trim();
    assertThat(dictionary.add("bb")).isEqualTo(1);
    assertThat(dictionary.add("a")).isZero();
    assertThat(dictionary.get(1)).isEqualTo("bb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
  void halfOfASurrogatePairIsNoTextAndNobodysId(String half) {
    IdDictionary dictionary = new IdDictionary();
    dictionary.add(new String(half.getBytes(UTF_8), UTF_8)); // with question marks
    assertThat(Utf8.canHold(half)).isFalse();
    assertThat(dictionary.add(half)).isEqualTo(-1);
    assertThat(dictionary.find(half)).isEqualTo(-1);
    assertThat(dictionary.size()).isEqualTo(1);
  }

  @Test
  void threadsThatComeAtOnceFindAll() throws Exception {
    IdDictionary dictionary = new IdDictionary();
    int count = 100_000;
    for (int i = 0; i < count; i++) {
      dictionary.add("Ж" + i);
    }
    dictionary.trim();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> readers = new ArrayList<>();
      for (int reader = 0; reader < 4; reader++) {
        readers.add(() -> IntStream.range(0, count).allMatch(i -> dictionary.find("Ж" + i) == i));
      }
      for (Future<Boolean> all : threads.invokeAll(readers)) {
        assertThat(all.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void namesAnUnknownNumber() {
    assertThatThrownBy(() -> new IdDictionary().get(0)).hasMessage("no id 0; there are 0");
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;
}
