package io.github.churnseg.internal;

import io.github.churnseg.spi.ModelCodec;

/** A codec that is told what it is called. */
public abstract class NamedCodec<T> implements ModelCodec<T> {

  private final String module;
  private final String name;
  private final Class<T> model;

  /** Of a module such as {@code rfm}. */
  protected NamedCodec(String module, String name, Class<T> model) {
    this.module = module;
    this.name = name;
    this.model = model;
  }

  @Override
  public final String type() {
    return module + "." + name;
  }

  @Override
  public final String artifact() {
    return "io.github.churnseg:churnseg-" + module;
  }

  @Override
  public final Class<T> model() {
    return model;
  }
}
