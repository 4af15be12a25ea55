/** One runnable file per task; the snippets of the documentation are regions of these files. */
@NullMarked
package io.github.churnseg.examples;

import org.jspecify.annotations.NullMarked;
