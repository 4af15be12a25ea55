package io.github.churnseg.internal.modelfile;

import io.github.churnseg.spi.ModelCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The codecs there are. */
final class Codecs {

  private final Map<String, ModelCodec<?>> byType = new HashMap<>();
  private final Map<Class<?>, ModelCodec<?>> byClass = new HashMap<>();

  private Codecs() {}

  /** Those that the thread's class loader finds, then those beside this library. */
  static Codecs onClassPath() {
    Codecs codecs = new Codecs();
    ClassLoader own = ModelCodec.class.getClassLoader();
    ClassLoader callers = Thread.currentThread().getContextClassLoader();
    if (callers != own && knowsThisLibrary(callers)) {
      ServiceLoader.load(ModelCodec.class, callers).forEach(codecs::add);
    }
    ServiceLoader.load(ModelCodec.class, own).forEach(codecs::add);
    return codecs;
  }

  /** It may know none, or another copy, whose codecs are of no use here. */
  private static boolean knowsThisLibrary(@Nullable ClassLoader loader) {
    try {
      return Class.forName(ModelCodec.class.getName(), false, loader) == ModelCodec.class;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private void add(ModelCodec<?> codec) {
    ModelCodec<?> other = byType.putIfAbsent(codec.type(), codec);
    if (other != null && other.getClass() != codec.getClass()) {
      throw new IllegalStateException(
          "both %s and %s are codecs of '%s'; take one of them off the class path"
              .formatted(other.getClass().getName(), codec.getClass().getName(), codec.type()));
    }
    byClass.putIfAbsent(codec.model(), codec);
  }

  Optional<ModelCodec<?>> ofType(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  /** The codec of an object; its class has just this codec, so the cast is safe. */
  @SuppressWarnings("unchecked")
  <T> ModelCodec<T> of(T component) {
    Class<?> type = component.getClass();
    ModelCodec<?> codec = byClass.get(type);
    if (codec == null) {
      throw new IllegalArgumentException(
          type.isHidden() || type.isSynthetic()
              ? "a lambda cannot be saved: a file holds no code (%s); use one of the library's own"
                      .formatted(type.getName())
                  + " rules, or a class of your own with a ModelCodec"
              : "a %s cannot be saved: there is no ModelCodec for it; write one and name it in"
                      .formatted(type.getName())
                  + " META-INF/services/"
                  + ModelCodec.class.getName());
    }
    return (ModelCodec<T>) codec;
  }
}
