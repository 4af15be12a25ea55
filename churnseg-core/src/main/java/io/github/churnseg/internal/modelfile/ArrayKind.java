package io.github.churnseg.internal.modelfile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.stream.Stream;

/** The arrays a file may hold, as raw little-endian numbers. */
enum ArrayKind {
  F64(8) {
    @Override
    Object create(int length) {
      return new double[length];
    }

    @Override
    void put(Object array, int from, int count, ByteBuffer buffer) {
      buffer.asDoubleBuffer().put((double[]) array, from, count);
    }

    @Override
    void get(Object array, int from, int count, ByteBuffer buffer) {
      buffer.asDoubleBuffer().get((double[]) array, from, count);
    }
  },
  F32(4) {
    @Override
    Object create(int length) {
      return new float[length];
    }

    @Override
    void put(Object array, int from, int count, ByteBuffer buffer) {
      buffer.asFloatBuffer().put((float[]) array, from, count);
    }

    @Override
    void get(Object array, int from, int count, ByteBuffer buffer) {
      buffer.asFloatBuffer().get((float[]) array, from, count);
    }
  },
  I64(8) {
    @Override
    Object create(int length) {
      return new long[length];
    }

    @Override
    void put(Object array, int from, int count, ByteBuffer buffer) {
      buffer.asLongBuffer().put((long[]) array, from, count);
    }

    @Override
    void get(Object array, int from, int count, ByteBuffer buffer) {
      buffer.asLongBuffer().get((long[]) array, from, count);
    }
  },
  I32(4) {
    @Override
    Object create(int length) {
      return new int[length];
    }

    @Override
    void put(Object array, int from, int count, ByteBuffer buffer) {
      buffer.asIntBuffer().put((int[]) array, from, count);
    }

    @Override
    void get(Object array, int from, int count, ByteBuffer buffer) {
      buffer.asIntBuffer().get((int[]) array, from, count);
    }
  },
  I8(1) {
    @Override
    Object create(int length) {
      return new byte[length];
    }

    @Override
    void put(Object array, int from, int count, ByteBuffer buffer) {
      buffer.duplicate().put((byte[]) array, from, count);
    }

    @Override
    void get(Object array, int from, int count, ByteBuffer buffer) {
      buffer.duplicate().get((byte[]) array, from, count);
    }
  };

  private static final int BUFFER = 1 << 16;

  private final int width;

  ArrayKind(int width) {
    this.width = width;
  }

  abstract Object create(int length);

  abstract void put(Object array, int from, int count, ByteBuffer buffer);

  abstract void get(Object array, int from, int count, ByteBuffer buffer);

  static ArrayKind of(Object array) {
    Class<?> type = array.getClass();
    return Stream.of(values())
        .filter(kind -> kind.create(0).getClass() == type)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no array to save: " + type));
  }

  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  int width() {
    return width;
  }

  long size(Object array) {
    return (long) width * Array.getLength(array);
  }

  void write(Object array, OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    int length = Array.getLength(array);
    for (int from = 0; from < length; from += BUFFER / width) {
      int count = Math.min(BUFFER / width, length - from);
      put(array, from, count, buffer);
      out.write(buffer.array(), 0, count * width);
    }
  }

  /** Reads so many numbers; the array is made at once, so the length must have been checked. */
  Object read(InputStream in, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    Object array = create(length);
    for (int from = 0; from < length; from += BUFFER / width) {
      int count = Math.min(BUFFER / width, length - from);
      if (in.readNBytes(buffer.array(), 0, count * width) < count * width) {
        throw new EOFException("the array ends before its time");
      }
      get(array, from, count, buffer);
    }
    return array;
  }
}
